// Owns AgencyHandyError, its guard, and the one place where text is cleaned of a key before it can
// be printed. Owns no wording: sentences stand in src/core/texts.inc.

/**
 * What went wrong, as one of a closed list.
 * @typedef {'invalid_input' | 'key_rejected' | 'forbidden' | 'not_found' | 'validation' | 'conflict'
 *   | 'rate_limited' | 'server_error' | 'unrecognised' | 'network' | 'connection_lost' | 'timeout'
 *   | 'aborted' | 'redirect_refused' | 'response_too_large' | 'unexpected_content'
 *   | 'malformed_response' | 'load_failed' | 'disposed' | 'internal'} ErrorKind
 */

/**
 * What is known of a failure besides its kind and message. A field is absent where it is not known.
 * @typedef {object} ErrorDetails
 * @property {boolean} [retryable] whether the same call may succeed later unchanged; default false
 * @property {number} [status] HTTP status
 * @property {string} [fieldName] the API's `fieldName` of a validation error
 * @property {number} [attempts] sends that were made
 * @property {number} [elapsedMs] milliseconds from the call to its failure
 * @property {number} [retryAfterMs] milliseconds that the server asks to wait
 * @property {boolean} [maybeApplied] a write whose outcome is unknown
 * @property {string} [requestId] the response's x-request-id
 * @property {string} [where] option name or JSON path, e.g. `companies[2]._id`
 * @property {string} [reason] stable word that tells causes of one kind apart
 * @property {number} [position] of a bad character, zero-based, in UTF-16 units
 * @property {number} [codePoint] of a bad character
 * @property {string} [url] the URL tried, for `load_failed`
 * @property {string} [mediaType] of the answer, for `load_failed`
 * @property {unknown} [cause] the caller's own abort reason; never a platform's error
 */

/** Every failure of this package. Its texts never hold a key. */
export class AgencyHandyError extends Error {
  /**
   * Kept through minification, for stack traces and logs.
   * @override
   */
  static name = 'AgencyHandyError';

  /**
   * @param {ErrorKind} kind what went wrong
   * @param {string} message one English sentence
   * @param {ErrorDetails} [details] what else is known
   */
  constructor(kind, message, details = {}) {
    const { cause, retryable = false, ...known } = details;
    super(message, 'cause' in details ? { cause } : undefined);
    // Not enumerable, as in every built-in error: it is no field of what went wrong.
    Object.defineProperty(this, 'name', { value: 'AgencyHandyError' });
    /** @type {ErrorKind} */
    this.kind = kind;
    /** @type {boolean} */
    this.retryable = retryable;
    /** @type {number | undefined} */
    this.status = undefined;
    /** @type {string | undefined} */
    this.fieldName = undefined;
    /** @type {number | undefined} */
    this.attempts = undefined;
    /** @type {number | undefined} */
    this.elapsedMs = undefined;
    /** @type {number | undefined} */
    this.retryAfterMs = undefined;
    /** @type {boolean | undefined} */
    this.maybeApplied = undefined;
    /** @type {string | undefined} */
    this.requestId = undefined;
    /** @type {string | undefined} */
    this.where = undefined;
    /** @type {string | undefined} */
    this.reason = undefined;
    /** @type {number | undefined} */
    this.position = undefined;
    /** @type {number | undefined} */
    this.codePoint = undefined;
    /** @type {string | undefined} */
    this.url = undefined;
    /** @type {string | undefined} */
    this.mediaType = undefined;
    Object.assign(this, known);
    for (const name of Object.keys(this)) {
      if (Reflect.get(this, name) === undefined) Reflect.deleteProperty(this, name);
    }
  }

  /**
   * Plain data for a log.
   * @returns {{ name: string, message: string, kind: ErrorKind } & ErrorDetails} all that is known
   */
  toJSON() {
    return { ...this, name: this.name, message: this.message };
  }
}

/**
 * Whether `value` is an error of this package, also one of another copy of it.
 * @param {unknown} value anything that was caught
 * @returns {value is AgencyHandyError} true for an AgencyHandyError
 */
export function isAgencyHandyError(value) {
  return (
    value instanceof Error &&
    value.name === 'AgencyHandyError' &&
    'kind' in value &&
    'retryable' in value
  );
}

/**
 * @param {string} where option name
 * @param {string} message one English sentence
 * @param {string} [reason] stable word
 * @returns {AgencyHandyError} an `invalid_input`
 */
export function invalidInput(where, message, reason) {
  return new AgencyHandyError('invalid_input', message, reason ? { where, reason } : { where });
}

/** Characters of a key that may not be seen together. */
const LONGEST_SHOWN = 7;

/**
 * The same for a text with words of this package's own around a server's: a key so short that such
 * words may hold it by chance is not looked for.
 * @param {string} text
 * @param {string} key
 * @returns {string} `text`, or a note in its place
 */
export function redactPieces(text, key) {
  return key.length > LONGEST_SHOWN ? redact(text, key) : text;
}

/**
 * Replaces a text that shows eight or more characters of a key, or a shorter key whole.
 * @param {string} text from a server, a caller or a platform
 * @param {string} key the secret; '' for none
 * @returns {string} `text`, or a note in its place
 */
export function redact(text, key) {
  const length = Math.min(key.length, LONGEST_SHOWN + 1);
  if (length === 0 || text.length < length) return text;
  for (let at = 0; at + length <= key.length; at++) {
    if (text.includes(key.slice(at, at + length))) return '[redacted: it holds a part of the key]';
  }
  return text;
}
