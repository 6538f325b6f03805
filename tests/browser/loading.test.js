/** What comes later: fetched at the first sign of a person, said where it fails, tried again, nothing lost. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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
 * @param {RegExp} pattern Requests to break.
 * @returns {Promise<() => void>} Ends it.
 */
const breakRequests = async ({ page }, pattern) => {
  let isBroken = true;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (isBroken && pattern.test(request.url())) request.respond({ status: 404, body: 'gone' });
    else request.continue();
  });
  return () => {
    isBroken = false;
  };
};

/** @param {Visit} visit */
const laterFiles = (visit) =>
  visit.requests.filter((url) => /\/(later|en-later)[.-]/.test(new URL(url).pathname));

test('fetches what comes later at the first sign of a person, before it is needed', async () => {
  for (const act of /** @type {((visit: Visit) => Promise<unknown>)[]} */ ([
    (visit) => visit.page.mouse.move(300, 300),
    (visit) => visit.page.keyboard.press('Tab'),
  ])) {
    const visit = await world.visit();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(laterFiles(visit), []);
    await act(visit);
    await visit.waitForLater();
    assert.equal(laterFiles(visit).length, 3, 'code, words, styles');
  }
});

test('says that a part did not load, keeps the key, and goes on where one loads again', async () => {
  const visit = await world.visit();
  const mend = await breakRequests(visit, /\/later-\w+\.js/);
  const key = world.sandbox.generateKey();
  await visit.paste('API key', key);
  await visit.waitForAnnouncement('alert', /A part of this page did not load/);
  assert.equal(await visit.value('API key'), key);
  assert.equal(world.sandbox.requests.length, 0, 'nothing was sent');
  await visit.click('button', 'Load again');
  await visit.waitForAnnouncement('alert', /did not load/);
  mend();
  await visit.click('button', 'Load again');
  await visit.waitForState('ready');
  assert(!(await visit.has('heading', 'A part of this page did not load')));
  assert.equal(await visit.value('API key'), key);
});

test('goes on by itself once the device is online again', async () => {
  const visit = await world.visit();
  await visit.page.setOfflineMode(true);
  await visit.type('API key', world.sandbox.generateKey());
  await visit.page.keyboard.press('Enter');
  await visit.waitForAnnouncement('alert', /did not load/);
  await visit.page.setOfflineMode(false);
  await visit.waitForState('ready');
});

test('checks nothing that was forgotten while it waited', async () => {
  const visit = await world.visit();
  const mend = await breakRequests(visit, /\/en-later-\w+\.js/);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForAnnouncement('alert', /did not load/);
  await visit.page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  });
  mend();
  await visit.click('button', 'Load again');
  await visit.waitForLater();
  assert.equal(await visit.value('API key'), '');
  assert.equal(world.sandbox.requests.length, 0);
  assert.equal(await visit.state(), 'needsWorkspace');
});

test('stays in its language where another one does not load, says so, and can be asked again', async () => {
  const visit = await world.visit();
  await visit.type('Workspace', 'acme');
  const mend = await breakRequests(visit, /\/de-\w+\.js/);
  await visit.page.$eval('>>> .language select', (select) => {
    select.value = 'de';
    select.dispatchEvent(new Event('change'));
  });
  await visit.waitForAnnouncement('alert', /did not load/);
  assert.equal(await visit.page.$eval('>>> .language select', (select) => select.value), 'en');
  assert.equal(await visit.value('Workspace'), 'acme');
  mend();
  await visit.pickLanguage('de');
  assert.equal(await visit.value('Arbeitsbereich'), 'acme');
});

test('takes English where the wanted language does not load, and the guide where none does', async () => {
  const visit = await world.visit({ javaScript: false, languages: ['ja'] });
  await visit.page.setJavaScriptEnabled(true);
  await breakRequests(visit, /\/ja-\w+\.js/);
  await visit.page.reload();
  await visit.waitForLanguage('en');

  const other = await world.visit({ javaScript: false });
  await other.page.setJavaScriptEnabled(true);
  await breakRequests(other, /\/en-\w+\.js/);
  const refused = other.page.waitForResponse((answer) => /\/en-\w+\.js/.test(answer.url()));
  await other.page.reload();
  assert.equal((await refused).status(), 404);
  // Time to do what it must not.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const guide = await other.page.$eval(
    '.guide',
    (node) => node.checkVisibility() && node.textContent,
  );
  assert.match(String(guide), /Open your API key settings/);
});

test('nothing moves under the hand that fetched the later part', async () => {
  for (const width of [320, 1280]) {
    const visit = await world.visit({ width });
    const places = () =>
      visit.page.$$eval('>>> #workspace, >>> #api-key, >>> .step', (nodes) =>
        nodes.map((node) => node.getBoundingClientRect().top + window.scrollY),
      );
    const before = await places();
    await (await visit.find('textbox', 'Workspace')).hover();
    await visit.waitForLater();
    assert.deepEqual(await places(), before, `${width} px`);
  }
});

test('the first view needs nothing of Intl, whose first use takes longer than the rest of it', async () => {
  const visit = await world.visit();
  await visit.page.evaluateOnNewDocument(() => {
    /** @type {string[]} */
    const used = [];
    for (const name of ['NumberFormat', 'DateTimeFormat', 'PluralRules', 'ListFormat']) {
      const watched = new Proxy(Reflect.get(Intl, name), {
        construct: (target, values) => {
          used.push(name);
          return Reflect.construct(target, values);
        },
      });
      Reflect.set(Intl, name, watched);
    }
    Object.assign(window, { usedOfIntl: used });
  });
  const used = () => visit.page.evaluate(() => Object(window).usedOfIntl);
  await visit.page.reload();
  await visit.waitForState('needsWorkspace');
  assert.deepEqual(await used(), []);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
  await visit.click('button', 'Make the first call');
  await visit.page.waitForFunction(() => Object(window).usedOfIntl.length > 0);
});
