/** Owns which languages there are, their direction, and which one an element gets. */

import en from './en.js';

/** @import { Messages } from '../i18n.js' */
/** @typedef {{ locale: string, dir: 'ltr' | 'rtl', messages: Messages }} Language */

/** @type {readonly Language[]} */
export const languages = [{ locale: 'en', dir: 'ltr', messages: en }];

/**
 * @param {readonly string[]} wanted BCP 47, best first.
 * @returns {Language} The first that there is, by its primary language; else English.
 */
export const pickLanguage = (wanted) => {
  const primary = (/** @type {string} */ tag) => tag.toLowerCase().split('-')[0];
  for (const tag of wanted) {
    const found = languages.find(({ locale }) => primary(locale) === primary(tag));
    if (found) return found;
  }
  return languages[0];
};
