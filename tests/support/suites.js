// Owns the way to public test data that lies beside the project. Owns no case: those that need it are
// skipped, by name, where the folder is absent.

import { existsSync, readdirSync, readFileSync } from 'node:fs';

const suites = new URL('../../../shared/suites/', import.meta.url);
const jsonSuite = new URL('json-test-suite/', suites);
const strings = new URL('naughty-strings.json', suites);

/**
 * @param {URL} place
 * @param {string} name
 * @returns {import('./stage.js').Case['skip']} undefined where it is there
 */
function skipWithout(place, name) {
  if (existsSync(place)) return undefined;
  const why = `${name} is not there: ../shared/suites`;
  return { node: why, chromium: why, firefox: why };
}

export const skipWithoutJsonSuite = skipWithout(jsonSuite, 'JSONTestSuite');
export const skipWithoutStrings = skipWithout(strings, 'the big list of naughty strings');

/**
 * @param {string} prefix `y_` must be accepted, `n_` refused, `i_` is the parser's choice
 * @returns {{ name: string, bytes: Buffer }[]} sorted by name
 */
export function readJsonSuite(prefix) {
  if (skipWithoutJsonSuite) return [];
  return readdirSync(jsonSuite)
    .filter((name) => name.startsWith(prefix))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(new URL(encodeURIComponent(name), jsonSuite)) }));
}

/** @returns {string[]} 515 strings that break input handling */
export function readStrings() {
  return JSON.parse(readFileSync(strings, 'utf8'));
}

/**
 * What the core decides of the suite's `i_` files, from the one table that is written down.
 * @returns {Map<string, boolean>} whether a file is accepted
 */
export function readVerdicts() {
  const table = new URL('../core/json_suite_test.cpp', import.meta.url);
  const rows = readFileSync(table, 'utf8').matchAll(/\{"(i_[^"]+\.json)", \{k(Accepted|Refused),/g);
  return new Map([...rows].map(([, name, verdict]) => [name, verdict === 'Accepted']));
}
