/**
 * Owns the pictures of every state in every language, theme and width, and the sheet that shows them at a
 * glance. Owns no state (states.js) and no claim: a person looks at them.
 */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languages } from '../../../web/page/messages/languages.js';
import { states } from './states.js';
import { startWorld } from './world.js';

/** @import { Visit } from './visit.js' */
/** @import { World } from './world.js' */

/**
 * @typedef {object} Look
 * @property {number} width CSS pixels
 * @property {'light' | 'dark'} scheme
 *
 * @typedef {object} Row
 * @property {string} state
 * @property {string} locale
 * @property {string} slug what its pictures' names begin with
 */

/** @type {readonly Look[]} */
const looks = [
  { width: 1280, scheme: 'light' },
  { width: 320, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'dark' },
];
const guide = 'as the written guide';
const thumbnailHeightPx = 170;

/** @returns {string[]} the languages that there are pictures for */
export const listLocales = () => languages.map(({ locale }) => locale);

/** @param {string} text */
const toSlug = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * @param {string} slug
 * @param {Look} look
 */
const toName = (slug, { width, scheme }) => `${slug}-${scheme}-${width}`;

/**
 * Puts in sight what the state is about: where the focus is, else the step that is on.
 *
 * @param {Visit} visit
 */
const turnTo = (visit) =>
  visit.page.evaluate(() => {
    const root = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
    const place = root?.activeElement ?? root?.querySelector('[data-phase="now"]');
    if (place?.closest('.step')?.matches(':first-child')) window.scrollTo(0, 0);
    else place?.scrollIntoView({ block: 'center', behavior: 'instant' });
  });

/**
 * @param {Visit} visit
 * @param {string} dir
 * @param {string} slug
 */
const takePictures = async (visit, dir, slug) => {
  for (const look of looks) {
    await visit.show(look);
    await visit.settle();
    await turnTo(visit);
    const name = toName(slug, look);
    const options = /** @type {const} */ ({ type: 'jpeg', quality: 80 });
    await visit.page.screenshot({ ...options, path: join(dir, 'views', `${name}.jpg`) });
    await visit.page.screenshot({
      ...options,
      fullPage: true,
      path: join(dir, 'pages', `${name}.jpg`),
    });
  }
};

/**
 * @param {string} text
 */
const escapeHtml = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/**
 * @param {Row[]} rows
 * @param {string[]} locales
 */
const toSheet = (rows, locales) => {
  const toCell = (/** @type {Row} */ { slug }) =>
    looks
      .map((look) => toName(slug, look))
      .map((name) => `<a href="pages/${name}.jpg"><img src="views/${name}.jpg" alt=""></a>`)
      .join('');
  const names = [...new Set(rows.map(({ state }) => state))];
  const lines = names.map((state) => {
    const cells = locales.map((locale) => {
      const row = rows.find((one) => one.state === state && one.locale === locale);
      return `<td>${row ? toCell(row) : ''}</td>`;
    });
    return `<tr><th scope="row">${escapeHtml(state)}</th>${cells.join('')}</tr>`;
  });
  const heads = locales.map((locale) => `<th scope="col">${escapeHtml(locale)}</th>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every state of the page</title>
<style>
  body { margin: 12px; background: #888; color: #fff; font: 14px sans-serif; inline-size: max-content; }
  th { inline-size: 9rem; text-align: start; vertical-align: top; }
  td { white-space: nowrap; padding: 3px 8px; }
  img { block-size: ${thumbnailHeightPx}px; margin-inline-end: 4px; }
</style>
<table>
<tr><td></td>${heads.join('')}</tr>
${lines.join('\n')}
</table>
</html>
`;
};

/**
 * @param {World} world
 * @param {string} dir
 * @param {Row[]} rows
 * @param {string[]} locales
 */
const writeSheet = async (world, dir, rows, locales) => {
  const file = join(dir, 'index.html');
  await writeFile(file, toSheet(rows, locales));
  const page = await world.browser.newPage();
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  const { width, height } = await page.evaluate(() => ({
    width: Math.ceil(document.body.getBoundingClientRect().width) + 24,
    height: document.body.scrollHeight + 24,
  }));
  await page.setViewport({ width, height });
  await page.screenshot({ path: join(dir, 'sheet.png') });
  await page.close();
};

/**
 * @param {object} options
 * @param {string} options.dir Emptied first.
 * @param {string[]} options.locales
 * @param {(line: string) => void} options.tell
 * @returns {Promise<number>} how many pictures there are
 */
export const takeGallery = async ({ dir, locales, tell }) => {
  await rm(dir, { recursive: true, force: true });
  for (const folder of ['views', 'pages']) await mkdir(join(dir, folder), { recursive: true });
  const world = await startWorld();
  /** @type {Row[]} */
  const rows = [];
  try {
    for (const locale of locales) {
      for (const [state, reach] of Object.entries(states)) {
        const slug = toSlug(`${locale} ${state}`);
        const visit = await world.visit({ languages: [locale] });
        await reach(visit, world);
        await takePictures(visit, dir, slug);
        rows.push({ state, locale, slug });
      }
      tell(`${locale}: ${rows.filter((row) => row.locale === locale).length} states`);
    }
    const slug = toSlug(guide);
    await takePictures(await world.visit({ script: false }), dir, slug);
    rows.push({ state: guide, locale: locales[0], slug });
    await writeSheet(world, dir, rows, locales);
    return rows.length * looks.length;
  } finally {
    await world.close();
  }
};
