// Owns what all clients of one key share: the key's bytes, the retry budget, and the end of both.

import { AgencyHandyError } from './errors.js';

/** Retries that are left before a success refills them; kRetryBudget in src/core/retry.h. */
const BUDGET = 10;

/** The life of one key. */
export class Life {
  budget = BUDGET;
  ended = false;
  /**
   * Running calls, each with how to end it.
   * @type {Set<(error: AgencyHandyError) => void>}
   */
  running = new Set();

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
  return new AgencyHandyError('disposed', 'This object has been disposed of.');
}

/** @param {Set<(error: AgencyHandyError) => void>} running emptied; each is ended */
export function endAll(running) {
  const enders = [...running];
  running.clear();
  for (const ender of enders) ender(disposedError());
}
