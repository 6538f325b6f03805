/**
 * Every state in every language at 320 px: each word has its place, the structure is the same, nothing
 * typed gets lost by the change, no English shows through.
 */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readWords as readCoreWords } from '../../scripts/lib/package.js';
import { languages } from '../../web/page/messages/languages.js';
import { inventKey } from './support/keys.js';
import { openAll, states, verify } from './support/states.js';
import { startWorld } from './support/world.js';

/** @import { Visit } from './support/visit.js' */
/** @import { World } from './support/world.js' */

/** @type {World} */
let world;
before(async () => {
  world = await startWorld();
});
after(() => world.close());

const others = languages.filter(({ locale }) => locale !== 'en');

/** @param {(typeof languages)[number]} language */
const readWords = async ({ first, later }) =>
  /** @type {Record<string, string>} */ ({
    ...(await first()).default,
    ...(await later()).default,
  });

const english = await readWords(languages[0]);

/** Sentences of the package, which are for programmers. */
const packageTexts = readCoreWords('texts')[1].filter((text) => text.length > 12);

/** Runs in the page: every element whose words are wider than their place. */
const findTooWide = () => {
  const root = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
  const { clientWidth, scrollWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`html ${scrollWidth} > ${clientWidth}`] : [];
  for (const node of root?.querySelectorAll('.page *') ?? []) {
    if (!(node instanceof HTMLElement) || !node.checkVisibility()) continue;
    // What a person typed scrolls in its field, the list of snippets scrolls by design, and some words
    // are for assistive technology alone.
    if (node.closest('input, textarea, .tabs, .unseen')) continue;
    const { left, right, width } = node.getBoundingClientRect();
    const name = `${node.localName}.${node.className} "${node.textContent?.slice(0, 40)}"`;
    if (width > 0 && (left < -0.5 || right > clientWidth + 0.5)) found.push(`${name} is outside`);
    if (node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1) {
      found.push(`${name} ${node.scrollWidth} > ${node.clientWidth}`);
    }
  }
  return found;
};

/** Runs in the page: what it is made of, without its words. */
const readStructure = () => {
  const root = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
  return [...(root?.querySelectorAll('.page *') ?? [])]
    .map(({ localName, className, id }) => `${localName} ${className} ${id}`)
    .sort();
};

/** Runs in the page: what was typed, chosen and opened. */
const readInput = () => {
  const root = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
  const texts = [...(root?.querySelectorAll('input, textarea') ?? [])].map((field) =>
    field instanceof HTMLInputElement
      ? `${field.id} ${field.value} ${field.checked}`
      : `${field.id} ${Reflect.get(field, 'value')}`,
  );
  const opened = [...(root?.querySelectorAll('details') ?? [])].map(
    ({ id, open }) => `${id} ${open}`,
  );
  return [...texts, ...opened];
};

/** Runs in the page: the direction of commands, keys and headers. */
const findTurnedCode = () => {
  const root = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
  return [...(root?.querySelectorAll('code, pre, .vendor, input[type="text"], textarea') ?? [])]
    .filter((node) => getComputedStyle(node).direction !== 'ltr')
    .map((node) => node.outerHTML);
};

/**
 * @param {Visit} visit
 * @returns {Promise<string[]>} Each text that stands on the page or is announced.
 */
const readTexts = async (visit) => {
  const shown = await visit.page.$eval('>>> .page[lang]', (page) => {
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const { parentElement, data } = /** @type {Text} */ (walker.currentNode);
      if (!parentElement?.closest('[lang]:not(.page)')) texts.push(data);
    }
    return texts;
  });
  return shown.map((text) => text.replace(/[\u2066-\u2069]/g, '').trim()).filter(Boolean);
};

/**
 * @param {readonly string[]} texts
 * @param {Record<string, string>} words The language's own.
 */
const findEnglish = (texts, words) => {
  const foreign = Object.entries(english)
    .filter(([key, text]) => words[key] !== text && text.length > 3)
    .flatMap(([, text]) => text.split(/\{\w+\}/).map((part) => part.trim()))
    .filter((part) => part.split(' ').length > 2);
  const wrong = [...foreign, ...packageTexts];
  return texts.filter((text) => wrong.some((part) => text.includes(part)));
};

test('the search for English knows the package’s sentences and the page’s', () => {
  assert(packageTexts.length > 30);
  const { 'failure.offline.text': offline } = english;
  assert.notDeepEqual(findEnglish([offline], {}), []);
  assert.notDeepEqual(findEnglish([`x ${packageTexts[3]}`], {}), []);
});

// Offline, the words of another language cannot come: loading.test.js has what is said then.
const { offline: _, ...reachable } = states;
for (const [name, reach] of Object.entries(reachable)) {
  test(`in eight languages at 320 px, each word has its place: ${name}`, async (t) => {
    const visit = await world.visit({ width: 320, languages: ['en'] });
    await reach(visit, world);
    // A sign of a person, where the state itself needs none.
    await visit.page.mouse.move(160, 300);
    await visit.waitForLater();
    const { page } = visit;
    assert.deepEqual(await page.evaluate(findTooWide), []);
    const structure = await page.evaluate(readStructure);
    const input = await page.evaluate(readInput);
    const state = await visit.state();
    for (const language of [...others, languages[0]]) {
      const { locale, dir } = language;
      await visit.pickLanguage(locale);
      assert.deepEqual(await page.evaluate(findTooWide), [], locale);
      assert.deepEqual(await page.evaluate(readStructure), structure, locale);
      assert.deepEqual(await page.evaluate(readInput), input, locale);
      assert.equal(await visit.state(), state, locale);
      const found = await page.$eval('>>> .page[lang]', (node) => getComputedStyle(node).direction);
      assert.equal(found, dir, locale);
      assert.deepEqual(await page.evaluate(findTurnedCode), [], locale);
      if (locale !== 'en') {
        const left = findEnglish(await readTexts(visit), await readWords(language));
        assert.deepEqual(left, [], locale);
      }
    }
    assert.deepEqual(visit.complaints, []);
    t.diagnostic(`${languages.length} languages`);
  });
}

test('words that are wider than their place would be found', async () => {
  const visit = await world.visit({ width: 320 });
  await visit.page.$eval('>>> .button.primary', (button) => {
    button.textContent = 'x'.repeat(80);
    if (button instanceof HTMLElement) button.style.overflowWrap = 'normal';
  });
  assert.notDeepEqual(await visit.page.evaluate(findTooWide), []);
});

for (const language of languages) {
  const { locale, dir, name } = language;
  test(`speaks ${locale} to a browser that wants it, in what is shown and announced`, async () => {
    const visit = await world.visit({ languages: [locale, 'en'] });
    const words = await readWords(language);
    const { page } = visit;
    await visit.waitForLanguage(locale);
    const document = await page.$eval('html', (html) => ({ lang: html.lang, dir: html.dir }));
    assert.deepEqual(document, { lang: locale, dir });
    assert.equal(await page.title(), words['page.documentTitle']);
    const host = await page.$eval('agencyhandy-onboarding', (node) => ({
      lang: node.getAttribute('lang'),
      dir: node.getAttribute('dir'),
    }));
    assert.deepEqual(host, { lang: locale, dir });
    const chosen = await page.$eval('>>> .language select', (select) => ({
      name: select.selectedOptions[0].textContent,
      langs: [...select.options].map((option) => option.lang),
    }));
    assert.equal(chosen.name, name);
    assert.deepEqual(
      chosen.langs,
      languages.map((one) => one.locale),
    );
    assert(await visit.has('combobox', words['page.language']));

    const alerts = [];
    const field = words['key.label'];
    await visit.paste(field, inventKey());
    await visit.waitForState('keyRejected');
    alerts.push(await visit.announced('alert'));
    assert(alerts[0].startsWith(words['failure.keyRejected']));
    world.sandbox.setFaults([{ path: '/accounts/companies', status: 503 }]);
    await visit.paste(field, world.sandbox.generateKey());
    await visit.waitForState('unknown');
    alerts.push(await visit.announced('alert'));
    assert(alerts[1].startsWith(words['failure.server']));
    await openAll(visit);
    for (const reply of [
      '<!doctype html>',
      '{"message":"x","statusCode":401}',
      '{"companies":[{}]}',
    ]) {
      await visit.paste(words['reply.label'], reply);
      await visit.click('button', words['reply.use']);
      alerts.push(await visit.waitForAnnouncement('alert', /./));
    }
    await visit.paste(words['workspace.label'], 'www.agencyhandy.com');
    await page.keyboard.press('Enter');
    alerts.push(await visit.waitForAnnouncement('alert', /acme\.agencyhandy\.com/));
    if (locale === 'en') return;
    assert.deepEqual(findEnglish([...alerts, ...(await readTexts(visit))], words), []);
  });
}

test('keeps a verified key through a change of the language, with the focus on the list', async () => {
  const visit = await world.visit();
  await verify(visit, world);
  await visit.waitForState('ready');
  await visit.click('radio', 'List roles');
  const sent = world.sandbox.requests.length;
  await visit.pickLanguage('ar');
  const words = await readWords(languages[7]);
  assert.match(await visit.focused(), /^select/);
  assert.equal(world.sandbox.requests.length, sent, 'nothing is sent again');
  assert.match(
    await visit.page.$eval('>>> [role="tabpanel"]', (node) => node.textContent ?? ''),
    /roles/,
  );
  await visit.click('button', words['firstCall.button']);
  await visit.waitForAnnouncement('status', /./);
  await visit.click('button', words['forget.button']);
  await visit.waitForState('needsWorkspace');
});

test('remembers no language: the next visit asks the browser again', async () => {
  const visit = await world.visit({ languages: ['de'] });
  await visit.pickLanguage('fr');
  assert.deepEqual(await visit.page.evaluate(() => ({ ...localStorage })), {});
  await visit.page.reload();
  await visit.waitForLanguage('de');
});

test('shows German words that are longer than a narrow place broken, not cut', async () => {
  const visit = await world.visit({ width: 320, languages: ['de'] });
  await openAll(visit);
  await visit.waitForLater();
  await visit.page.setViewport({ width: 240, height: 600 });
  assert.deepEqual(await visit.page.evaluate(findTooWide), []);
});
