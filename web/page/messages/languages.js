/**
 * Owns which languages there are, how each names itself, and which one a person gets. The words of each
 * come in two files: what the first view shows, and what can only be seen later.
 */

/** @import { FirstMessages, Messages } from '../i18n.js' */

/**
 * Plural forms are as many as a language has, so that no two need have the same: a test holds them.
 *
 * @typedef {Omit<Messages, keyof FirstMessages | `${string}.one` | `${string}.other`>} LaterMessages
 */
/** @template T @typedef {(again?: string) => Promise<{ default: T }>} Load Fetches anew where `again` is another. */

/**
 * @typedef {object} Language
 * @property {string} locale BCP 47.
 * @property {'ltr' | 'rtl'} dir
 * @property {string} name In the language itself.
 * @property {string} [format] The locale for numbers and dates, where it is another.
 * @property {Load<FirstMessages>} first
 * @property {Load<LaterMessages>} later
 */

/**
 * @param {string} locale
 * @param {string} name
 * @param {Load<FirstMessages>} first
 * @param {Load<LaterMessages>} later
 * @returns {Language}
 */
const define = (locale, name, first, later) => ({ locale, name, dir: 'ltr', first, later });

/** @type {readonly Language[]} */
export const languages = [
  define(
    'en',
    'English',
    () => import('./en.js'),
    () => import('./en-later.js'),
  ),
  define(
    'es',
    'Español',
    () => import('./es.js'),
    () => import('./es-later.js'),
  ),
  define(
    'fr',
    'Français',
    () => import('./fr.js'),
    () => import('./fr-later.js'),
  ),
  define(
    'de',
    'Deutsch',
    () => import('./de.js'),
    () => import('./de-later.js'),
  ),
  define(
    'pt-BR',
    'Português (Brasil)',
    () => import('./pt-br.js'),
    () => import('./pt-br-later.js'),
  ),
  define(
    'ja',
    '日本語',
    () => import('./ja.js'),
    () => import('./ja-later.js'),
  ),
  define(
    'zh-Hans',
    '简体中文',
    () => import('./zh.js'),
    () => import('./zh-later.js'),
  ),
  {
    ...define(
      'ar',
      'العربية',
      () => import('./ar.js'),
      () => import('./ar-later.js'),
    ),
    dir: 'rtl',
    // Commands, statuses and ids stand in the same digits.
    format: 'ar-u-nu-latn',
  },
];

const toPrimary = (/** @type {string} */ tag) => tag.toLowerCase().split('-')[0];

/**
 * @param {readonly string[]} wanted BCP 47, best first.
 * @returns {Language} The first that there is, by its primary language; else English.
 */
export const pickLanguage = (wanted) => {
  for (const tag of wanted) {
    const found = languages.find(({ locale }) => toPrimary(locale) === toPrimary(tag));
    if (found) return found;
  }
  return languages[0];
};
