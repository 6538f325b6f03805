/**
 * Owns the faults that a test asks for: their check, which one meets a request, what it does to it.
 * Does not own the ordinary answers.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { isPreflight } from './cors.js';
import { jsonMediaType, toErrorJson } from './replies.js';

/** @import { Context, MiddlewareHandler } from 'hono' */
/** @import { Env } from './env.js' */

/**
 * One way to go wrong. With `status`, `body` or `redirectTo` it answers in place of the API. Without
 * them the ordinary answer is sent, after `delayMs`, with `headers` and `contentType` put on it; so
 * `[{ times: 1 }, { status: 500 }]` lets one request through and fails all others.
 *
 * @typedef {object} Fault
 * @property {string} [method] Default: every method, but no CORS preflight; name OPTIONS for those.
 * @property {string} [path] The path, or path and query as sent. Default: all but the settings tab.
 * @property {number} [times] How many requests it meets. Default: all.
 * @property {number} [status] 200 to 599. Default: 307 with `redirectTo`, else 200.
 * @property {Record<string, string>} [headers] They win over every header of the sandbox's own.
 * @property {string | Uint8Array} [body] Default: the API's error object from 400 on, else empty.
 * @property {string} [contentType] Default: JSON.
 * @property {number} [delayMs] Milliseconds before anything is answered. Default: 0.
 * @property {string} [redirectTo] The Location, unchanged.
 * @property {true} [hang] Never answers; the connection stays open.
 * @property {true} [reset] Destroys the connection.
 */

/**
 * @typedef {object} FaultQueue
 * @property {(faults: readonly Fault[]) => void} set Replaces all. Throws TypeError naming the place.
 * @property {(c: Context<Env>) => Fault | undefined} take The first that meets
 *   the request, counted down.
 */

const longestDelayMs = 2 ** 31 - 1;

/**
 * @param {number} least
 * @param {number} most
 * @returns {Check}
 */
const integer = (least, most) => [
  `must be an integer from ${least} to ${most}`,
  (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
];

/** @typedef {[requirement: string, holds: (value: unknown) => boolean]} Check */

/** @type {Check} */
const string = ['must be a string', (value) => typeof value === 'string'];
/** @type {Check} */
const yes = ['must be true', (value) => value === true];

/** @param {unknown} value */
const areHeaders = (value) => {
  try {
    return value !== null && new Headers(/** @type {HeadersInit} */ (value)) !== undefined;
  } catch {
    return false;
  }
};

/** @type {Check} */
const headerValue = ['must be a header value', (value) => areHeaders({ name: value })];

/** @type {Readonly<Record<string, Check>>} */
const checks = {
  method: string,
  path: ['must start with /', (value) => typeof value === 'string' && value.startsWith('/')],
  times: integer(1, Number.MAX_SAFE_INTEGER),
  status: integer(200, 599),
  headers: ['must be header names and values', areHeaders],
  body: [
    'must be a string or Uint8Array',
    (value) => typeof value === 'string' || value instanceof Uint8Array,
  ],
  contentType: headerValue,
  delayMs: integer(0, longestDelayMs),
  redirectTo: headerValue,
  hang: yes,
  reset: yes,
};

/**
 * @param {Fault} fault
 * @param {number} index
 * @returns {Fault} A copy.
 */
const checkFault = (fault, index) => {
  if (typeof fault !== 'object' || fault === null) {
    throw new TypeError(`faults[${index}]: must be an object`);
  }
  for (const [field, value] of Object.entries(fault)) {
    if (!Object.hasOwn(checks, field)) throw new TypeError(`faults[${index}].${field}: unknown`);
    const [requirement, holds] = checks[field];
    if (value !== undefined && !holds(value)) {
      throw new TypeError(`faults[${index}].${field}: ${requirement}`);
    }
  }
  return { ...fault };
};

/**
 * @param {Fault} fault
 * @param {Context<Env>} c
 * @param {(path: string) => boolean} isSettingsPath
 */
const meets = (fault, c, isSettingsPath) => {
  const path = c.req.path;
  const methodMeets = fault.method ? fault.method.toUpperCase() === c.req.method : !isPreflight(c);
  const pathMeets = fault.path
    ? fault.path === path || fault.path === c.env.incoming.url
    : !isSettingsPath(path);
  return methodMeets && pathMeets;
};

/**
 * @param {(path: string) => boolean} isSettingsPath
 * @returns {FaultQueue}
 */
export const createFaultQueue = (isSettingsPath) => {
  /** @type {Fault[]} */
  let queue = [];
  return {
    set: (faults) => {
      if (!Array.isArray(faults)) throw new TypeError('faults: must be an array');
      queue = faults.map(checkFault);
    },
    take: (c) => {
      const fault = queue.find((candidate) => meets(candidate, c, isSettingsPath));
      if (fault?.times !== undefined) {
        fault.times -= 1;
        if (fault.times === 0) queue = queue.filter((candidate) => candidate !== fault);
      }
      return fault;
    },
  };
};

/** Tells the HTTP adapter to write nothing. */
const noAnswer = () => new Response(null, { headers: { 'x-hono-already-sent': 'true' } });

/**
 * @param {Fault} fault
 * @param {number} status
 */
const toBody = (fault, status) => {
  if ([204, 205, 304].includes(status)) return null;
  if (fault.body instanceof Uint8Array) return new Uint8Array(fault.body);
  return fault.body ?? (status >= 400 ? toErrorJson(status) : '');
};

/** @param {Fault} fault */
const toResponse = (fault) => {
  const status = fault.status ?? (fault.redirectTo === undefined ? 200 : 307);
  const response = new Response(toBody(fault, status), { status });
  response.headers.set('content-type', jsonMediaType);
  if (fault.redirectTo !== undefined) response.headers.set('location', fault.redirectTo);
  return response;
};

/**
 * @param {Fault} fault
 * @param {Headers} headers
 */
const putHeaders = (fault, headers) => {
  if (fault.contentType !== undefined) headers.set('content-type', fault.contentType);
  for (const [name, value] of Object.entries(fault.headers ?? {})) headers.set(name, value);
};

/** @param {Fault} fault */
const answersItself = (fault) =>
  fault.status !== undefined || fault.body !== undefined || fault.redirectTo !== undefined;

/**
 * @param {FaultQueue} queue
 * @param {AbortSignal} closing Ends every delay, unanswered.
 * @returns {MiddlewareHandler<Env>}
 */
export const applyFaults = (queue, closing) => async (c, next) => {
  const fault = queue.take(c);
  if (!fault) return next();
  if (fault.delayMs) await sleep(fault.delayMs, undefined, { signal: closing });
  if (fault.reset) c.env.incoming.socket.resetAndDestroy();
  if (fault.reset || fault.hang) return noAnswer();
  if (answersItself(fault)) c.res = toResponse(fault);
  else await next();
  putHeaders(fault, c.res.headers);
};
