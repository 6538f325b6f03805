/** Every state, light and dark, narrow and wide: no axe violation, no sideways scrolling. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { inventCompanies } from '../../web/sandbox/index.js';
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

/** @param {Visit} visit */
const verify = (visit) => visit.paste('API key', world.sandbox.generateKey());

/** @param {Visit} visit */
const openAll = (visit) =>
  visit.page.$$eval('>>> details', (nodes) => {
    for (const node of nodes) node.open = true;
  });

/** @type {Readonly<Record<string, (visit: Visit) => Promise<unknown>>>} */
const states = {
  'at the start, all opened': openAll,
  'with a workspace and an existing key': async (visit) => {
    await visit.type('Workspace', 'portal.example.com');
    await visit.click('radio', 'A key exists');
  },
  'with a wrong workspace': async (visit) => {
    await visit.type('Workspace', 'ab');
    await visit.page.keyboard.press('Enter');
    await visit.waitForAnnouncement('alert', /./);
  },
  verifying: async (visit) => {
    world.sandbox.setFaults([{ path: '/accounts/companies', hang: true }]);
    await verify(visit);
    await visit.waitForState('verifying');
  },
  'with a key of bad form': async (visit) => {
    await visit.type('API key', '\u00e4');
    await visit.page.keyboard.press('Enter');
    await visit.waitForAnnouncement('alert', /./);
  },
  'with a refused key and notes': async (visit) => {
    await visit.paste('API key', ' Bearer none ');
    await visit.waitForState('keyRejected');
  },
  forbidden: async (visit) => {
    world.sandbox.setFaults([{ path: '/accounts/companies', status: 403 }]);
    await verify(visit);
    await visit.waitForState('forbidden');
  },
  'rate limited': async (visit) => {
    world.sandbox.setFaults([{ path: '/accounts/companies', status: 429 }]);
    await verify(visit);
    await visit.waitForState('rateLimited');
  },
  'with CORS closed': async (visit) => {
    world.sandbox.setCors('closed');
    await verify(visit);
    await visit.waitForAnnouncement('alert', /CORS/);
  },
  'with another server’s answer': async (visit) => {
    world.sandbox.setFaults([{ path: '/accounts/companies', status: 404 }]);
    await verify(visit);
    await visit.waitForState('notTheApi');
  },
  'with no company': async (visit) => {
    world.sandbox.setCompanies([]);
    await verify(visit);
    await visit.waitForState('noCompany');
  },
  'with a choice of companies': async (visit) => {
    world.sandbox.setCompanies(inventCompanies(12));
    await verify(visit);
    await visit.waitForState('choosesCompany');
  },
  'ready, all opened': async (visit) => {
    await verify(visit);
    await visit.waitForState('ready');
    await openAll(visit);
  },
  'ready, by a reply alone': async (visit) => {
    await openAll(visit);
    await visit.paste(
      'API reply',
      '{"companies":[{"_id":"6525994184e9ddd79853450e","name":"Acme"}]}',
    );
    await visit.click('button', 'Use this reply');
    await visit.waitForState('ready');
  },
  'after the first call': async (visit) => {
    await verify(visit);
    await visit.waitForState('ready');
    await visit.click('button', 'Make the first call');
    await visit.waitForAnnouncement('status', /It works/);
  },
  'after a first call that failed': async (visit) => {
    await verify(visit);
    await visit.waitForState('ready');
    world.sandbox.setFaults([{ path: '/roles', status: 404 }]);
    await visit.click('button', 'Make the first call');
    await visit.waitForAnnouncement('alert', /./);
  },
};

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

for (const width of [320, 1280]) {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    for (const [name, reach] of Object.entries(states)) {
      test(`axe finds nothing ${name}, ${scheme}, ${width} px, and nothing scrolls sideways`, async () => {
        const visit = await world.visit({ width, scheme });
        await reach(visit);
        assert.deepEqual(await runAxe(visit), []);
        const { scrollWidth, clientWidth } = await visit.page.$eval('html', (html) => ({
          scrollWidth: html.scrollWidth,
          clientWidth: html.clientWidth,
        }));
        assert(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}`);
      });
    }
    test(`axe finds nothing in the written guide, ${scheme}, ${width} px`, async () => {
      const visit = await world.visit({ width, scheme, script: false });
      assert.deepEqual(await runAxe(visit), []);
    });
  }
}

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
  await verify(visit);
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
