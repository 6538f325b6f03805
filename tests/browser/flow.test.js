/** The whole way, as a person goes it: from no key to a first call, and what is sent on it. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inventCompanies } from '../../web/sandbox/index.js';
import { startWorld } from './support/world.js';

/** @import { Page } from 'puppeteer-core' */
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
 * @returns {Promise<Page>} The tab that the link opens.
 */
const openSettings = async (visit) => {
  const opened = new Promise((/** @type {(page: Page | null) => void} */ resolve) =>
    visit.page.once('popup', resolve),
  );
  await visit.click('link', 'Open API key settings');
  const tab = await opened;
  assert(tab);
  await tab.waitForSelector('main');
  return tab;
};

/**
 * @param {Page} tab
 * @param {'Generate' | 'Regenerate'} button
 * @returns {Promise<string>} The new key.
 */
const press = async (tab, button) => {
  await Promise.all([
    tab.waitForNavigation(),
    tab.locator(`::-p-aria([name="${button}"][role="button"])`).click(),
  ]);
  return tab.$eval('#key', (field) => Reflect.get(field, 'value'));
};

test('leads from Generate to an answered first call, and rejects the key that Regenerate replaced', async () => {
  const visit = await world.visit();
  const settings = await openSettings(visit);
  const key = await press(settings, 'Generate');
  await visit.page.bringToFront();
  await visit.paste('API key', key);
  await visit.waitForState('ready');
  assert.match(await visit.announced('status'), /^Verified: Lantern & Loom Studio$/);

  const [{ _id }] = inventCompanies(1);
  await visit.click('button', 'Copy x-api-key header');
  await visit.waitForAnnouncement('status', /Copied/);
  assert.equal(await visit.clipboard(), `x-api-key: ${key}`);
  await visit.click('button', 'Copy companyid header');
  assert.equal(await visit.clipboard(), `companyid: ${_id}`);
  await visit.click('button', 'Copy both headers');
  assert.equal(await visit.clipboard(), `x-api-key: ${key}\ncompanyid: ${_id}`);

  await visit.click('button', 'Make the first call');
  assert.match(await visit.waitForAnnouncement('status', /It works/), /\d+ roles? came back/);

  await settings.bringToFront();
  const newKey = await press(settings, 'Regenerate');
  await visit.page.bringToFront();
  await visit.paste('API key', key);
  await visit.waitForState('keyRejected');
  const alert = await visit.announced('alert');
  assert.match(alert, /does not accept this key/);
  for (const cause of [/401/, /wrong/, /Regenerate/, /expired/, /deleted/])
    assert.match(alert, cause);
  assert.match(await visit.text(), /Make a new one in the settings/);

  await visit.paste('API key', newKey);
  await visit.waitForState('ready');
  assert.deepEqual(visit.complaints, []);
});

test('takes three actions with one company: the link, the paste, done', async () => {
  const visit = await world.visit();
  const settings = await openSettings(visit);
  const isFirst = (await settings.$('::-p-aria([name="Generate"][role="button"])')) !== null;
  const key = await press(settings, isFirst ? 'Generate' : 'Regenerate');
  await visit.page.bringToFront();
  await visit.setClipboard(key);
  assert.equal(
    await visit.focused(),
    'input api-key',
    'the link leaves the focus where one pastes',
  );
  await visit.pressPaste();
  await visit.waitForState('ready');
  assert.match(await visit.focused(), /^h2 step-5$/);
});

test('sends, to verify, the key and nothing that says who asks', async () => {
  const visit = await world.visit();
  await visit.page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: it must not be sent along.
    document.cookie = 'session=1';
  });
  const key = world.sandbox.generateKey();
  await visit.paste('API key', key);
  await visit.waitForState('ready');
  const sent = world.sandbox.requests.filter(({ method }) => method === 'GET');
  assert.equal(sent.length, 1);
  const [{ method, path, headers }] = sent;
  assert.deepEqual({ method, path }, { method: 'GET', path: '/accounts/companies' });
  assert.equal(headers['x-api-key'], key);
  for (const name of ['companyid', 'cookie', 'referer', 'authorization']) {
    assert.equal(headers[name], undefined, name);
  }
  const preflight = world.sandbox.requests.find((request) => request.method === 'OPTIONS');
  assert.equal(preflight?.headers['access-control-request-headers'], 'x-api-key');
});

test('sends, for the first call, both headers, and names the roles', async () => {
  const visit = await world.visit();
  const key = world.sandbox.generateKey();
  await visit.paste('API key', key);
  await visit.waitForState('ready');
  world.sandbox.clearRequests();
  await visit.click('button', 'Make the first call');
  await visit.waitForAnnouncement('status', /It works/);
  const [sent, ...more] = world.sandbox.requests.filter(({ method }) => method === 'GET');
  assert.deepEqual(more, []);
  assert.equal(sent.path, '/roles?type=company');
  assert.equal(sent.headers['x-api-key'], key);
  assert.equal(sent.headers.companyid, inventCompanies(1)[0]._id);
  assert.equal(sent.headers.referer, undefined);
});

test('offers several companies as a choice, each by its name', async () => {
  const visit = await world.visit();
  const companies = inventCompanies(3);
  world.sandbox.setCompanies(companies);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('choosesCompany');
  assert.match(await visit.announced('status'), /3 companies: choose one/);
  assert(await visit.has('group', 'Company'));
  await visit.click('radio', String(companies[1].name));
  await visit.waitForState('ready');
  await visit.click('button', 'Copy companyid header');
  assert.equal(await visit.clipboard(), `companyid: ${companies[1]._id}`);
});

test('explains a key to which no company belongs', async () => {
  const visit = await world.visit();
  world.sandbox.setCompanies([]);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('noCompany');
  assert.match(await visit.announced('alert'), /no company belongs to it.*removed from it/s);
  assert.match(await visit.focused(), /^h3 The key works, but no company/);
  world.sandbox.setFaults([{ path: '/accounts/companies', delayMs: 300 }]);
  await visit.click('button', 'Try again');
  await visit.waitForState('verifying');
  await visit.waitForState('noCompany');
  assert.match(await visit.focused(), /^h3 The key works, but no company/);
  world.sandbox.setCompanies(inventCompanies(1));
  await visit.click('button', 'Try again');
  await visit.waitForState('ready');
  assert.match(await visit.focused(), /^h2 step-5/);
});

test('shows each call as a command whose secrets come from the environment', async () => {
  const visit = await world.visit();
  const key = world.sandbox.generateKey();
  await visit.paste('API key', key);
  await visit.waitForState('ready');
  const panel = async () =>
    visit.page.$eval('>>> [role="tabpanel"]', (node) => node.textContent ?? '');
  assert(await visit.has('tablist', 'Snippets'));
  assert.match(await panel(), /^curl --request GET '.*\/accounts\/companies'/);
  assert.doesNotMatch(await panel(), /companyid/);
  await visit.click('radio', 'List roles');
  assert.match(await panel(), /\/roles\?type=company'/);
  assert.match(await panel(), /companyid: \$\{AGENCYHANDY_COMPANY_ID/);
  assert(!(await panel()).includes(key.slice(0, 12)));
});
