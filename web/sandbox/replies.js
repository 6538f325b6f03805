/**
 * Owns how a reply of the API is written: JSON with two spaces, as the vendor's guide prints it, and the
 * documented error object. Does not own when one is sent.
 */

/** @import { Context } from 'hono' */
/** @import { ContentfulStatusCode } from 'hono/utils/http-status' */

export const jsonMediaType = 'application/json; charset=utf-8';

/**
 * The names of errors. Documented are ValidationError (400) and PermissionError (403); the rest are ours.
 *
 * @type {Readonly<Record<number, string>>}
 */
const errorTypes = {
  400: 'ValidationError',
  401: 'AuthenticationError',
  403: 'PermissionError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  422: 'ValidationError',
  429: 'RateLimitError',
};

/** @param {number} status */
const toErrorType = (status) =>
  errorTypes[status] ?? (status >= 500 ? 'InternalServerError' : 'RequestError');

/** @param {unknown} value */
export const toJson = (value) => JSON.stringify(value, null, 2);

/**
 * @param {number} status HTTP status, 400 or more.
 * @param {string} [fieldName] The header or parameter that is at fault.
 * @returns {string} The JSON of an error.
 */
export const toErrorJson = (status, fieldName) =>
  toJson({ type: toErrorType(status), status, fieldName });

/**
 * @param {Context} c
 * @param {unknown} value
 */
export const sendJson = (c, value) => c.body(toJson(value), 200, { 'content-type': jsonMediaType });

/**
 * @param {Context} c
 * @param {ContentfulStatusCode} status
 * @param {string} [fieldName]
 */
export const sendError = (c, status, fieldName) =>
  c.body(toErrorJson(status, fieldName), status, { 'content-type': jsonMediaType });

/**
 * A handler for the methods that a path does not have.
 *
 * @param {string} allowed The value of the Allow header.
 * @returns {(c: Context) => Response}
 */
export const refuseMethod = (allowed) => (c) => {
  c.header('allow', allowed);
  return sendError(c, 405);
};
