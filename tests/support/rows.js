// Owns the table of promises: the fifteen rows, where each must hold, and which cases show it (cases/).
// Owns no case.

import { readdirSync } from 'node:fs';

/** @import { Case } from './stage.js' */

const titles = [
  'redirects',
  'path safety',
  'deadlines',
  'abort',
  'retries',
  'writes',
  'backoff',
  'Retry-After',
  'printing',
  'input',
  'size',
  'content',
  'JSON',
  'truncation',
  'isolation',
];
const inBrowsers = [1, 2, 3, 4, 9, 10, 11, 12];
const folder = new URL('./cases/', import.meta.url);

/**
 * @typedef {object} Row
 * @property {number} number
 * @property {string} title
 * @property {boolean} inBrowsers whether it is shown in real browsers too
 * @property {Case[]} cases all lists that its files export by a name that ends in Cases
 */

/**
 * @param {number} number
 * @returns {Promise<Case[]>}
 */
async function readCases(number) {
  const prefix = `${number}-`.padStart(3, '0');
  const files = readdirSync(folder).filter((name) => name.startsWith(prefix));
  const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)));
  return modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (name.endsWith('Cases') ? value : [])),
  );
}

/** @returns {Promise<Row[]>} */
export function readRows() {
  return Promise.all(
    titles.map(async (title, index) => {
      const number = index + 1;
      const cases = await readCases(number);
      return { number, title, inBrowsers: inBrowsers.includes(number), cases };
    }),
  );
}
