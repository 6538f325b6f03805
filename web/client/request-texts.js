// Owns the order in which a request and its credentials are written for the module; see
// ReadRequest and ReadCredentials in src/bindings/module.cpp. Owns no rule of the API.

import { invalidInput } from './errors.js';
import { readFlag, readText } from './options.js';

/**
 * @typedef {string | number | boolean} QueryValue
 * @typedef {object} ApiRequest
 * @property {string} [method] GET (default), HEAD, POST, PUT, PATCH or DELETE
 * @property {string | string[]} path `/roles`, or segments, each percent-encoded whole
 * @property {Record<string, QueryValue | QueryValue[] | undefined>} [query] appended in order
 * @property {unknown} [body] a JSON value; sent as application/json
 * @property {boolean} [company] whether the call carries `companyid`; default: as its endpoint is
 *   documented
 */

/** @typedef {{ apiKey?: string | Uint8Array, companyId?: string }} Secrets */

export const requestNames = /** @type {const} */ (['method', 'path', 'query', 'body', 'company']);

/**
 * @param {Record<string, unknown>} request own properties of an ApiRequest
 * @param {string} baseUrl '' for the default
 * @returns {string[]} what ReadRequest reads
 */
export function requestTexts(request, baseUrl) {
  const path = Array.isArray(request.path) ? request.path : [request.path];
  const body = bodyText(request.body);
  return [
    baseUrl,
    readText(request.method ?? 'GET', 'method'),
    (Array.isArray(request.path) ? 's' : '') +
      (body === undefined ? '' : 'b') +
      companyFlag(request.company),
    body ?? '',
    String(path.length),
    ...path.map((segment) => readText(segment, 'path')),
    ...queryTexts(request.query),
  ];
}

/**
 * @param {Secrets} secrets either may be absent
 * @returns {(string | Uint8Array)[]} what ReadCredentials reads
 */
export function credentialTexts(secrets) {
  // Own ones alone: what is absent must not come from a polluted prototype.
  const { apiKey, companyId } = Object.assign(Object.create(null), secrets);
  const flags = (apiKey === undefined ? '' : 'k') + (companyId === undefined ? '' : 'c');
  return [flags, apiKey ?? '', companyId ?? ''];
}

/**
 * @param {unknown} value
 * @returns {'' | 'y' | 'n'}
 */
function companyFlag(value) {
  if (value === undefined) return '';
  return readFlag(value, 'company') ? 'y' : 'n';
}

/**
 * @param {unknown} body
 * @returns {string | undefined}
 */
function bodyText(body) {
  if (body === undefined) return undefined;
  try {
    const text = JSON.stringify(body);
    if (text !== undefined) return text;
  } catch {
    // Told below: a cycle, a BigInt, a toJSON() that throws.
  }
  throw invalidInput('body', 'Pass a value that JSON can hold.');
}

/**
 * @param {unknown} query
 * @returns {string[]}
 */
function queryTexts(query) {
  if (query === undefined) return [];
  if (typeof query !== 'object' || query === null) throw invalidInput('query', 'Pass an object.');
  return Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((item) => item !== undefined)
      .flatMap((item) => [readText(name, 'query'), queryText(item)]),
  );
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function queryText(value) {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return String(value);
  }
  return readText(value, 'query');
}
