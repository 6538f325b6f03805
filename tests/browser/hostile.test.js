/** Company names are text from outside: shown as text, whatever they hold, in a layout that stays whole. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inventCompanies } from '../../web/sandbox/index.js';
import { startWorld } from './support/world.js';

/** @import { Visit } from './support/visit.js' */
/** @import { World } from './support/world.js' */

/** @type {World} */
let world;
before(async () => {
  world = await startWorld();
});
after(() => world.close());

const names = [
  '<img src=x onerror="document.title=1">',
  'W'.repeat(300),
  'wide words '.repeat(30).trim(),
  '\u202Egnp.txt\u202C reversed',
  '\u0634\u0631\u0643\u0629 \u0627\u0644\u0628\u062D\u0631',
  '\u{1F469}\u{1F3FD}\u200D\u{1F680}\u{1F9FE} Rockets',
  'Zal\u0336\u0321g\u0489\u0327o'.repeat(10),
  '$AGENCYHANDY_API_KEY `id` $(id)',
  '{company} {count}',
];
const companies = names.map((name, index) => ({
  _id: (index + 1).toString(16).padStart(24, 'a'),
  name,
}));

/** @param {Visit} visit */
const overflow = (visit) =>
  visit.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

for (const [index, { name, _id }] of companies.entries()) {
  test(`shows a hostile name as the text that it is, in every step (${index + 1})`, async () => {
    const visit = await world.visit({ width: 320 });
    world.sandbox.setCompanies([companies[index]]);
    await visit.paste('API key', world.sandbox.generateKey());
    await visit.waitForState('ready');
    assert.equal(
      await visit.announced('status'),
      `Verified: ${name}`.replace(/[\u2066-\u2069]/g, ''),
    );
    await visit.click('button', 'Make the first call');
    await visit.waitForAnnouncement('status', /It works/);
    const shown = await visit.page.$$eval('>>> bdi', (nodes) =>
      nodes.map((node) => node.textContent),
    );
    assert.equal(shown.filter((text) => text === name).length, shown.length);
    assert(shown.length >= 4);
    assert.equal((await visit.page.$$('>>> img')).length, 0);
    assert((await overflow(visit)) <= 0);
    assert.deepEqual(await visit.violations(), []);
    const stored = await visit.page.evaluate(() => localStorage.getItem('agencyhandy.companyId'));
    assert.equal(stored, _id);
  });
}

test('lists hostile names side by side, each radio named by its own', async () => {
  const visit = await world.visit({ width: 320 });
  world.sandbox.setCompanies(companies);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('choosesCompany');
  const labels = await visit.page.$$eval('>>> .companies label', (nodes) =>
    nodes.map((node) => node.textContent),
  );
  assert.deepEqual(labels, names);
  assert((await overflow(visit)) <= 0);
});

test('tells companies of one name apart by their ids', async () => {
  const visit = await world.visit();
  const twins = [
    { _id: '6525994184e9ddd79853450e', name: 'Twin' },
    { _id: '6525994184e9ddd79853450f', name: 'Twin' },
    { _id: '6525994184e9ddd798534510', name: 'Single' },
  ];
  world.sandbox.setCompanies(twins);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('choosesCompany');
  const text = await visit.text();
  assert(text.includes(twins[0]._id) && text.includes(twins[1]._id));
  assert(!text.includes(twins[2]._id));
});

test('filters ten thousand companies without drowning the page', async () => {
  const visit = await world.visit();
  world.sandbox.setCompanies(inventCompanies(10_000));
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('choosesCompany');
  const radios = () => visit.page.$$('>>> .companies input');
  assert((await radios()).length <= 50);
  assert.match(await visit.text(), /Showing 50 of 10,000/);
  await visit.page.keyboard.type('SALTMARSH digital 2000');
  assert.equal((await radios()).length, 1);
  await visit.click('radio', 'Saltmarsh Digital 2000');
  await visit.waitForState('ready');
  assert.match(await visit.text(), /Saltmarsh Digital 2000/);
});

test('has no filter for eight companies, and one for nine', async () => {
  for (const [count, hasFilter] of /** @type {[number, boolean][]} */ ([
    [8, false],
    [9, true],
  ])) {
    const visit = await world.visit();
    world.sandbox.setCompanies(inventCompanies(count));
    await visit.paste('API key', world.sandbox.generateKey());
    await visit.waitForState('choosesCompany');
    assert.equal(await visit.has('searchbox', 'Filter companies'), hasFilter);
  }
});

test('uses an unusual id as it came, and says that it is unusual', async () => {
  const visit = await world.visit();
  world.sandbox.setCompanies([{ _id: 'odd/id?', name: 'Odd' }]);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
  assert.match(await visit.text(), /not of the usual 24 characters/);
  await visit.click('button', 'Copy companyid header');
  assert.equal(await visit.clipboard(), 'companyid: odd/id?');
  assert.doesNotMatch(await visit.text(), /export AGENCYHANDY_COMPANY_ID=odd/);
});
