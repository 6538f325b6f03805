/** A closed door, said honestly: what is known of the API and of the key, and the way around. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inventCompanies } from '../../web/sandbox/index.js';
import { inventKey } from './support/keys.js';
import { runInBash } from './support/shell.js';
import { startWorld } from './support/world.js';

/** @import { Visit } from './support/visit.js' */
/** @import { World } from './support/world.js' */

/** @type {World} */
let world;
before(async () => {
  world = await startWorld();
});
after(() => world.close());

/** @param {Visit} visit */
const readCommand = async (visit) => {
  await visit.waitForLater();
  return visit.page.$$eval('>>> .reply pre', ([, command]) => command.textContent ?? '');
};

test('says of an API without CORS that it is up, that pages may not read it, and no more', async () => {
  const visit = await world.visit();
  world.sandbox.setCors('closed');
  await visit.paste('API key', world.sandbox.generateKey());
  const alert = await visit.waitForAnnouncement('alert', /web pages may not read it/);
  assert.match(alert, /nothing is known about the key/);
  assert.match(alert, /is up/);
  assert.match(alert, /no proxy/);
  assert.equal(await visit.state(), 'unknown');
  assert(await visit.has('textbox', 'API reply'));
});

test('asks why without the key', async () => {
  const visit = await world.visit();
  world.sandbox.setCors('closed');
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForAnnouncement('alert', /web pages may not read it/);
  const probes = world.sandbox.requests.filter(({ method }) => method === 'GET');
  assert.equal(probes.length, 2);
  for (const { headers } of probes) {
    assert.equal(headers['x-api-key'], undefined);
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
  }
});

test('tells a refused header from a closed API', async () => {
  const visit = await world.visit();
  world.sandbox.setCors('no-api-key-header');
  await visit.paste('API key', world.sandbox.generateKey());
  const alert = await visit.waitForAnnouncement('alert', /answers web pages, but not this request/);
  assert.match(alert, /From here the two look the same/);
});

test('does not call a key good or bad whose refusal pages may not read', async () => {
  const visit = await world.visit();
  world.sandbox.setCors('refusals-closed');
  await visit.paste('API key', inventKey());
  const alert = await visit.waitForAnnouncement('alert', /./);
  assert.match(alert, /nothing is known about the key|two look the same/);
});

test('tells an API that nothing reaches from one that pages may not read', async () => {
  const visit = await world.visit();
  world.sandbox.setFaults([{ reset: true }, { method: 'OPTIONS', reset: true }]);
  await visit.paste('API key', world.sandbox.generateKey());
  const alert = await visit.waitForAnnouncement('alert', /cannot be reached from here/);
  assert.match(alert, /The browser is online/);
});

test('tells a device without network from an API that nothing reaches', async () => {
  const visit = await world.visit();
  await (await visit.find('textbox', 'API key')).focus();
  await visit.waitForLater();
  await visit.page.setOfflineMode(true);
  await visit.type('API key', inventKey());
  await visit.click('button', 'Verify key');
  const alert = await visit.waitForAnnouncement('alert', /This device is offline/);
  assert.doesNotMatch(alert, /CORS|blocker/);
  await visit.page.setOfflineMode(false);
});

test('reaches ready by the reply of the shown command, which sends the same request', async () => {
  const visit = await world.visit();
  world.sandbox.setCors('closed');
  const key = world.sandbox.generateKey();
  await visit.paste('API key', inventKey());
  await visit.waitForAnnouncement('alert', /web pages may not read it/);
  world.sandbox.clearRequests();
  const reply = await runInBash(await readCommand(visit), key);
  const [{ method, path, headers }] = world.sandbox.requests;
  assert.deepEqual({ method, path }, { method: 'GET', path: '/accounts/companies' });
  assert.equal(headers['x-api-key'], key);
  assert.equal(headers.companyid, undefined);
  await visit.paste('API reply', reply);
  await visit.click('button', 'Use this reply');
  await visit.waitForState('ready');
  assert.match(await visit.announced('status'), /Lantern & Loom Studio/);
});

test('puts a placeholder where the key would be when it has only the reply', async () => {
  const visit = await world.visit();
  const key = world.sandbox.generateKey();
  await visit.page.$eval('>>> .reply summary', (node) => node.click());
  await visit.paste('API reply', await runInBash(await readCommand(visit), key));
  await visit.click('button', 'Use this reply');
  await visit.waitForState('ready');
  await visit.click('button', 'Copy both headers');
  const [{ _id }] = inventCompanies(1);
  assert.equal(await visit.clipboard(), `x-api-key: <YOUR_API_KEY>\ncompanyid: ${_id}`);
  assert(!(await visit.has('button', 'Make the first call')));
  assert.match(await visit.text(), /This page never had the key/);
});

test('names what is wrong with a reply and leaves it in its field', async () => {
  const visit = await world.visit();
  await visit.page.$eval('>>> .reply summary', (node) => node.click());
  /** @type {[reply: string, words: RegExp][]} */
  const table = [
    ['{"companies": [', /not the whole reply/],
    ['<!doctype html><title>Sign in</title>', /web page, not a reply/],
    ['{"type":"PermissionError","status":401}', /does not accept the key \(401\)/],
    ['{"type":"PermissionError","status":403}', /does not allow this \(403\)/],
    ['{"type":"ServerError","status":500}', /error \(status 500\)/],
    ['{"roles":[]}', /no list of companies/],
    ['{"companies":[{"name":"x"}]}', /companies\[0\]\._id/],
  ];
  for (const [reply, words] of table) {
    await visit.paste('API reply', reply);
    await visit.click('button', 'Use this reply');
    await visit.waitForAnnouncement('alert', words);
    assert.equal(await visit.value('API reply'), reply);
    assert.equal(await visit.focused(), 'textarea reply');
    assert.equal(await visit.state(), 'needsWorkspace');
  }
});
