/** The workspace as typed: the link that grows from it, and what is said of a text that makes none. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startWorld } from './support/world.js';

/** @import { Visit } from './support/visit.js' */
/** @import { World } from './support/world.js' */

/** @type {World} */
let world;
before(async () => {
  world = await startWorld({ isRehearsal: false });
});
after(() => world.close());

/** @param {Visit} visit */
const readLink = async (visit) => {
  if (!(await visit.has('link', 'Open API key settings'))) return undefined;
  const link = await visit.find('link', 'Open API key settings');
  return link.evaluate((node) => node.getAttribute('href'));
};

test('has no dead link before there is a workspace, and no banner of a rehearsal', async () => {
  const visit = await world.visit();
  assert.equal(await readLink(visit), undefined);
  assert.doesNotMatch(await visit.text(), /rehearsal/);
});

test('shows the link as one types, and opens it apart from this page', async () => {
  const visit = await world.visit();
  await visit.type('Workspace', 'acme');
  const url = 'https://acme.agencyhandy.com/workspace-config?tab=api-key';
  assert.equal(await readLink(visit), url);
  assert((await visit.text()).includes(url));
  const link = await visit.find('link', 'Open API key settings');
  const { target, rel } = await link.evaluate((node) => ({
    target: node.getAttribute('target'),
    rel: node.getAttribute('rel'),
  }));
  assert.deepEqual({ target, rel }, { target: '_blank', rel: 'noopener noreferrer' });
  await visit.type('Workspace', 'acme-two');
  assert.match((await readLink(visit)) ?? '', /^https:\/\/acme-two\./);
  assert.equal(await visit.state(), 'needsKey');
});

test('takes any address of a workspace, and makes http secure', async () => {
  const visit = await world.visit();
  await visit.paste('Workspace', 'http://acme.agencyhandy.com/orders?page=2#top');
  assert.equal(await readLink(visit), 'https://acme.agencyhandy.com/workspace-config?tab=api-key');
});

test('warns of a domain that is not the vendor’s, and only of that', async () => {
  const visit = await world.visit();
  await visit.type('Workspace', 'portal.example.com');
  assert.match(await visit.text(), /portal\.example\.com is not an agencyhandy\.com address/);
  await visit.type('Workspace', 'acme');
  assert.doesNotMatch(await visit.text(), /is not an agencyhandy\.com address/);
});

test('names the rule that a text breaks, beside the field, and leaves the text there', async () => {
  const visit = await world.visit();
  /** @type {[text: string, words: RegExp][]} */
  const table = [
    ['ab', /3 characters or more/],
    ['ac_me', /only lower-case letters, digits and hyphens/],
    ['-acme', /hyphen stands between/],
    ['www.agencyhandy.com', /www/],
    ['agencyhandy.com', /sub-domain/],
    ['app.agencyhandy.com', /where everyone signs in/],
    ['api.agencyhandy.com', /answers programs/],
    ['mailto:someone', /begins with https/],
    ['https://me:secret@acme.agencyhandy.com', /user name or password/],
    ['acme..example.com', /cannot live at this address/],
    ['a'.repeat(3000), /longer than any/],
  ];
  for (const [text, words] of table) {
    await visit.paste('Workspace', text);
    await visit.page.keyboard.press('Enter');
    assert.match(await visit.waitForAnnouncement('alert', words), words);
    assert.match(await visit.text(), words);
    assert.equal(await visit.value('Workspace'), text);
    assert.equal(await readLink(visit), undefined, text);
    assert.equal(await visit.focused(), 'input workspace');
  }
  await visit.type('Workspace', 'acme');
  assert.equal(await visit.announced('alert'), '');
});

test('asks for a workspace where Enter is pressed without one', async () => {
  const visit = await world.visit();
  await (await visit.find('textbox', 'Workspace')).press('Enter');
  await visit.waitForAnnouncement('alert', /Type the name of your workspace/);
});

test('makes no link of a key that was pasted here, and moves it where it belongs', async () => {
  const visit = await world.visit();
  const key = world.sandbox.generateKey();
  await visit.paste('Workspace', key);
  const alert = await visit.waitForAnnouncement('alert', /looks like an API key/);
  assert(!alert.includes(key.slice(0, 12)));
  assert.equal(await readLink(visit), undefined);
  assert.equal(await visit.value('Workspace'), key, 'what was typed is not lost');
  assert.equal(world.sandbox.requests.length, 0);
  await visit.click('button', 'Move it to the API key field');
  await visit.waitForState('ready');
  assert.equal(await visit.value('Workspace'), '');
  assert.equal(await visit.value('API key'), key);
});

test('does not call a name wrong before the person is done with it', async () => {
  const visit = await world.visit();
  await visit.type('Workspace', 'ac');
  assert.equal(await visit.announced('alert'), '');
  await visit.page.keyboard.press('Tab');
  await visit.waitForAnnouncement('alert', /3 characters or more/);
});

test('advises on an existing key and blocks nothing', async () => {
  const visit = await world.visit();
  await visit.click('radio', 'No key yet');
  await visit.waitForLater();
  assert.match(await visit.text(), /Press Generate, then copy the key/);
  await visit.click('radio', 'A key exists');
  assert.match(await visit.text(), /n8n, Zapier/);
  assert.match(await visit.text(), /ends the old one in the same moment/);
  await visit.click('checkbox', 'I understand that the old key stops working at once');
  await visit.click('checkbox', 'I understand that the old key stops working at once');
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
});
