/** Every state, light and dark, narrow and wide, both directions of text: no axe violation, no sideways scrolling. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { languages } from '../../web/page/messages/languages.js';
import { inventCompanies } from '../../web/sandbox/index.js';
import { openAll, states, verify } from './support/states.js';
import { startWorld } from './support/world.js';

/** @import { Visit } from './support/visit.js' */
/** @import { World } from './support/world.js' */

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** @type {World} */
let world;
before(async () => {
  world = await startWorld();
});
after(() => world.close());

/**
 * @param {Visit} visit
 * @returns {Promise<string[]>} Rule and place of each violation.
 */
const runAxe = async (visit) => {
  // The page's policy forbids scripts of others, and rightly: axe comes in by the debugger's door.
  await visit.page.evaluate(axeSource);
  const { violations } = await visit.page.evaluate(() => Reflect.get(window, 'axe').run(document));
  return violations.flatMap((/** @type {import('axe-core').Result} */ { id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
};

const looks = [320, 1280].flatMap((width) =>
  /** @type {const} */ (['light', 'dark']).map((scheme) => ({ width, scheme })),
);
/** One language of each direction stands for all: what differs between them is text. */
const spoken = languages.filter(
  ({ dir }, index) => languages.findIndex((other) => other.dir === dir) === index,
);
let combinations = 0;

/** @param {Visit} visit */
const assertSound = async (visit) => {
  for (const look of looks) {
    await visit.show(look);
    await visit.settle();
    const place = `${look.scheme}, ${look.width} px`;
    assert.deepEqual(await runAxe(visit), [], place);
    const { scrollWidth, clientWidth } = await visit.page.$eval('html', (html) => ({
      scrollWidth: html.scrollWidth,
      clientWidth: html.clientWidth,
    }));
    assert(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}, ${place}`);
    combinations += 1;
  }
};

for (const { locale, dir } of spoken) {
  for (const [name, reach] of Object.entries(states)) {
    test(`axe finds nothing ${name}, ${locale}, and nothing scrolls sideways`, async () => {
      const visit = await world.visit({ languages: [locale] });
      assert.equal(
        await visit.page.$eval('>>> .page[lang]', (node) => node.getAttribute('dir')),
        dir,
      );
      await reach(visit, world);
      await assertSound(visit);
    });
  }
}

test('axe finds nothing in the written guide', async () => {
  await assertSound(await world.visit({ script: false }));
});

test('axe has seen every state, in both themes and widths and each direction of text', (t) => {
  const count = (Object.keys(states).length * spoken.length + 1) * looks.length;
  t.diagnostic(`axe: 0 violations in ${combinations} combinations`);
  t.diagnostic(`directions: ${spoken.map(({ dir, locale }) => `${dir} (${locale})`).join(', ')}`);
  assert.equal(combinations, count);
});

test('axe would find a field without a name', async () => {
  const visit = await world.visit();
  await visit.page.evaluate(() =>
    document
      .querySelector('agencyhandy-onboarding')
      ?.shadowRoot?.querySelector('.body')
      ?.append(document.createElement('input')),
  );
  assert.match((await runAxe(visit)).join(), /^label /);
});

test('gives all that is found by name the names that were agreed on', async () => {
  const visit = await world.visit();
  await visit.type('Workspace', 'acme');
  await visit.click('radio', 'A key exists');
  await openAll(visit);
  /** @type {[role: string, name: string][]} */
  const atStart = [
    ['textbox', 'Workspace'],
    ['link', 'Open API key settings'],
    ['radio', 'No key yet'],
    ['radio', 'A key exists'],
    ['checkbox', 'I understand that the old key stops working at once'],
    ['textbox', 'API key'],
    ['button', 'Verify key'],
    ['textbox', 'API reply'],
    ['button', 'Use this reply'],
  ];
  for (const [role, name] of atStart) assert(await visit.has(role, name), `${role} ${name}`);
  world.sandbox.setCompanies(inventCompanies(2));
  await verify(visit, world);
  await visit.waitForState('choosesCompany');
  await visit.click('radio', String(inventCompanies(2)[0].name));
  await visit.waitForState('ready');
  /** @type {[role: string, name: string][]} */
  const atEnd = [
    ['group', 'Company'],
    ['button', 'Copy x-api-key header'],
    ['button', 'Copy companyid header'],
    ['button', 'Copy both headers'],
    ['tablist', 'Snippets'],
    ['button', 'Make the first call'],
    ['button', 'Forget key'],
  ];
  for (const [role, name] of atEnd) assert(await visit.has(role, name), `${role} ${name}`);
});

test('stands at the keyboard’s call: one tab stop for the tabs, a panel that takes the focus', async () => {
  const visit = await world.visit();
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
  const panel = await visit.page.$eval('>>> [role="tabpanel"]', (node) => ({
    tabIndex: node instanceof HTMLElement ? node.tabIndex : -1,
    dir: node.getAttribute('dir'),
  }));
  assert.deepEqual(panel, { tabIndex: 0, dir: 'ltr' });
  assert.equal((await visit.page.$$('>>> [role="tab"][tabindex="0"]')).length, 1);
});
