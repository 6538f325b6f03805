// Owns the options of a client: their types, defaults and checks. Owns no call.

import { toError } from './core-call.js';
import { readDuration, readFunction, readInteger, readText } from './options.js';

/**
 * @typedef {object} ClientEvent What happened to a call; never a header, a body or a key.
 * @property {'send' | 'answer' | 'retry' | 'failure'} type
 * @property {string} method
 * @property {number} attempt the first is 1
 * @property {number} elapsedMs milliseconds since the call began
 * @property {number} [status] HTTP status, where there was one
 * @property {import('./errors.js').ErrorKind} [kind] of a failure, or of what is retried
 * @property {number} [delayMs] milliseconds until the next send
 */

/**
 * @typedef {object} ClientOptions
 * @property {string | Uint8Array} apiKey visible ASCII, at most 4,096; outer white space is dropped
 * @property {string} [companyId] visible ASCII, at most 4,096
 * @property {string} [baseUrl] default `https://api.agencyhandy.com`; http on loopback only
 * @property {typeof fetch} [fetch] in place of the global one
 * @property {number} [timeoutMs] for each try with its body, default 10,000
 * @property {number} [deadlineMs] for the whole call with its waits, default 30,000
 * @property {number} [retries] after the first try, 0 to 10, default 2; POST and PUT: never
 * @property {number} [maxResponseBytes] decoded, default 4,194,304
 * @property {(event: ClientEvent) => void} [onEvent] what it throws changes nothing
 */

export const clientNames = /** @type {const} */ ([
  'companyId',
  'baseUrl',
  'fetch',
  'timeoutMs',
  'deadlineMs',
  'retries',
  'maxResponseBytes',
  'onEvent',
]);

/**
 * @param {import('./core-call.js').Core} core
 * @param {Record<string, unknown>} own own properties of ClientOptions without the key
 * @returns {Settings} checked, with defaults
 */
export function readSettings(core, own) {
  const baseUrl = readBaseUrl(own.baseUrl);
  const reply = core.call((module) => module.baseUrl(), [baseUrl]);
  if (reply.failed) throw toError(reply.texts);
  return {
    baseUrl: reply.texts[0],
    origin: new URL(reply.texts[0]).origin,
    fetch: /** @type {typeof fetch | undefined} */ (readFunction(own.fetch, 'fetch')),
    timeoutMs: readDuration(own.timeoutMs, 'timeoutMs', 10_000),
    deadlineMs: readDuration(own.deadlineMs, 'deadlineMs', 30_000),
    retries: readInteger(own.retries, 'retries', { least: 0, most: 10, fallback: 2 }),
    maxResponseBytes: readInteger(own.maxResponseBytes, 'maxResponseBytes', {
      least: 1,
      most: 2 ** 30,
      fallback: 4 * 2 ** 20,
    }),
    onEvent: /** @type {ClientOptions['onEvent']} */ (readFunction(own.onEvent, 'onEvent')),
  };
}

/**
 * @param {unknown} value
 * @returns {string} '' for the default; an empty text given is a blank, which the core refuses
 */
export function readBaseUrl(value) {
  return value === undefined ? '' : readText(value, 'baseUrl') || ' ';
}

/**
 * @typedef {object} Settings
 * @property {string} baseUrl
 * @property {string} origin
 * @property {typeof fetch | undefined} fetch
 * @property {number} timeoutMs
 * @property {number} deadlineMs
 * @property {number} retries
 * @property {number} maxResponseBytes
 * @property {((event: ClientEvent) => void) | undefined} onEvent
 */
