// Owns one call of the API from its first try to its end: sends, waits as the core plans, and ends
// exactly once. Owns no decision on retries and no reading of bodies.

import { toError } from './core-call.js';
import { AgencyHandyError } from './errors.js';
import { credentialTexts } from './request-texts.js';

/** @typedef {import('./life.js').Life} Life */
/** @typedef {import('./settings.js').Settings} Settings */

/**
 * @typedef {object} CallPlan
 * @property {import('./core-call.js').Core} core
 * @property {Settings} settings
 * @property {Life} life
 * @property {string} method
 * @property {boolean} companies whether the reply is read as the list of companies
 * @property {boolean} idempotent whether the caller says that it may be repeated
 * @property {string[]} requestTexts what ReadRequest in module.cpp reads
 * @property {string | undefined} companyId for the header
 */

/** One call. `outcome` starts it; `end` ends it with an error at once, in any phase. */
export class Call {
  #plan;
  #startedAt = performance.now();
  #attempt = 0;
  #limitAt = 0;
  #settled = false;
  #outcome;
  /** @type {(texts: string[]) => void} */ #resolve = () => {};
  /** Ends what runs now: a request or a wait. */
  #stop = () => {};
  /** @type {(error: AgencyHandyError) => void} */ #reject = () => {};

  /** @param {CallPlan} plan */
  constructor(plan) {
    this.#plan = plan;
    this.#outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /**
   * @returns {Promise<string[]>} the texts of a success
   * @throws {AgencyHandyError} rejects with what ended the last try, or with what `end` was given
   */
  outcome() {
    if (!this.#settled) this.#send();
    return this.#outcome;
  }

  /** @param {AgencyHandyError} error what the caller sees */
  end(error) {
    if (this.#settled) return;
    error.attempts = this.#attempt;
    error.elapsedMs = this.#elapsedMs();
    if (this.#attempt > 0 && !['GET', 'HEAD'].includes(this.#plan.method))
      error.maybeApplied = true;
    this.#settle(() => this.#reject(error));
    this.#stop();
  }

  /** @param {() => void} tell */
  #settle(tell) {
    if (this.#settled) return;
    this.#settled = true;
    tell();
  }

  #elapsedMs() {
    return Math.round(performance.now() - this.#startedAt);
  }

  #remainingMs() {
    return this.#plan.settings.deadlineMs - (performance.now() - this.#startedAt);
  }

  #send() {
    const { core, settings, life, companies, requestTexts, companyId, method } = this.#plan;
    const timeoutMs = Math.max(1, Math.min(settings.timeoutMs, Math.ceil(this.#remainingMs())));
    this.#limitAt = performance.now() + timeoutMs;
    const exchange = {
      fetch: settings.fetch ?? globalThis.fetch,
      maxResponseBytes: settings.maxResponseBytes,
      origin: settings.origin,
    };
    const texts = [...credentialTexts({ apiKey: life.key, companyId }), ...requestTexts];
    try {
      const { reply, abort } = core.start(
        exchange,
        (module, id) => module.send(id, timeoutMs, companies),
        texts,
        (answer) => this.#receive(answer),
      );
      if (reply.failed) return this.#fail(reply.texts);
      this.#stop = abort;
      this.#attempt++;
      this.#tell({ type: 'send', method });
    } catch (error) {
      this.end(/** @type {AgencyHandyError} */ (error));
    }
  }

  /** @param {import('./core-call.js').Reply} answer */
  #receive({ failed, texts }) {
    this.#stop = () => {};
    if (this.#settled) return;
    // Reading a large reply may take the time away after its last byte has come in time.
    if (!failed && performance.now() >= this.#limitAt) {
      const late = new AgencyHandyError('timeout', 'The API did not answer in time.', {
        retryable: true,
      });
      this.end(late);
      return;
    }
    if (!failed) {
      this.#plan.life.refill();
      this.#tell({ type: 'answer', method: this.#plan.method, status: Number(texts[0]) });
      this.#settle(() => this.#resolve(texts));
      return;
    }
    try {
      this.#retryOrFail(texts);
    } catch (error) {
      this.end(/** @type {AgencyHandyError} */ (error));
    }
  }

  /** @param {string[]} texts an error's fields */
  #retryOrFail(texts) {
    const { core, settings, life, method, idempotent } = this.#plan;
    const [kind, , , , , , status, , , , , , retryAfter = ''] = texts;
    // The module has stopped.
    if (kind === undefined) return this.end(toError(texts));
    const reply = core.call(
      (module) =>
        module.planRetry(
          idempotent,
          Number(kind),
          Number(status),
          this.#attempt,
          settings.retries,
          life.budget,
          this.#remainingMs(),
          Date.now(),
          Math.random(),
        ),
      [method, retryAfter],
    );
    const [again, delay, retryAfterMs] = reply.texts;
    if (!again) return this.#fail(texts, Number(retryAfterMs));
    life.budget--;
    const delayMs = Number(delay);
    this.#tell({ type: 'retry', method, kind: toError(texts).kind, delayMs });
    const timer = setTimeout(() => this.#send(), delayMs);
    this.#stop = () => clearTimeout(timer);
    if (this.#settled) this.#stop();
  }

  /**
   * @param {string[]} texts an error's fields
   * @param {number} [retryAfterMs] what the server asked for, below 0 for nothing
   */
  #fail(texts, retryAfterMs = -1) {
    const more = {
      attempts: this.#attempt,
      elapsedMs: this.#elapsedMs(),
      ...(retryAfterMs >= 0 && { retryAfterMs }),
    };
    const error = toError(texts, this.#plan.life.keyText(), more);
    const { method } = this.#plan;
    this.#tell({ type: 'failure', method, kind: error.kind, status: error.status });
    this.#settle(() => this.#reject(error));
  }

  /** @param {Omit<import('./settings.js').ClientEvent, 'attempt' | 'elapsedMs'>} event */
  #tell(event) {
    const { onEvent } = this.#plan.settings;
    if (!onEvent) return;
    try {
      const returned = /** @type {unknown} */ (
        onEvent({ ...event, attempt: this.#attempt, elapsedMs: this.#elapsedMs() })
      );
      // A rejected promise of a listener is the listener's own affair.
      if (returned instanceof Promise) returned.catch(() => {});
    } catch {
      // As documented: what a listener throws changes nothing.
    }
  }
}
