/** The words: all there in all languages, none too many, with the same places and the right plurals. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createTranslator } from '../../web/page/i18n.js';
import { languages, pickLanguage } from '../../web/page/messages/languages.js';

/** @typedef {Record<string, string>} Words */

const root = join(import.meta.dirname, '../..');
const pageDir = join(root, 'web/page');

/** @type {{ locale: string, first: Words, later: Words, all: Words }[]} */
const books = await Promise.all(
  languages.map(async ({ locale, first, later }) => {
    const words = { first: (await first()).default, later: (await later()).default };
    return { locale, ...words, all: { ...words.first, ...words.later } };
  }),
);
const [english, ...others] = books;

/** What counts from two on: one never shows. */
const leastCounts = new Map([['key.choose', 2]]);
const plural = /^(?!reason\.)(.+)\.(zero|one|two|few|many|other)$/;

/** @param {string} key */
const toStem = (key) => plural.exec(key)?.[1] ?? key;

/** @param {Words} words */
const toStems = (words) => [...new Set(Object.keys(words).map(toStem))].sort();

const toPlaces = (/** @type {string} */ text) =>
  (text.match(/\{\w+\}/g) ?? []).sort((a, b) => a.localeCompare(b));

/** @param {string} folder */
const readSources = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !file.startsWith('messages/'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');

const source = readSources(pageDir);

/**
 * @param {RegExp} pattern With one group.
 * @param {string} text
 */
const findAll = (pattern, text) => [...text.matchAll(pattern)].map((match) => match[1]);

/** @param {string} file */
const read = (file) => readFileSync(join(root, file), 'utf8');

/** Keys that the page puts together, from the places that their parts come from. */
const builtKeys = () => {
  const core = readdirSync(join(root, 'src/core'))
    .map((file) => read(`src/core/${file}`))
    .join('\n');
  const reasons = findAll(/"((?:workspace|key|reply|company)_[a-z_]+)"/g, core).filter(
    (code) => code !== 'key_rejected',
  );
  const noteType = /code: ((?:'\w+'[\s*|]*)+)/.exec(read('web/client/onboarding.js'))?.[1] ?? '';
  const failures = read('web/page/failures.js');
  const byKind = /const byKind = \{([^}]*)\}/.exec(failures)?.[1] ?? '';
  const verdicts = /@typedef \{(.*)\} Verdict/.exec(read('web/page/probes.js'))?.[1] ?? '';
  const stems = [
    'unrecognised',
    'checking',
    ...findAll(/: '(\w+)'/g, byKind),
    ...findAll(/'(\w+)'/g, verdicts),
  ];
  return new Set([
    ...reasons.map((code) => `reason.${code}`),
    ...findAll(/'(\w+)'/g, noteType).map((code) => `note.${code}`),
    ...stems.flatMap((stem) => [`failure.${stem}`, `failure.${stem}.text`]),
    ...['unknown', '401', '403'].map((status) => `reason.reply_error.${status}`),
    ...['company', 'headers', 'snippets', 'firstCall', 'done'].flatMap((name) => [
      `${name}.title`,
      `${name}.later`,
    ]),
    ...['load', 'part'].flatMap((what) => [`${what}.title`, `${what}.text`]),
    ...['companies', 'roles'].map((call) => `call.${call}`),
    ...['notFound', 'unreadable'].map((name) => `firstCall.${name}.text`),
  ]);
};

test('there are eight languages, each named in itself, one of them right to left', () => {
  assert.deepEqual(
    languages.map(({ locale, dir }) => `${locale} ${dir}`),
    ['en ltr', 'es ltr', 'fr ltr', 'de ltr', 'pt-BR ltr', 'ja ltr', 'zh-Hans ltr', 'ar rtl'],
  );
  for (const { locale, name } of languages) {
    const own = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? '';
    assert.equal(name.toLocaleLowerCase(locale), own.toLocaleLowerCase(locale), locale);
  }
});

test('a person gets the first of the browser’s languages that there is, else English', () => {
  /** @type {[wanted: string[], locale: string][]} */
  const table = [
    [['de-AT', 'en'], 'de'],
    [['pt-PT'], 'pt-BR'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-TW', 'en'], 'zh-Hans'],
    [['sw', 'fr-CA', 'en'], 'fr'],
    [['AR-eg'], 'ar'],
    [['sw', 'xx'], 'en'],
    [[], 'en'],
    [[''], 'en'],
  ];
  for (const [wanted, locale] of table) assert.equal(pickLanguage(wanted).locale, locale);
});

test('every key that the page names has words', () => {
  const groups = [...new Set(Object.keys(english.all).map((key) => key.split('.')[0]))].join('|');
  const named = findAll(new RegExp(`'((?:${groups})\\.[\\w.]+)'`, 'g'), source).filter(
    (name) => !name.endsWith('.css'),
  );
  assert(named.length > 100);
  const missing = [...named, ...builtKeys()].filter(
    (key) => !(key in english.all) && !(`${key}.other` in english.all),
  );
  assert.deepEqual(missing, []);
});

test('no words are there that the page never uses', () => {
  const built = builtKeys();
  const unused = toStems(english.all).filter(
    (key) => !source.includes(`'${key}'`) && !built.has(key),
  );
  assert.deepEqual(unused, []);
});

test('what the first view shows and what comes later have no key in common', () => {
  const { first, later } = english;
  assert.deepEqual(
    Object.keys(first).filter((key) => key in later),
    [],
  );
});

for (const { locale, first, later, all } of others) {
  test(`${locale} has every message, in the same file, and no other`, () => {
    assert.deepEqual(toStems(first), toStems(english.first));
    assert.deepEqual(toStems(later), toStems(english.later));
    for (const [key, text] of Object.entries(all)) assert.notEqual(text.trim(), '', key);
  });

  test(`${locale} has the same places for values as English`, () => {
    for (const [key, text] of Object.entries(all)) {
      // "One second", "two seconds": some languages say it without the number.
      if (/\.(zero|one|two)$/.test(key)) continue;
      const model = english.all[key] ?? english.all[`${toStem(key)}.other`];
      assert.deepEqual(toPlaces(text), toPlaces(model), key);
    }
  });

  test(`${locale} has no words left in English`, () => {
    for (const [key, text] of Object.entries(all)) {
      const model = english.all[key] ?? '';
      assert.deepEqual(findCopies(text, model), [], key);
    }
  });
}

const copiedAtMost = 3;

/**
 * @param {string} text
 * @param {string} model
 * @returns {string[]} Runs of more English words than a name has.
 */
const findCopies = (text, model) => {
  const words = model.split(/\s+/);
  const runs = words.map((_, at) => words.slice(at, at + copiedAtMost + 1));
  return runs
    .filter((run) => run.length > copiedAtMost)
    .map((run) => run.join(' '))
    .filter((run) => text.includes(run));
};

test('words left in English would be found', () => {
  const key = 'failure.offline.text';
  const model = english.all[key];
  assert.notDeepEqual(findCopies(model, model), []);
  assert.notDeepEqual(findCopies(`Nein. ${model.slice(0, 40)}`, model), []);
});

for (const { locale, all } of books) {
  test(`${locale} has the plural forms that it needs, and no other`, () => {
    const rules = new Intl.PluralRules(locale);
    const stems = new Set(
      Object.keys(all)
        .filter((key) => plural.test(key))
        .map(toStem),
    );
    assert.deepEqual([...stems].sort(), [
      'failure.rateLimited.wait',
      'firstCall.answered',
      'key.choose',
    ]);
    for (const stem of stems) {
      const least = leastCounts.get(stem) ?? 0;
      const counts = [...Array.from({ length: 300 }, (_, at) => at + least), 1_000_000];
      const needed = [...new Set(counts.map((count) => rules.select(count)))].sort();
      const there = Object.keys(all)
        .filter((key) => plural.exec(key)?.[1] === stem)
        .map((key) => key.slice(stem.length + 1))
        .sort();
      assert.deepEqual(there, needed, stem);
    }
  });
}

test('Arabic has six plural forms, and each count takes its own', async () => {
  const arabic = languages.find(({ locale }) => locale === 'ar');
  assert(arabic);
  const t = createTranslator(arabic, (await arabic.first()).default);
  t.add((await arabic.later()).default);
  const texts = [0, 1, 2, 3, 11, 100].map((count) => t.count('firstCall.answered', count));
  assert.equal(new Set(texts).size, 6);
  assert.match(texts[4], /11/);
});

test('dates, numbers and lists are written as each language writes them', async () => {
  /** @param {string} wanted */
  const create = async (wanted) => {
    const language = pickLanguage([wanted]);
    return createTranslator(language, (await language.first()).default);
  };
  const date = new Date(Date.UTC(2026, 7, 16, 12));
  assert.match((await create('de')).date(date), /16\. August 2026/);
  assert.match((await create('ja')).date(date), /2026年8月16日/);
  assert.equal((await create('de')).number(1234567), '1.234.567');
  assert.equal((await create('en')).list(['a', 'b', 'c']), 'a, b, and c');
  assert.equal((await create('es')).list(['a', 'b', 'c']), 'a, b y c');
  const arabic = await create('ar');
  assert.match(arabic.number(401), /^401$/, 'the digits of the status as the API says it');
  for (const { locale } of languages) {
    assert.equal((await create(locale)).number(8), '8', `a step’s number in ${locale}`);
  }
});

test('the vendor’s labels stay as they are in every language', () => {
  /** @type {[key: string, place: string][]} */
  const table = [
    ['workspace.byHand', '{path}'],
    ['generate.noneText', '{generate}'],
    ['generate.existsText', '{regenerate}'],
    ['failure.keyRejected.text', '{regenerate}'],
    ['ask.text', '{path}'],
    ['ask.text', '{regenerate}'],
  ];
  for (const { locale, all } of books) {
    for (const [key, place] of table) assert(all[key].includes(place), `${locale} ${key}`);
  }
});
