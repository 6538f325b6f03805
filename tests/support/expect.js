// Owns the assertions that many tests share. Owns no case.

import assert from 'node:assert/strict';

/** @import { ErrorView, Outcome } from './drive.js' */

/** The documented kinds. */
export const kinds = [
  'invalid_input',
  'key_rejected',
  'forbidden',
  'not_found',
  'validation',
  'conflict',
  'rate_limited',
  'server_error',
  'unrecognised',
  'network',
  'connection_lost',
  'timeout',
  'aborted',
  'redirect_refused',
  'response_too_large',
  'unexpected_content',
  'malformed_response',
  'load_failed',
  'disposed',
  'internal',
];

/**
 * @param {Outcome} outcome
 * @param {Partial<ErrorView>} expected fields that must be so
 * @returns {ErrorView}
 */
export function expectError(outcome, expected) {
  assert.equal(outcome.foreign, undefined, 'the failure is an AgencyHandyError');
  const value = String(JSON.stringify(outcome.value)).slice(0, 200);
  assert.ok(outcome.error, `the call gave ${value} after ${outcome.elapsedMs} ms`);
  expectFields(outcome.error, expected);
  return outcome.error;
}

/**
 * @param {object} error
 * @param {Record<string, unknown>} expected fields that must be so; undefined: absent
 */
export function expectFields(error, expected) {
  const found = Object.fromEntries(
    Object.keys(expected).map((name) => [name, Reflect.get(error, name)]),
  );
  assert.deepEqual(found, expected, `in ${JSON.stringify(error)}`);
}

/**
 * @param {string} text
 * @param {string} key
 * @param {number} [length] of the pieces
 * @returns {number} how many pieces of the key stand in the text
 */
export function countPieces(text, key, length = 8) {
  let found = 0;
  for (let at = 0; at + length <= key.length; at++) {
    if (text.includes(key.slice(at, at + length))) found++;
  }
  return found;
}

/**
 * @param {string[]} texts
 * @param {string} key
 */
export function expectNoKey(texts, key) {
  for (const text of texts) {
    const found = countPieces(text, key);
    assert.equal(found, 0, `${found} pieces of the key in a text of ${text.length} characters`);
  }
}
