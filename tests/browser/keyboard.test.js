/** The keyboard alone: the whole way, the place of the focus after each step, Escape. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inventCompanies } from '../../web/sandbox/index.js';
import { inventKey } from './support/keys.js';
import { startWorld } from './support/world.js';

/** @import { Visit } from './support/visit.js' */
/** @import { World } from './support/world.js' */

/** @type {World} */
let world;
before(async () => {
  world = await startWorld({ isRehearsal: false });
});
after(() => world.close());

/**
 * @param {Visit} visit
 * @param {RegExp} pattern
 * @returns {Promise<void>} Presses Tab until the focus is there.
 */
const tabTo = async (visit, pattern) => {
  for (let presses = 0; presses < 60; presses += 1) {
    if (pattern.test(await visit.focused())) return;
    await visit.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${pattern}`);
};

test('goes the whole way without a pointer, and never loses the focus', async () => {
  const visit = await world.visit();
  const { keyboard } = visit.page;
  world.sandbox.setCompanies(inventCompanies(2));
  await tabTo(visit, /^input workspace/);
  await keyboard.type('acme');
  await tabTo(visit, /^a Open API key settings/);
  await tabTo(visit, /^input/);
  await keyboard.press('ArrowDown');
  await tabTo(visit, /^input .*old key stops|^input $/);
  await tabTo(visit, /^input api-key/);
  await keyboard.type(world.sandbox.generateKey());
  await keyboard.press('Enter');
  await visit.waitForState('choosesCompany');
  assert.match(await visit.focused(), /^input company-0/);
  await keyboard.press('Space');
  await visit.waitForState('ready');
  assert.match(await visit.focused(), /^input company-0/, 'arrows can go on from here');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  assert.match(await visit.focused(), /^h2 step-5/);
  await tabTo(visit, /^button Copy both headers/);
  await keyboard.press('Enter');
  await visit.waitForAnnouncement('status', /Copied/);
  assert.match(await visit.clipboard(), new RegExp(`companyid: ${inventCompanies(2)[1]._id}$`));
  await tabTo(visit, /^button tab-/);
  await tabTo(visit, /^pre snippet/);
  await tabTo(visit, /^button Make the first call/);
  await keyboard.press('Space');
  await visit.waitForAnnouncement('status', /It works/);
  assert.match(await visit.focused(), /^h2 step-8/);
  await tabTo(visit, /^button Forget key/);
  await keyboard.press('Enter');
  await visit.waitForState('needsWorkspace');
  assert.match(await visit.focused(), /^input workspace/);
});

test('Enter in the workspace field opens the settings', async () => {
  const visit = await world.visit();
  await visit.type('Workspace', '127.0.0.1:1');
  const opened = new Promise((resolve) => visit.page.once('popup', resolve));
  await visit.page.keyboard.press('Enter');
  assert(await opened);
  assert.equal(await visit.focused(), 'input api-key');
});

test('Escape cancels a check, and the key stays in its field', async () => {
  const visit = await world.visit();
  world.sandbox.setFaults([{ path: '/accounts/companies', hang: true }]);
  const key = world.sandbox.generateKey();
  await visit.paste('API key', key);
  await visit.waitForState('verifying');
  assert.match(await visit.announced('status'), /^Checking the key/);
  await visit.page.keyboard.press('Escape');
  await visit.waitForState('needsKey');
  assert.match(await visit.announced('status'), /^Cancelled/);
  assert.equal(await visit.value('API key'), key);
  assert.equal(await visit.focused(), 'input api-key');
});

test('Cancel does what Escape does, and hands the focus on', async () => {
  const visit = await world.visit();
  world.sandbox.setFaults([{ path: '/accounts/companies', hang: true }]);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.click('button', 'Cancel');
  await visit.waitForState('needsKey');
  assert.equal(await visit.focused(), 'input api-key');
});

test('Escape cancels the first call, and another one can be made', async () => {
  const visit = await world.visit();
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
  world.sandbox.setFaults([{ path: '/roles', hang: true, times: 1 }]);
  await visit.click('button', 'Make the first call');
  await visit.waitForAnnouncement('status', /^Asking/);
  await visit.page.keyboard.press('Escape');
  await visit.waitForAnnouncement('status', /^Cancelled/);
  assert.match(await visit.focused(), /^button Make the first call/);
  await visit.page.keyboard.press('Enter');
  await visit.waitForAnnouncement('status', /It works/);
});

test('trying again hands the focus from the button that goes to what takes its place', async () => {
  const visit = await world.visit();
  await visit.paste('API key', inventKey());
  await visit.waitForState('keyRejected');
  world.sandbox.setFaults([{ path: '/accounts/companies', hang: true }]);
  const again = await visit.find('button', 'Try again');
  await again.press('Enter');
  await visit.waitForState('verifying');
  assert.match(await visit.focused(), /^button Cancel/);
});

test('an answer does not take the focus from a person who is busy elsewhere', async () => {
  const visit = await world.visit();
  world.sandbox.setFaults([{ path: '/accounts/companies', delayMs: 400 }]);
  await visit.paste('API key', world.sandbox.generateKey());
  await (await visit.find('textbox', 'Workspace')).focus();
  await visit.waitForState('ready');
  assert.equal(await visit.focused(), 'input workspace');
});

test('the status and the alert are the same two elements from beginning to end', async () => {
  const visit = await world.visit();
  const regions = await visit.page.$$('>>> :is([role="status"], [role="alert"])');
  assert.equal(regions.length, 2);
  await visit.paste('API key', inventKey());
  await visit.waitForState('keyRejected');
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
  for (const region of regions) assert(await region.evaluate((node) => node.isConnected));
  assert.equal((await visit.page.$$('>>> :is([role="status"], [role="alert"])')).length, 2);
});
