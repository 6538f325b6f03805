/** Owns the search for a browser on PATH. */

import { findCommand, thisHost } from '../../../scripts/lib/host.js';

/**
 * @param {string} what What a person calls it.
 * @param {string[]} names The first that is found counts.
 * @returns {string}
 */
export const findExecutable = (what, names) => {
  const found = findCommand(thisHost(), names);
  if (!found) throw new Error(`There is no ${what} on PATH (${names.join(', ')})`);
  return found;
};
