/** Owns the names of the keys that a test presses. */

/** @typedef {keyof typeof keys} Key */

/** With a modifier or none, and the code points by which WebDriver knows those without a character. */
export const keys = Object.freeze({
  Tab: '\uE004',
  'Shift+Tab': '\uE004',
  Enter: '\uE007',
  Space: ' ',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
  'Control+a': 'a',
  'Control+c': 'c',
  'Control+v': 'v',
});
