/**
 * Owns the CORS modes: which answers a web page of another origin may read, and which headers it may
 * send. Does not own any route; the settings tab is outside of it and never readable by other origins.
 */

/** @import { Context, MiddlewareHandler } from 'hono' */

/**
 * - `open`: every origin may read every answer and send `x-api-key`.
 * - `closed`: no CORS header anywhere; a preflight gets 404.
 * - `no-api-key-header`: as open, but the preflight does not allow `x-api-key`.
 * - `refusals-closed`: as open, but answers with 401 and 403 carry no CORS header.
 *
 * @typedef {'open' | 'closed' | 'no-api-key-header' | 'refusals-closed'} CorsMode
 */

/** @type {readonly CorsMode[]} */
export const corsModes = ['open', 'closed', 'no-api-key-header', 'refusals-closed'];

/**
 * @param {unknown} mode
 * @returns {CorsMode}
 * @throws {TypeError} If it is none of the modes.
 */
export const toCorsMode = (mode) => {
  const known = corsModes.find((candidate) => candidate === mode);
  if (known === undefined) throw new TypeError(`cors: must be one of ${corsModes.join(', ')}`);
  return known;
};

/** @param {Context} c */
export const isPreflight = (c) =>
  c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;

/**
 * A preflight's answer may not be cached, so that a change of mode counts from the next request on.
 *
 * @param {CorsMode} mode
 * @returns {Record<string, string>}
 */
const preflightHeaders = (mode) => ({
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers':
    mode === 'no-api-key-header' ? 'companyid, content-type' : 'x-api-key, companyid, content-type',
  'access-control-max-age': '0',
});

/**
 * @param {CorsMode} mode
 * @param {number} status
 */
const isReadable = (mode, status) =>
  mode !== 'closed' && !(mode === 'refusals-closed' && (status === 401 || status === 403));

const readableHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after, x-request-id',
};

/**
 * Adds the CORS headers that the mode asks for and an answer does not have yet.
 *
 * @param {() => CorsMode} currentMode
 * @returns {MiddlewareHandler}
 */
export const applyCors = (currentMode) => async (c, next) => {
  await next();
  if (!isReadable(currentMode(), c.res.status)) return;
  for (const [name, value] of Object.entries(readableHeaders)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
};

/**
 * Answers preflights; where CORS is closed they are left to the routes, which do not know OPTIONS.
 *
 * @param {() => CorsMode} currentMode
 * @returns {MiddlewareHandler}
 */
export const answerPreflight = (currentMode) => async (c, next) => {
  if (!isPreflight(c)) return next();
  if (currentMode() === 'closed') return c.notFound();
  return c.body(null, 204, preflightHeaders(currentMode()));
};
