// Owns the JavaScript side of the onboarding: keeps the key, runs the verification that the core's
// state machine asks for, and tells subscribers. Every decision is the machine's.

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
// Texts of a state before its error, as WriteState in module.cpp writes them.
const STATE_TEXTS = 8;
const ERROR_TEXTS = 13;

// Names a machine in the module.
let nextId = 1;

/** The way from no key to a first call. Made by `createOnboarding`. */
export class Onboarding {
  #core;
  #settings;
  #id = 0;
  #coreGeneration = 0;
  /** @type {Set<(state: OnboardingState) => unknown>} */ #subscribers = new Set();
  /** @type {Uint8Array | undefined} */ #key;
  /** @type {AbortController | undefined} */ #verification;
  /** @type {readonly Company[]} */ #companies = Object.freeze([]);
  /** @type {OnboardingState} */ #state;
  /**
   * Of the last verification, with what does not cross into the machine.
   * @type {OnboardingError | undefined}
   */
  #failure;
  #disposed = false;

  /**
   * @param {Core} core
   * @param {import('./settings.js').Settings} settings
   */
  constructor(core, settings) {
    this.#core = core;
    this.#settings = settings;
    this.#state = this.#open();
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
    if (this.#coreGeneration === this.#core.generation) {
      this.#core.call((module) => {
        module.closeOnboarding(this.#id);
        return 0;
      });
    }
  }

  #check() {
    if (this.#disposed) throw disposedError();
    if (this.#coreGeneration !== this.#core.generation) this.#state = this.#open();
  }

  #forgetKey() {
    this.#key?.fill(0);
    this.#key = undefined;
  }

  #open() {
    this.#coreGeneration = this.#core.generation;
    this.#id = nextId++;
    const reply = this.#core.call((module) => module.openOnboarding(this.#id));
    return this.#read(reply.texts).state;
  }

  /**
   * @param {number} event
   * @param {number} number
   * @param {(string | Uint8Array)[]} texts
   */
  #dispatch(event, number, texts) {
    const reply = this.#core.call((module) => module.sendEvent(this.#id, event, number), texts);
    const { state, generation, effect, key } = this.#read(reply.texts);
    this.#state = state;
    if (effect === ABORT || effect === VERIFY) this.#verification?.abort();
    if (EVENTS[event] === 'forget') this.#forgetKey();
    if (key) {
      this.#forgetKey();
      this.#key = new TextEncoder().encode(key);
    }
    if (effect === VERIFY) this.#verify(generation);
    this.#tell();
  }

  /** @param {number} generation */
  #verify(generation) {
    const key = /** @type {Uint8Array} */ (this.#key);
    const client = new Client(this.#core, this.#settings, new Life(key.slice()), undefined, true);
    const controller = new AbortController();
    this.#verification = controller;
    const { generation: core } = this.#core;
    const end = (/** @type {number} */ event, /** @type {string[]} */ texts) => {
      client.dispose();
      if (this.#disposed || controller.signal.aborted || core !== this.#core.generation) return;
      this.#dispatch(event, generation, texts);
    };
    client.listCompanies({ signal: controller.signal }).then(
      (companies) => end(VERIFIED, companyTexts(companies)),
      (error) => {
        this.#failure = readFailure(error);
        end(FAILED, errorTexts(error));
      },
    );
  }

  /** @param {string[]} texts as WriteState in module.cpp writes them */
  #read(texts) {
    const [name, settingsUrl, notes, expiresAt, index, generation, effect, hasError] = texts;
    const rest = texts.slice(STATE_TEXTS);
    const errorTexts = hasError ? rest.splice(0, ERROR_TEXTS) : [];
    this.#readCompanies();
    const company = this.#companies[Number(index)];
    const state = Object.freeze({
      name: /** @type {OnboardingName} */ (name),
      ...(settingsUrl && { settingsUrl }),
      notes: readNotes(notes),
      ...(expiresAt && { expiresAt: new Date(Number(expiresAt)) }),
      companies: this.#companies,
      ...(company && { company }),
      ...(hasError && { error: this.#readError(errorTexts) }),
    });
    return { state, generation: Number(generation), effect: Number(effect), key: rest[0] };
  }

  /**
   * @param {string[]} texts
   * @returns {OnboardingError}
   */
  #readError(texts) {
    const { retryAfter: _, ...error } = readErrorFields(texts);
    const failure = this.#failure;
    const same = failure?.kind === error.kind && failure.message === error.message;
    return same && failure ? failure : Object.freeze(error);
  }

  // The array keeps its identity while its content does not change.
  #readCompanies() {
    const { texts } = this.#core.call((module) => module.onboardingCompanies(this.#id));
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
 * @param {string} notes codes with blanks between
 * @returns {readonly KeyNote[]} frozen
 */
export function readNotes(notes) {
  const codes = /** @type {KeyNote['code'][]} */ (notes ? notes.split(' ') : []);
  return Object.freeze(codes.map((code) => Object.freeze({ code })));
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
 * @param {import('./errors.js').AgencyHandyError} error
 * @returns {string[]} what ReadError in module.cpp reads
 */
function errorTexts({ kind, message, where, status, fieldName, requestId }) {
  return [
    kind,
    message.replace(/\.$/, ''),
    where ?? '',
    String(status ?? 0),
    fieldName ?? '',
    requestId ?? '',
  ];
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
