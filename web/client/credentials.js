// Owns the way of a key and a company id from a caller into the module, which judges them. Owns no
// rule: length and characters are the core's.

import { toError } from './core-call.js';
import { readText, readTextOrBytes } from './options.js';
import { credentialTexts } from './request-texts.js';

/** @typedef {import('./core-call.js').Core} Core */

/**
 * @param {Core} core
 * @param {import('./request-texts.js').Secrets} secrets either may be absent
 * @returns {Record<string, string>} the headers that carry them
 * @throws {import('./errors.js').AgencyHandyError} `invalid_input` at `apiKey` or `companyId`
 */
export function readAuthHeaders(core, secrets) {
  const reply = core.call((module) => module.authHeaders(), credentialTexts(secrets));
  if (reply.failed) throw toError(reply.texts);
  return pairs(reply.texts);
}

/**
 * @param {Core} core
 * @param {unknown} value a string or bytes
 * @returns {Uint8Array} the key's characters, outer white space dropped
 */
export function readKey(core, value) {
  const headers = readAuthHeaders(core, { apiKey: readTextOrBytes(value, 'apiKey') });
  return new TextEncoder().encode(Object.values(headers)[0]);
}

/**
 * @param {Core} core
 * @param {unknown} value
 * @returns {string} the company id, outer white space dropped
 */
export function readCompanyId(core, value) {
  return Object.values(readAuthHeaders(core, { companyId: readText(value, 'companyId') }))[0];
}

/**
 * @param {string[]} texts names and values in turn
 * @returns {Record<string, string>} an object of them
 */
export function pairs(texts) {
  /** @type {Record<string, string>} */
  const object = {};
  for (let at = 0; at + 1 < texts.length; at += 2) object[texts[at]] = texts[at + 1];
  return object;
}
