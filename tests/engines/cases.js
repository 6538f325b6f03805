/** Owns what the page must do in every engine, word for word the same. */

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inventCompanies } from '../../web/sandbox/index.js';
import { readPaper } from '../browser/support/paper.js';
import { readPdf } from '../browser/support/pdf-text.js';
import { Person, waitFor } from '../browser/support/person.js';
import { collectPlaces, findSecret } from '../browser/support/places.js';
import { record } from '../browser/support/record.js';
import { runInBash } from '../browser/support/shell.js';
import { startStage } from '../browser/support/world.js';

/** @import { TestContext } from 'node:test' */
/** @import { Engine } from '../browser/support/engines/engine.js' */
/** @import { Hand } from '../browser/support/person.js' */
/** @import { Stage } from '../browser/support/world.js' */

const limitMs = 180_000;

const hostileNames = [
  '<img src=x onerror="document.title=1">',
  'W'.repeat(300),
  '\u202Egnp.txt\u202C reversed',
  '\u0634\u0631\u0643\u0629 \u0627\u0644\u0628\u062D\u0631',
  '\u{1F469}\u{1F3FD}\u200D\u{1F680}\u{1F9FE} Rockets',
];

/**
 * @param {TestContext} t Whose end is the person's.
 * @param {Parameters<typeof Person.open>} how
 */
const meet = async (t, ...how) => {
  const person = await Person.open(...how);
  t.after(() => person.leave());
  return person;
};

/** @param {Person} settings */
const readNewKey = (settings) =>
  settings.tab.evaluate(() => String(Reflect.get(document.querySelector('#key') ?? {}, 'value')));

/**
 * @param {Person} settings
 * @param {'Generate' | 'Regenerate'} button
 * @returns {Promise<string>} The new key, which is on the clipboard too.
 */
const makeKey = async (settings, button) => {
  const before = await readNewKey(settings);
  await settings.use('button', button);
  const key = await waitFor('a new key', async () => {
    const now = await readNewKey(settings);
    return now !== before && now;
  });
  await settings.use('button', 'Copy');
  await settings.waitForAnnouncement('status', /Copied/);
  return key;
};

/** @param {Person} person */
const assertCalm = async (person) => {
  assert.deepEqual(await person.violations(), []);
  assert.deepEqual(await person.complaints(), []);
};

/**
 * @param {TestContext} t
 * @param {Engine} engine
 * @param {Stage} stage
 * @param {Hand} hand
 */
const goTheWholeWay = async (t, engine, { sandbox, siteUrl }, hand) => {
  const companies = inventCompanies(2);
  sandbox.setCompanies(companies);
  const person = await meet(t, engine, siteUrl, { hand, allowed: [sandbox.url] });
  await person.write('Workspace', 'acme');
  await person.use('link', 'Open API key settings');
  const settings = await person.toNewTab();
  const key = await makeKey(settings, 'Generate');
  await person.tab.activate();
  assert.equal(await person.focused(), 'input api-key');
  await person.paste('API key');
  await person.waitForState('choosesCompany');
  assert.match(await person.announced('status'), /^Verified.*2 companies/);
  await person.use('radio', String(companies[1].name));
  await person.waitForState('ready');

  await person.use('button', 'Copy x-api-key header');
  await person.waitForAnnouncement('status', /Copied/);
  assert.equal(await person.clipboard(), `x-api-key: ${key}`);
  await person.use('button', 'Copy both headers');
  const both = `x-api-key: ${key}\ncompanyid: ${companies[1]._id}`;
  await waitFor('both headers on the clipboard', async () => (await person.clipboard()) === both);
  sandbox.clearRequests();
  await person.use('button', 'Make the first call');
  assert.match(await person.waitForAnnouncement('status', /It works/), /\d+ roles? came back/);
  const [{ path, headers }] = sandbox.requests.filter(({ method }) => method === 'GET');
  assert.equal(path, '/roles?type=company');
  assert.equal(headers['x-api-key'], key);
  assert.equal(headers.companyid, companies[1]._id);
  for (const name of ['cookie', 'referer']) assert.equal(headers[name], undefined, name);

  await settings.tab.activate();
  const newKey = await makeKey(settings, 'Regenerate');
  assert.notEqual(newKey, key);
  await person.tab.activate();
  await person.setClipboard(key);
  await person.paste('API key');
  await person.waitForState('keyRejected');
  assert.match(await person.announced('alert'), /does not accept this key.*401/);
  await person.use('button', 'Forget key');
  await person.waitForState('needsWorkspace');
  await assertCalm(person);
};

/**
 * @param {Person} person
 * @param {string} key
 */
const searchEverywhere = async (person, key) => {
  const places = await collectPlaces(person.tab);
  for (const { text } of await person.console()) places.push(['console', text]);
  assert(places.length > 200, 'the search looked at the page');
  return findSecret(places, key);
};

/**
 * @param {Person} person
 * @param {string} key
 * @returns {Promise<string[]>} Where on paper the key is.
 */
const searchPaper = async (person, key) => {
  const { text, fields, rules } = await person.tab.evaluate(readPaper);
  assert(rules > 0 && text.length > 200, 'the paper was looked at');
  const pages = await person.tab.print?.().then(readPdf);
  if (pages)
    assert(
      pages.some((page) => page.includes('AgencyHandy')),
      'the PDF can be read',
    );
  return findSecret(
    [
      ...[text, ...fields].map((one) => /** @type {const} */ (['paper', one])),
      ...(pages ?? []).map((one) => /** @type {const} */ (['PDF', one])),
    ],
    key,
  );
};

/**
 * @param {Person} person
 * @param {string} url Where to go in between.
 * @returns {Promise<boolean>} Whether the page came back as it was, from the back-forward cache.
 */
const leaveAndComeBack = async (person, url) => {
  await person.tab.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'isAsItWas', persisted)),
  );
  await person.tab.goto(url);
  await person.tab.evaluate(() => history.back());
  await person.waitForState('needsWorkspace');
  await person.tab.evaluate(record);
  return person.tab.evaluate(() => Reflect.get(window, 'isAsItWas') === true);
};

/**
 * Writes a copy of the page beside it, in which the record begins before everything else.
 *
 * @param {Stage} stage
 * @returns {Promise<string>} Its url.
 */
const writeRecordedPage = async ({ siteDir, siteUrl }) => {
  const html = await readFile(join(siteDir, 'index.html'), 'utf8');
  const recorded = html.replace('<link ', '<script src="recorder.js"></script>\n<link ');
  assert.notEqual(recorded, html);
  await writeFile(join(siteDir, 'recorder.js'), `(${record})();\n`);
  await writeFile(join(siteDir, 'recorded.html'), recorded);
  return `${siteUrl}recorded.html`;
};

/**
 * Declares the tests of one engine.
 *
 * @param {string} name
 * @param {() => Promise<Engine>} openEngine
 */
export const testEngine = (name, openEngine) => {
  /** @type {Engine} */
  let engine;
  /** @type {Stage} */
  let stage;
  before(async () => {
    engine = await openEngine();
    stage = await startStage();
  });
  after(async () => {
    await Promise.all([engine?.close(), stage?.close()]);
  });

  /**
   * @param {string} what
   * @param {(t: TestContext) => Promise<void>} run
   */
  const check = (what, run) => test(`${name}: ${what}`, { timeout: limitMs }, run);

  for (const hand of /** @type {const} */ (['mouse', 'keyboard'])) {
    check(
      `goes the whole way by ${hand}, from Generate to the key that Regenerate ended`,
      async (t) => {
        const own = await startStage();
        t.after(() => own.close());
        await goTheWholeWay(t, engine, own, hand);
      },
    );
  }

  check('loads and verifies under the whole policy, Trusted Types enforced', async (t) => {
    stage.sandbox.setCompanies(inventCompanies(1));
    const person = await meet(t, engine, await writeRecordedPage(stage));
    await person.setClipboard(stage.sandbox.generateKey());
    await person.paste('API key');
    await person.waitForState('ready');
    await assertCalm(person);
    // Firefox 140 lacks them.
    if (!(await person.tab.evaluate(() => 'trustedTypes' in window))) {
      return t.diagnostic('this version has no Trusted Types');
    }
    const refused = await person.tab.evaluate(() => {
      try {
        document.body.innerHTML = '<b>written</b>';
        return 'nothing';
      } catch (error) {
        return error instanceof TypeError ? 'innerHTML' : String(error);
      }
    });
    assert.equal(refused, 'innerHTML');
    const seen = await waitFor('a violation', async () => {
      const all = await person.violations();
      return all.length > 0 && all;
    });
    assert.match(seen.join(), /require-trusted-types-for/, 'the record works');
  });

  check(
    'shows hostile names as the text that they are, in a layout that stays whole',
    async (t) => {
      const companies = hostileNames.map((text, index) => ({
        _id: (index + 1).toString(16).padStart(24, 'a'),
        name: text,
      }));
      stage.sandbox.setCompanies(companies);
      const person = await meet(t, engine, stage.siteUrl, { width: 320 });
      await person.write('API key', stage.sandbox.generateKey());
      await person.use('button', 'Verify key');
      await person.waitForState('choosesCompany');
      for (const text of hostileNames) {
        await person.use('radio', text);
        await person.waitForState('ready');
        const { names, images, overflow } = await person.tab.evaluate(() => {
          const shadow = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
          return {
            names: [...(shadow?.querySelectorAll('.steps bdi') ?? [])].map(
              (node) => node.textContent,
            ),
            images: shadow?.querySelectorAll('img').length,
            overflow: document.documentElement.scrollWidth - window.innerWidth,
          };
        });
        assert(names.filter((shown) => shown === text).length >= 2, `${text} in ${names}`);
        assert.equal(images, 0);
        assert(overflow <= 0, `${overflow} px too wide with ${text}`);
      }
      assert.notEqual(await person.tab.evaluate(() => document.title), '1');
      await assertCalm(person);
    },
  );

  check('goes around an API without CORS by the reply of the shown command', async (t) => {
    t.after(() => stage.sandbox.setCors('open'));
    stage.sandbox.setCompanies(inventCompanies(1));
    stage.sandbox.setCors('closed');
    const key = stage.sandbox.generateKey();
    const person = await meet(t, engine, stage.siteUrl);
    await person.setClipboard(key);
    await person.paste('API key');
    const alert = await person.waitForAnnouncement('alert', /web pages may not read it/);
    assert.match(alert, /nothing is known about the key/);
    const command = await person.tab.evaluate(() => {
      const shadow = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
      return shadow?.querySelectorAll('.reply pre')[1].textContent ?? '';
    });
    await person.setClipboard(await runInBash(command, key));
    await person.paste('API reply');
    await person.use('button', 'Use this reply');
    await person.waitForState('ready');
    assert.match(await person.announced('status'), /Lantern & Loom Studio/);
    assert.deepEqual(await person.violations(), []);
  });

  check(
    'keeps the key in memory alone: nowhere stored, nowhere on paper, gone on leaving',
    async (t) => {
      stage.sandbox.setCompanies(inventCompanies(1));
      const key = stage.sandbox.generateKey();
      const person = await meet(t, engine, stage.siteUrl);
      await person.setClipboard(key);
      await person.paste('API key');
      await person.waitForState('ready');
      await person.use('button', 'Show the key');
      await person.use('button', 'Copy both headers');
      await person.use('button', 'Make the first call');
      await person.waitForAnnouncement('status', /It works/);
      assert.deepEqual(await searchEverywhere(person, key), []);
      await assertCalm(person);

      const { settingsUrl } = stage.sandbox;
      const away = engine.comesBackFromOtherSites ? settingsUrl : `${stage.siteUrl}favicon.svg`;
      const isAsItWas = await leaveAndComeBack(person, away);
      assert(isAsItWas, 'the back-forward cache was used');
      assert.equal((await person.find('textbox', 'API key')).value, '');
      assert.deepEqual(await searchEverywhere(person, key), []);

      // Last, for a page that Chromium has printed does not go into the cache.
      await person.setClipboard(key);
      await person.paste('API key');
      await person.waitForState('ready');
      await person.use('button', 'Show the key');
      assert.deepEqual(await searchPaper(person, key), []);
      await assertCalm(person);
    },
  );

  check('finds a key that is stored, shown or printed', async (t) => {
    const key = stage.sandbox.generateKey();
    const person = await meet(t, engine, stage.siteUrl);
    await person.tab.evaluate((text) => {
      const shadow = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
      const line = document.createElement('p');
      line.textContent = text;
      shadow?.querySelector('.page')?.append(line);
      sessionStorage.setItem('x', text);
      console.log(text);
    }, key);
    const places = new Set(await searchEverywhere(person, key));
    assert.deepEqual([...places].sort(), ['console', 'sessionStorage', 'text of p']);
    const paper = new Set(await searchPaper(person, key));
    assert.deepEqual([...paper], person.tab.print ? ['paper', 'PDF'] : ['paper']);
  });
};
