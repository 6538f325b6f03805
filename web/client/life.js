// Owns what all clients of one key share: the key's bytes, the retry budget, and the end of both.

import { AgencyHandyError } from './errors.js';

/** @typedef {import('./call.js').Call} Call */

/** Retries that are left before a success refills them; kRetryBudget in src/core/retry.h. */
const BUDGET = 10;

/** The life of one key. */
export class Life {
  budget = BUDGET;
  ended = false;
  /** @type {Set<Call>} */ running = new Set();

  /** @param {Uint8Array} key visible ASCII; wiped at the end */
  constructor(key) {
    this.key = key;
  }

  /** @returns {string} the key, for redaction alone */
  keyText() {
    return String.fromCharCode(...this.key);
  }

  refill() {
    this.budget = BUDGET;
  }

  end() {
    this.ended = true;
    endAll(this.running);
    this.key.fill(0);
  }
}

/** @returns {AgencyHandyError} what a call after the end gets */
export function disposedError() {
  return new AgencyHandyError('disposed', 'This object was disposed of.');
}

/** @param {Set<Call>} running each is ended, and leaves by itself */
export function endAll(running) {
  for (const call of running) call.end(disposedError());
}
