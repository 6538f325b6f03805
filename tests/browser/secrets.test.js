/** Where the key is not: anywhere but in memory and in the API's requests. And how it ends. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inventCompanies } from '../../web/sandbox/index.js';
import { inventKey } from './support/keys.js';
import { collectPlaces, findSecret } from './support/places.js';
import { startWorld } from './support/world.js';

/** @import { Visit } from './support/visit.js' */
/** @import { World } from './support/world.js' */

/** @type {World} */
let world;
before(async () => {
  world = await startWorld();
});
after(() => world.close());

/**
 * @param {Visit} visit
 * @param {string} key
 */
const searchEverywhere = async (visit, key) => {
  const places = await collectPlaces(visit.page);
  for (const { text } of visit.console) places.push(['console', text]);
  for (const url of visit.requests) places.push(['request URL', url]);
  assert(places.length > 200, 'the search looked at the page');
  return findSecret(places, key);
};

/** @param {Visit} visit */
const readyWithKey = async (visit) => {
  const key = world.sandbox.generateKey();
  await visit.paste('API key', key);
  await visit.waitForState('ready');
  return key;
};

test('keeps the key out of storage, addresses, attributes, texts and the console', async () => {
  const visit = await world.visit();
  const key = await readyWithKey(visit);
  await visit.click('button', 'Show the key');
  await visit.click('button', 'Copy both headers');
  await visit.click('radio', 'List roles');
  await visit.click('button', 'Make the first call');
  await visit.waitForAnnouncement('status', /It works/);
  assert.deepEqual(await searchEverywhere(visit, key), []);
  assert.deepEqual(await visit.violations(), []);
  assert.deepEqual(visit.complaints, []);
});

test('finds a key that is in an attribute of a shadow root or in storage', async () => {
  const visit = await world.visit();
  const key = inventKey();
  await visit.page.evaluate((text) => {
    sessionStorage.setItem('x', text.slice(3, 20));
    document
      .querySelector('agencyhandy-onboarding')
      ?.shadowRoot?.querySelector('.page')
      ?.setAttribute('data-x', text);
  }, key);
  assert.deepEqual(await searchEverywhere(visit, key), ['sessionStorage', 'attribute div[data-x]']);
});

test('keeps the key out of every place after it was refused, unreadable or misplaced', async () => {
  const visit = await world.visit();
  const key = inventKey();
  await visit.paste('API key', key);
  await visit.waitForState('keyRejected');
  world.sandbox.setCors('closed');
  await visit.click('button', 'Verify key');
  await visit.waitForAnnouncement('alert', /web pages may not read it/);
  await visit.paste('Workspace', key);
  await visit.waitForAnnouncement('alert', /looks like an API key/);
  assert.deepEqual(await searchEverywhere(visit, key), []);
});

test('remembers the Company ID, and nothing else', async () => {
  const visit = await world.visit();
  await readyWithKey(visit);
  const stored = await visit.page.evaluate(() => ({ ...localStorage }));
  assert.deepEqual(stored, { 'agencyhandy.companyId': inventCompanies(1)[0]._id });
  assert.equal(await visit.page.evaluate(() => sessionStorage.length), 0);
});

test('forgets on request: fields, headers and state are as at the start', async () => {
  const visit = await world.visit();
  await visit.type('Workspace', 'acme');
  await readyWithKey(visit);
  await visit.click('button', 'Forget key');
  await visit.waitForState('needsWorkspace');
  assert.equal(await visit.value('API key'), '');
  assert.equal(await visit.value('Workspace'), '');
  assert(!(await visit.has('button', 'Copy x-api-key header')));
  assert(!(await visit.has('button', 'Forget key')));
  assert.match(await visit.announced('status'), /^Forgotten/);
  assert.equal(await visit.focused(), 'input workspace');
});

test('forgets on leaving, also where the browser would bring the page back as it was', async () => {
  const visit = await world.visit();
  await readyWithKey(visit);
  await visit.page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await visit.waitForState('needsWorkspace');
  assert.equal(await visit.value('API key'), '');
});

test('brings back an empty field from the back-forward cache', async () => {
  const visit = await world.visit();
  await readyWithKey(visit);
  await visit.page.goto(`${world.siteUrl}favicon.svg`);
  await visit.page.goBack();
  await visit.waitForState('needsWorkspace');
  assert.equal(await visit.value('API key'), '');
});

test('asks no browser or password manager to keep, complete or correct the key', async () => {
  const visit = await world.visit();
  const field = await visit.find('textbox', 'API key');
  const attributes = await field.evaluate((node) =>
    Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
  );
  assert.equal(attributes.type, 'password');
  assert.equal(attributes.autocomplete, 'off');
  assert.equal(attributes.spellcheck, 'false');
  assert.equal(attributes.autocapitalize, 'off');
});
