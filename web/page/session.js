/**
 * Owns what the page does: it loads the package and sends events to its state machine. Holds the key, in
 * memory. Decides nothing about the API and paints nothing: every change is a new view. What it does
 * besides, once there is a key, is in work.js.
 */

import { isAgencyHandyError, load } from 'agencyhandy-onboarding';
import { pathPrefix } from './calls.js';

/** @import { Verdict } from './probes.js' */
/** @typedef {Awaited<ReturnType<typeof load>>} AgencyHandy */
/** @typedef {ReturnType<AgencyHandy['createOnboarding']>} Onboarding */
/** @typedef {Onboarding['state']} State */
/** @typedef {NonNullable<State['error']>} StateError */
/** @typedef {Parameters<Onboarding['send']>[0]} OnboardingEvent */
/** @typedef {Pick<StateError, 'kind' | 'status' | 'where' | 'retryAfterMs'>} Failure */

/**
 * @typedef {object} FirstCall
 * @property {'idle' | 'running' | 'answered' | 'failed'} phase
 * @property {number} [count] How many roles came back, where the answer has a list.
 * @property {Failure} [failure]
 */

/** @typedef {'workspace' | 'key' | 'reply' | 'company'} Place A field that a person fills in. */

/**
 * @typedef {object} View
 * @property {State} state
 * @property {Place} [problem] Where a text was refused; the state's error says why.
 * @property {boolean} loaded
 * @property {boolean} loadFailed
 * @property {boolean} hasKey Whether the page has a key that was not refused, not only a reply.
 * @property {Verdict | 'checking' | undefined} diagnosis Why the check had no readable answer.
 * @property {boolean} prefixed Whether calls go to the prefix that some sources put before each path.
 * @property {FirstCall} firstCall
 */

/** @type {Readonly<Record<string, Place | undefined>>} By the event's type. */
const places = {
  workspace: 'workspace',
  key: 'key',
  retry: 'key',
  reply: 'reply',
  company: 'company',
};

/** @type {State} */
const nothingYet = { name: 'needsWorkspace', notes: [], companies: [] };

/** @type {View} Before the package is there. */
export const emptyView = {
  state: nothingYet,
  loaded: false,
  loadFailed: false,
  hasKey: false,
  diagnosis: undefined,
  prefixed: false,
  firstCall: { phase: 'idle' },
};

/** @param {State} state */
const endedWithoutStatus = ({ name, error }) =>
  name === 'unknown' && error?.kind === 'network' && error.status === undefined;

export class Session {
  /** @type {AgencyHandy | undefined} */ agencyhandy;
  /** @type {Onboarding | undefined} */ onboarding;
  /** Ends what runs besides the state machine. */ running = new AbortController();
  /** @type {(state: State) => void} Asks why a call had no answer. */ explain = () => {};
  /** Whether the page's own policy stopped a request of the last check. */ blockedByPolicy = false;
  /** @type {Promise<void> | undefined} */ #loading;
  /** @type {string} */ #key = '';
  /** @type {string} */ #baseUrl;
  /** @type {(view: View, previous: View) => void} */ #paint;
  /** @type {Place | undefined} */ #sending;
  #isKeyRefused = false;

  view = emptyView;

  /**
   * @param {{ baseUrl: string, paint: (view: View, previous: View) => void }} options
   */
  constructor({ baseUrl, paint }) {
    this.#baseUrl = baseUrl;
    this.#paint = paint;
  }

  /** The key of the state, or '' where it was never here. */
  get key() {
    return this.#key;
  }

  /** Where the key goes. */
  get host() {
    return new URL(this.#baseUrl).host;
  }

  /** @param {Partial<View>} change */
  show(change) {
    const previous = this.view;
    this.view = { ...previous, ...change };
    this.#paint(this.view, previous);
  }

  /** Loads the package, once; again after a failure. */
  start() {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load() {
    try {
      this.agencyhandy = await load();
      const { state } = this.begin(this.agencyhandy);
      this.show({ state, loaded: true, loadFailed: false });
    } catch {
      this.#loading = undefined;
      this.show({ loadFailed: true });
    }
  }

  /** @param {AgencyHandy} agencyhandy */
  begin(agencyhandy) {
    const onboarding = agencyhandy.createOnboarding({ baseUrl: this.apiUrl });
    onboarding.subscribe((state) => this.#take(state));
    this.onboarding = onboarding;
    return onboarding;
  }

  /** @param {State} state */
  #take(state) {
    this.running.abort();
    const unexplained = endedWithoutStatus(state);
    if (state.name === 'verifying') this.#isKeyRefused = false;
    if (['keyRejected', 'forbidden'].includes(state.name)) this.#isKeyRefused = true;
    this.show({
      state,
      problem: state.error && this.#sending,
      hasKey: this.#key !== '' && !this.#isKeyRefused,
      diagnosis: unexplained ? 'checking' : undefined,
      firstCall: { phase: 'idle' },
    });
    if (unexplained) this.explain(state);
  }

  /** @param {OnboardingEvent} event */
  async send(event) {
    if (!this.onboarding) await this.start();
    this.#sending = places[event.type];
    this.onboarding?.send(event);
    this.#sending = undefined;
  }

  /** @param {string} text */
  setWorkspace(text) {
    return this.send({ type: 'workspace', text });
  }

  /** @param {string} text */
  async verify(text) {
    this.blockedByPolicy = false;
    if (!this.agencyhandy) await this.start();
    const before = this.#key;
    this.#key = this.#clean(text);
    await this.send({ type: 'key', text });
    if (this.view.problem) this.#key = before;
  }

  /**
   * @param {string} text
   * @returns {string} The key in it, '' where there is none: the state machine says why.
   */
  #clean(text) {
    try {
      return this.agencyhandy?.inspectApiKey(text).key ?? '';
    } catch {
      return '';
    }
  }

  /** @param {string} text */
  useReply(text) {
    return this.send({ type: 'reply', text });
  }

  /** @param {string} id */
  choose(id) {
    return this.send({ type: 'company', id });
  }

  retry() {
    this.blockedByPolicy = false;
    return this.send({ type: 'retry' });
  }

  /** Ends what runs: a check, the search for its cause, or the first call. */
  cancel() {
    const wasRunning = this.isRunning;
    this.running.abort();
    if (this.view.state.name === 'verifying') this.send({ type: 'cancel' });
    return wasRunning;
  }

  get isRunning() {
    const { state, diagnosis, firstCall } = this.view;
    return state.name === 'verifying' || diagnosis === 'checking' || firstCall.phase === 'running';
  }

  /** Wipes the key and all that followed from it. */
  forget() {
    this.#key = '';
    this.onboarding?.send({ type: 'forget' });
  }

  /** Called where the page's own policy stopped a request. */
  notePolicyViolation() {
    this.blockedByPolicy = true;
  }

  get apiUrl() {
    return this.view.prefixed ? new URL(pathPrefix, this.#baseUrl).href : this.#baseUrl;
  }

  /**
   * @param {string} text
   * @returns {{ url?: string, reason?: string }} The link that the text leads to, or why to none.
   */
  readWorkspace(text) {
    try {
      return { url: this.agencyhandy?.apiKeySettingsUrl(text) };
    } catch (error) {
      return { reason: isAgencyHandyError(error) ? error.reason : undefined };
    }
  }

  dispose() {
    this.forget();
    this.running.abort();
    this.onboarding?.dispose();
    this.onboarding = undefined;
    this.#loading = undefined;
  }
}
