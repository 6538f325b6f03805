// Owns the checks of what a JavaScript caller passes, before any of it crosses into the module:
// type, range, own properties only. Owns no rule of the API.

import { invalidInput } from './errors.js';

/** setTimeout() counts in 32 bits; a longer wait would end at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Own properties alone, each read once: a polluted prototype or a changing getter decides nothing.
 * @param {unknown} value what the caller passed
 * @param {string} where how it is called in an error
 * @param {readonly string[]} names the known properties
 * @returns {Record<string, unknown>} a plain copy without the undefined ones
 * @throws {import('./errors.js').AgencyHandyError} `invalid_input` for no object or an unknown name
 */
export function readOwn(value, where, names) {
  if (typeof value !== 'object' || value === null) throw invalidInput(where, 'Pass an object.');
  /** @type {Record<string, unknown>} */
  const own = Object.create(null);
  for (const name of Object.keys(value)) {
    if (!names.includes(name))
      throw invalidInput(where, `An option is unknown; known are ${names.join(', ')}.`);
    const read = Reflect.get(value, name);
    if (read !== undefined) own[name] = read;
  }
  return own;
}

/**
 * @param {unknown} value
 * @param {string} where
 * @returns {string} `value`, when it is well-formed text
 */
export function readText(value, where) {
  if (typeof value !== 'string') throw invalidInput(where, 'Pass a string.');
  if (/\p{Surrogate}/u.test(value)) throw invalidInput(where, 'It holds half a character.');
  return value;
}

/**
 * Text whose half characters become U+FFFD in the module, which then says what is wrong with it.
 * @param {unknown} value
 * @param {string} where
 * @returns {string | Uint8Array} `value`
 */
export function readTextOrBytes(value, where) {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return value.slice();
  if (value instanceof ArrayBuffer) return new Uint8Array(value.slice(0));
  throw invalidInput(where, 'Pass a string or a Uint8Array.');
}

/**
 * @param {unknown} value
 * @param {string} where
 * @param {{ least: number, most?: number, fallback: number }} range both ends included
 * @returns {number} a whole number in the range
 */
export function readInteger(value, where, { least, most = Number.MAX_SAFE_INTEGER, fallback }) {
  if (value === undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw invalidInput(where, `Pass a whole number from ${least} to ${most}.`);
  }
  return value;
}

/**
 * @param {unknown} value milliseconds
 * @param {string} where
 * @param {number} fallback
 * @returns {number} 1 to 2,147,483,647
 */
export function readDuration(value, where, fallback) {
  return readInteger(value, where, { least: 1, most: MAX_TIMER_MS, fallback });
}

/**
 * @param {unknown} value
 * @param {string} where
 * @returns {((...args: never[]) => unknown) | undefined} `value`, when it is a function
 */
export function readFunction(value, where) {
  if (value !== undefined && typeof value !== 'function') {
    throw invalidInput(where, 'Pass a function.');
  }
  return /** @type {((...args: never[]) => unknown) | undefined} */ (value);
}

/**
 * @param {unknown} value
 * @param {string} where
 * @returns {boolean} `value`, false where it is absent
 */
export function readFlag(value, where) {
  if (value !== undefined && typeof value !== 'boolean')
    throw invalidInput(where, 'Pass true or false.');
  return value === true;
}

/**
 * @param {unknown} value
 * @returns {AbortSignal | undefined} `value`, when it behaves like an AbortSignal
 */
export function readSignal(value) {
  if (value === undefined || value === null) return undefined;
  const signal = /** @type {AbortSignal} */ (value);
  if (typeof signal.aborted !== 'boolean' || typeof signal.addEventListener !== 'function') {
    throw invalidInput('signal', 'Pass an AbortSignal.');
  }
  return signal;
}
