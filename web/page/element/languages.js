/**
 * Owns the languages of the package's inline mode, in place of `messages/languages.js`: its 0.3 MB have room
 * for English. The frame speaks all of them.
 */

/** @import { Language } from '../messages/languages.js' */

/** @type {Language} */
const english = {
  locale: 'en',
  name: 'English',
  dir: 'ltr',
  first: () => import('../messages/en.js'),
  later: () => import('../messages/en-later.js'),
};

export const languages = [english];
export const pickLanguage = () => english;
