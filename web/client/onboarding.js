// Owns the JavaScript side of the onboarding: keeps the key, runs the verification that the core's
// state machine asks for, and tells subscribers. Every decision is the machine's.

import { kinds, notes as noteCodes, states } from 'agencyhandy-words';
import { Client } from './client.js';
import { companyTexts, readCompanies } from './company.js';
import { readErrorFields } from './core-call.js';
import { invalidInput } from './errors.js';
import { disposedError, Life } from './life.js';
import { readFunction, readText } from './options.js';

/** @typedef {import('./company.js').Company} Company */
/** @typedef {import('./core-call.js').Core} Core */

/**
 * @typedef {'needsWorkspace' | 'needsKey' | 'verifying' | 'choosesCompany' | 'ready' | 'noCompany'
 *   | 'keyRejected' | 'forbidden' | 'rateLimited' | 'unknown' | 'notTheApi'} OnboardingName
 */

/**
 * A remark on a pasted key; never blocks.
 * @typedef {{ code: 'trimmed' | 'bearer_prefix' | 'header_name_prefix' | 'quoted' | 'zero_width'
 *   | 'not_jwt' | 'truncated' | 'placeholder' | 'looks_like_company_id' | 'expired'
 *   | 'short_lived' }} KeyNote
 */

/**
 * What the last event ran into, as plain data; see AgencyHandyError for the fields.
 * @typedef {{ kind: import('./errors.js').ErrorKind, message: string } &
 *   Omit<import('./errors.js').ErrorDetails, 'cause'>} OnboardingError
 */

/**
 * Everything to show, frozen, a new object for each change; never the key.
 * @typedef {object} OnboardingState
 * @property {OnboardingName} name
 * @property {string} [settingsUrl] where the workspace's keys are made
 * @property {readonly KeyNote[]} notes on the key
 * @property {Date} [expiresAt] the key's own `exp`, not verified
 * @property {readonly Company[]} companies the same array while unchanged
 * @property {Company} [company] the chosen one
 * @property {OnboardingError} [error] of the last event
 */

/**
 * @typedef {{ type: 'workspace' | 'key' | 'reply', text: string } | { type: 'company', id: string }
 *   | { type: 'retry' | 'cancel' | 'forget' }} OnboardingEvent
 */

// In the order of Event in src/bindings/module.cpp.
const EVENTS = ['workspace', 'key', 'reply', 'company', 'retry', 'cancel', 'forget'];
const VERIFIED = 7;
const FAILED = 8;
// In the order of OnboardingEffect in src/core/onboarding.h.
const VERIFY = 1;
const ABORT = 2;
// What ReadState in module.cpp reads; all empty at the start.
const MEMORY_TEXTS = 8;
const GENERATION_TEXT = 6;
const ERROR_TEXTS = 13;
// What WriteState writes where the event left the error as it was.
const SAME_ERROR = '=';

/** The way from no key to a first call. Made by `createOnboarding`. */
export class Onboarding {
  #core;
  #settings;
  /** What the machine remembers, as texts of its own; never the key. */
  #memory = Array(MEMORY_TEXTS).fill('');
  /** @type {Set<(state: OnboardingState) => unknown>} */ #subscribers = new Set();
  /** @type {Uint8Array | undefined} */ #key;
  /** @type {AbortController | undefined} */ #verification;
  /** @type {readonly Company[]} */ #companies = Object.freeze([]);
  /** @type {OnboardingState} */ #state = Object.freeze({
    name: 'needsWorkspace',
    notes: Object.freeze([]),
    companies: this.#companies,
  });
  #disposed = false;

  /**
   * @param {Core} core
   * @param {import('./settings.js').Settings} settings
   */
  constructor(core, settings) {
    this.#core = core;
    this.#settings = settings;
  }

  /**
   * What to show now.
   * @returns {OnboardingState} frozen
   */
  get state() {
    return this.#state;
  }

  /**
   * @param {(state: OnboardingState) => unknown} listener called after each change; what it throws
   *   changes nothing
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    this.#check();
    const known = /** @type {(state: OnboardingState) => unknown} */ (
      readFunction(listener, 'listener')
    );
    if (!known) throw invalidInput('listener', 'Pass a function.');
    this.#subscribers.add(known);
    return () => {
      this.#subscribers.delete(known);
    };
  }

  /**
   * Tells the machine what happened. Bad text is no exception but `state.error`.
   * @param {OnboardingEvent} event
   * @throws {import('./errors.js').AgencyHandyError} `invalid_input` for an unknown event
   */
  send(event) {
    this.#check();
    const { type, text } = readEvent(event);
    const number = type === 'key' ? Date.now() : 0;
    this.#dispatch(EVENTS.indexOf(type), number, text === undefined ? [] : [text]);
  }

  /**
   * A client with the key and the company, in `ready` and with a key.
   * @returns {Client} of its own life
   * @throws {import('./errors.js').AgencyHandyError} `invalid_input` in any other state
   */
  client() {
    this.#check();
    const { name, company } = this.#state;
    if (name !== 'ready' || !company || !this.#key) {
      throw invalidInput('state', 'There is no verified key with a company yet.');
    }
    return new Client(this.#core, this.#settings, new Life(this.#key.slice()), company.id, true);
  }

  /** Ends the verification, wipes the key and forgets the subscribers. Idempotent. */
  dispose() {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#subscribers.clear();
    this.#verification?.abort();
    this.#forgetKey();
  }

  #check() {
    if (this.#disposed) throw disposedError();
  }

  #forgetKey() {
    this.#key?.fill(0);
    this.#key = undefined;
  }

  /**
   * @param {number} event
   * @param {number} number
   * @param {(string | Uint8Array)[]} texts
   * @param {OnboardingError} [failure] what the event reports
   */
  #dispatch(event, number, texts, failure) {
    const before = [...this.#memory, ...countedTexts(this.#companies)];
    const reply = this.#core.call(
      (module) => module.sendEvent(event, number),
      [...before, ...texts],
    );
    const { effect, key } = this.#read(reply.texts, failure);
    if (effect === ABORT || effect === VERIFY) this.#verification?.abort();
    if (EVENTS[event] === 'forget') this.#forgetKey();
    if (key) {
      this.#forgetKey();
      this.#key = new TextEncoder().encode(key);
    }
    if (effect === VERIFY) this.#verify();
    this.#tell();
  }

  #verify() {
    const key = /** @type {Uint8Array} */ (this.#key);
    const generation = Number(this.#memory[GENERATION_TEXT]);
    const client = new Client(this.#core, this.#settings, new Life(key.slice()), undefined, true);
    const controller = new AbortController();
    this.#verification = controller;
    /**
     * @param {number} event
     * @param {string[]} texts
     * @param {OnboardingError} [failure]
     */
    const end = async (event, texts, failure) => {
      client.dispose();
      // After a trap the state is kept here, and the fresh module goes on with it.
      await this.#core.renewal;
      if (this.#disposed || controller.signal.aborted) return;
      this.#dispatch(event, generation, texts, failure);
    };
    client.listCompanies({ signal: controller.signal }).then(
      (companies) => end(VERIFIED, countedTexts(companies)),
      (error) => end(FAILED, [String(kinds.indexOf(error.kind))], readFailure(error)),
    );
  }

  /**
   * @param {string[]} texts as WriteState in module.cpp writes them
   * @param {OnboardingError} [failure] the error, where the event brought one that the machine took
   */
  #read(texts, failure) {
    this.#memory = texts.slice(0, MEMORY_TEXTS);
    const [name, settingsUrl, notes, expiresAt, company] = this.#memory;
    const [effect, key, error] = texts.slice(MEMORY_TEXTS);
    const errorAt = MEMORY_TEXTS + 2;
    const companiesAt = errorAt + (error && error !== SAME_ERROR ? ERROR_TEXTS : 1);
    this.#readCompanies(texts.slice(companiesAt));
    const chosen = this.#companies[Number(company) - 1];
    const shown =
      error === SAME_ERROR
        ? this.#state.error
        : error && (failure ?? readError(texts.slice(errorAt, companiesAt)));
    this.#state = Object.freeze({
      name: /** @type {OnboardingName} */ (states[Number(name)]),
      ...(settingsUrl && { settingsUrl }),
      notes: readNotes(notes),
      ...readExpiry(expiresAt),
      companies: this.#companies,
      ...(chosen && { company: chosen }),
      ...(shown && { error: shown }),
    });
    return { effect: Number(effect), key };
  }

  /**
   * The array keeps its identity while its content does not change.
   * @param {string[]} texts
   */
  #readCompanies(texts) {
    const known = companyTexts(this.#companies);
    if (texts.length === known.length && texts.every((text, at) => text === known[at])) return;
    this.#companies = Object.freeze(readCompanies(texts).map((company) => Object.freeze(company)));
  }

  #tell() {
    const state = this.#state;
    for (const listener of [...this.#subscribers]) {
      try {
        const returned = listener(state);
        if (returned instanceof Promise) returned.catch(() => {});
      } catch {
        // As documented: what a listener throws changes nothing.
      }
    }
  }
}

/**
 * @param {string} notes a number with one bit for each
 * @returns {readonly KeyNote[]} frozen
 */
export function readNotes(notes) {
  const codes = noteCodes.filter((_, at) => (Number(notes) >> at) & 1);
  return Object.freeze(
    codes.map((code) => Object.freeze({ code: /** @type {KeyNote['code']} */ (code) })),
  );
}

/**
 * @param {string} expiresAt Unix time in milliseconds; below 0 or empty for none
 * @returns {{ expiresAt?: Date }}
 */
export function readExpiry(expiresAt) {
  const time = expiresAt ? Number(expiresAt) : -1;
  return time < 0 ? {} : { expiresAt: new Date(time) };
}

/**
 * @param {readonly Company[]} companies
 * @returns {string[]} what ReadCompanyList in module.cpp reads
 */
function countedTexts(companies) {
  return [String(companies.length), ...companyTexts(companies)];
}

/**
 * @param {string[]} texts
 * @returns {OnboardingError}
 */
function readError(texts) {
  const { retryAfter: _, ...error } = readErrorFields(texts);
  return Object.freeze(error);
}

/**
 * @param {import('./errors.js').AgencyHandyError} error
 * @returns {OnboardingError} the same as plain data
 */
function readFailure(error) {
  const { name: _, ...known } = error.toJSON();
  return Object.freeze(/** @type {OnboardingError} */ (/** @type {unknown} */ (known)));
}

/**
 * @param {unknown} event
 * @returns {{ type: string, text?: string }}
 */
function readEvent(event) {
  if (typeof event !== 'object' || event === null) throw invalidInput('event', 'Pass an object.');
  const { type, text, id } = /** @type {Record<string, unknown>} */ (event);
  if (typeof type !== 'string' || !EVENTS.includes(type)) {
    throw invalidInput('event', `The event is none of ${EVENTS.join(', ')}.`);
  }
  if (type === 'company') return { type, text: readText(id, 'event') };
  if (!['workspace', 'key', 'reply'].includes(type)) return { type };
  if (typeof text !== 'string') throw invalidInput('event', 'The event needs a text.');
  return { type, text };
}
