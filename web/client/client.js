// Owns the client: one key, its calls and its end. Owns no try of a call (call.js).

import { watchAbort } from './aborts.js';
import { Call } from './call.js';
import { readCompanies } from './company.js';
import { readCompanyId } from './credentials.js';
import { AgencyHandyError, invalidInput } from './errors.js';
import { readJson } from './json.js';
import { disposedError, endAll } from './life.js';
import { readFlag, readOwn, readSignal } from './options.js';
import { requestNames, requestTexts } from './request-texts.js';

/** @typedef {import('./company.js').Company} Company */
/** @typedef {import('./life.js').Life} Life */
/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./request-texts.js').ApiRequest} ApiRequest */

/**
 * @typedef {object} CallOptions
 * @property {AbortSignal} [signal] ends the call at once, in any phase
 */

/** @typedef {{ idempotent?: boolean, signal?: AbortSignal }} SendOptions */

/**
 * @typedef {object} Answer
 * @property {number} status HTTP status, 200 to 299
 * @property {unknown} data parsed JSON, integers beyond 2^53 as BigInt; undefined where there is no body
 */

/**
 * Calls of the AgencyHandy API with one key. The key lives in a closure of this object alone, and is
 * wiped by `dispose`. Made by `createClient`.
 */
export class Client {
  #core;
  #settings;
  #life;
  #companyId;
  #ownsLife;
  #ended = false;
  /** @type {Set<Call>} */ #running = new Set();

  /**
   * @param {import('./core-call.js').Core} core
   * @param {Settings} settings
   * @param {Life} life
   * @param {string | undefined} companyId
   * @param {boolean} ownsLife whether dispose ends the key's life
   */
  constructor(core, settings, life, companyId, ownsLife) {
    this.#core = core;
    this.#settings = settings;
    this.#life = life;
    this.#companyId = companyId;
    this.#ownsLife = ownsLife;
  }

  /**
   * The company that calls are for.
   * @returns {string | undefined} its id
   */
  get companyId() {
    return this.#companyId;
  }

  /**
   * GET /accounts/companies with the key alone (the vendor's guide, step 2).
   * @param {CallOptions} [options] a signal
   * @returns {Promise<Company[]>} may be empty
   * @throws {AgencyHandyError} rejects with any kind
   */
  async listCompanies(options = {}) {
    const own = readOwn(options, 'options', ['signal']);
    const answer = await this.#run({
      method: 'GET',
      companies: true,
      texts: [],
      company: false,
      own,
    });
    return readCompanies(answer.slice(1));
  }

  /**
   * Any call of the API. Refused before sending without a company id, unless `company` is false.
   * @param {ApiRequest & SendOptions} request method, path, query, body
   * @param {CallOptions} [options] a signal, where the request has none
   * @returns {Promise<Answer>} status and parsed body
   * @throws {AgencyHandyError} rejects with any kind
   */
  async request(request, options = {}) {
    // Without a prototype, as readOwn() gives it.
    const own = Object.assign(
      readOwn(options, 'options', ['signal']),
      readOwn(request, 'request', [...requestNames, 'idempotent', 'signal']),
    );
    const company = own.company === undefined || readFlag(own.company, 'company');
    if (company && this.#companyId === undefined) {
      throw invalidInput(
        'companyId',
        'Choose a company first, or pass company: false.',
        'company_id_empty',
      );
    }
    const method = String(own.method ?? 'GET').toUpperCase();
    const texts = requestTexts(own, this.#settings.baseUrl);
    const [status, isJson, hasBigInteger, text] = await this.#run({
      method,
      companies: false,
      texts,
      company,
      own,
    });
    const data = isJson ? readJson(text, hasBigInteger === '1') : undefined;
    return { status: Number(status), data };
  }

  /**
   * A client for one company that shares this one's key and life.
   * @param {string} companyId visible ASCII, at most 4,096
   * @returns {Client} its own dispose ends itself alone
   * @throws {AgencyHandyError} `invalid_input` or `disposed`
   */
  withCompany(companyId) {
    this.#check();
    return new Client(
      this.#core,
      this.#settings,
      this.#life,
      readCompanyId(this.#core, companyId),
      false,
    );
  }

  /** Ends running calls with `disposed` and wipes the key. Idempotent. */
  dispose() {
    this.#ended = true;
    endAll(this.#running);
    if (this.#ownsLife) this.#life.end();
  }

  /** The same as `dispose`, for `using`. A browser without the symbol gets a method that nobody calls. */
  [Symbol.dispose]() {
    this.dispose();
  }

  #check() {
    if (this.#ended || this.#life.ended) throw disposedError();
  }

  /**
   * @param {{ method: string, companies: boolean, texts: string[], company: boolean,
   *   own: Record<string, unknown> }} plan
   * @returns {Promise<string[]>} the texts of a success
   */
  async #run({ method, companies, texts, company, own }) {
    this.#check();
    if (this.#core.renewal) {
      await this.#core.renewal;
      this.#check();
    }
    const signal = readSignal(own.signal);
    const idempotent = readFlag(own.idempotent, 'idempotent');
    const call = new Call({
      core: this.#core,
      settings: this.#settings,
      life: this.#life,
      method,
      companies,
      idempotent,
      requestTexts: companies ? [this.#settings.baseUrl] : texts,
      companyId: company ? this.#companyId : undefined,
    });
    this.#running.add(call);
    this.#life.running.add(call);
    const onAbort = () =>
      call.end(new AgencyHandyError('aborted', 'The call was aborted.', { cause: signal?.reason }));
    const endWatch = signal && watchAbort(signal, onAbort);
    if (signal?.aborted) onAbort();
    try {
      return await call.outcome();
    } finally {
      endWatch?.();
      this.#running.delete(call);
      this.#life.running.delete(call);
    }
  }
}
