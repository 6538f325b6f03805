// Owns the object that load() gives: the package's surface. Owns no rule of the API; each function
// checks types, asks the core, and gives plain data.

import { Client } from './client.js';
import { readCompanies } from './company.js';
import { toError } from './core-call.js';
import { pairs, readAuthHeaders, readCompanyId, readKey } from './credentials.js';
import { invalidInput } from './errors.js';
import { Life } from './life.js';
import { Onboarding, readExpiry, readNotes } from './onboarding.js';
import { readOwn, readText, readTextOrBytes } from './options.js';
import { credentialTexts, requestNames, requestTexts } from './request-texts.js';
import { clientNames, readBaseUrl, readSettings } from './settings.js';

/** @typedef {import('./company.js').Company} Company */
/** @typedef {import('./request-texts.js').ApiRequest} ApiRequest */
/** @typedef {import('./request-texts.js').Secrets} Secrets */
/** @typedef {import('./settings.js').ClientOptions} ClientOptions */
/** @typedef {import('./errors.js').AgencyHandyError} AgencyHandyError */

/**
 * @typedef {object} KeyReport
 * @property {string} key cleaned of what copying added
 * @property {readonly import('./onboarding.js').KeyNote[]} notes what was removed, what its shape suggests
 * @property {Date} [expiresAt] the JWT's own `exp`, not verified; absent where the key does not say
 */

/**
 * @typedef {object} BuiltRequest
 * @property {string} method upper case
 * @property {string} url absolute
 * @property {Record<string, string>} headers names in lower case
 * @property {string | undefined} body JSON text
 */

/**
 * @typedef {object} SnippetOptions
 * @property {'environment' | 'placeholder' | 'inline'} [secrets] default `environment`: the variables
 *   AGENCYHANDY_API_KEY and AGENCYHANDY_COMPANY_ID
 * @property {string | Uint8Array} [apiKey] for `inline`
 * @property {string} [companyId] for `inline`
 * @property {string} [baseUrl] default `https://api.agencyhandy.com`
 */

// In the order of Secrets in src/core/snippets.h.
const SECRETS = ['environment', 'placeholder', 'inline'];

/** Everything that needs the loaded module. Made by `load`. */
export class AgencyHandy {
  #core;

  /**
   * What `snippet` can write.
   * @type {readonly { id: string, label: string, language: string }[]}
   */
  snippetTargets;

  /** @param {import('./core-call.js').Core} core */
  constructor(core) {
    this.#core = core;
    const { texts } = core.call((module) => module.snippetTargets());
    const count = texts.length / 3;
    this.snippetTargets = Object.freeze(
      Array.from({ length: count }, (_, at) => {
        const [id, label, language] = texts.slice(3 * at);
        return Object.freeze({ id, label, language });
      }),
    );
  }

  /**
   * The address of a workspace's API-key settings (the vendor's guide, step 1).
   * @param {string} workspace a name, a workspace URL or a custom domain
   * @returns {string} `https://acme.agencyhandy.com/workspace-config?tab=api-key`
   * @throws {AgencyHandyError} `invalid_input` at `workspace`, with a `reason`
   */
  apiKeySettingsUrl(workspace) {
    return this.#texts((module) => module.settingsUrl(), [readText(workspace, 'workspace')])[0];
  }

  /**
   * Cleans a pasted key and says what its shape suggests. Sends nothing and never judges: that is
   * the server's part.
   * @param {string} text as it was pasted
   * @returns {KeyReport} the key and notes on it
   * @throws {AgencyHandyError} `invalid_input` at `apiKey` where it cannot be a key: empty, too long,
   *   or with a character that no header may carry
   */
  inspectApiKey(text) {
    const given = readTextOrBytes(text, 'apiKey');
    const [notes, expiresAt, key] = this.#texts(
      (module) => module.inspectApiKey(Date.now()),
      [given],
    );
    return {
      key,
      notes: readNotes(notes),
      ...readExpiry(expiresAt),
    };
  }

  /**
   * @param {{ apiKey: string | Uint8Array, companyId?: string }} secrets the credentials
   * @returns {Record<string, string>} `{ 'x-api-key': …, companyid: … }`, the second where given
   * @throws {AgencyHandyError} `invalid_input` at `apiKey` or `companyId`
   */
  authHeaders(secrets) {
    const own = readOwn(secrets, 'credentials', ['apiKey', 'companyId']);
    if (own.apiKey === undefined) throw missingKey();
    return readAuthHeaders(this.#core, readSecrets(own));
  }

  /**
   * Reads the reply of GET /accounts/companies.
   * @param {string | Uint8Array} reply JSON text, or its UTF-8 bytes
   * @returns {Company[]} may be empty
   * @throws {AgencyHandyError} `malformed_response`, `where` naming the place
   */
  parseCompanies(reply) {
    return readCompanies(
      this.#texts((module) => module.parseCompanies(), [readTextOrBytes(reply, 'reply')]),
    );
  }

  /**
   * What a call would send. Nothing is sent.
   * @param {ApiRequest} request method, path, query, body
   * @param {Secrets & { baseUrl?: string }} [options] the credentials that its headers carry
   * @returns {BuiltRequest} fit for fetch()
   * @throws {AgencyHandyError} `invalid_input` at the option that is wrong
   */
  buildRequest(request, options = {}) {
    const own = readOwn(options, 'options', ['apiKey', 'companyId', 'baseUrl']);
    const texts = [
      ...credentialTexts(readSecrets(own)),
      ...this.#requestTexts(request, own.baseUrl),
    ];
    const [method, url, hasBody, body, ...headers] = this.#texts(
      (module) => module.buildRequest(),
      texts,
    );
    return {
      method,
      url,
      headers: { ...pairs(headers), ...(hasBody && { 'content-type': 'application/json' }) },
      body: hasBody ? body : undefined,
    };
  }

  /**
   * A request as text for another tool.
   * @param {string} target one of `snippetTargets`' ids
   * @param {ApiRequest} request what `buildRequest` takes
   * @param {SnippetOptions} [options] where the secrets come from
   * @returns {string} a command or program that runs as it is
   * @throws {AgencyHandyError} `invalid_input`
   */
  snippet(target, request, options = {}) {
    const own = readOwn(options, 'options', ['secrets', 'apiKey', 'companyId', 'baseUrl']);
    const secrets = SECRETS.indexOf(readText(own.secrets ?? 'environment', 'secrets'));
    if (secrets < 0) throw invalidInput('secrets', `Pass one of ${SECRETS.join(', ')}.`);
    const texts = [
      readText(target, 'target'),
      ...credentialTexts(readSecrets(own)),
      ...this.#requestTexts(request, own.baseUrl),
    ];
    return this.#texts((module) => module.snippet(secrets), texts)[0];
  }

  /**
   * A client with a key.
   * @param {ClientOptions} options the key, and what else differs from the defaults
   * @returns {Client} to be disposed of when it is no longer needed
   * @throws {AgencyHandyError} `invalid_input` at the option that is wrong
   */
  createClient(options) {
    const own = readOwn(options, 'options', ['apiKey', ...clientNames]);
    if (own.apiKey === undefined) throw missingKey();
    const settings = readSettings(this.#core, own);
    const companyId =
      own.companyId === undefined ? undefined : readCompanyId(this.#core, own.companyId);
    return new Client(
      this.#core,
      settings,
      new Life(readKey(this.#core, own.apiKey)),
      companyId,
      true,
    );
  }

  /**
   * The state machine from no key to a first call.
   * @param {Omit<ClientOptions, 'apiKey' | 'companyId'>} [options] how its verification calls
   * @returns {Onboarding} to be disposed of when it is no longer needed
   * @throws {AgencyHandyError} `invalid_input` at the option that is wrong
   */
  createOnboarding(options = {}) {
    const own = readOwn(options, 'options', clientNames);
    return new Onboarding(this.#core, readSettings(this.#core, own));
  }

  /**
   * @param {(module: import('./glue.js').CoreModule) => number} run
   * @param {(string | Uint8Array)[]} texts
   */
  #texts(run, texts) {
    const reply = this.#core.call(run, texts);
    if (reply.failed) throw toError(reply.texts);
    return reply.texts;
  }

  /**
   * @param {unknown} request
   * @param {unknown} baseUrl
   */
  #requestTexts(request, baseUrl) {
    const own = readOwn(request, 'request', requestNames);
    return requestTexts(own, readBaseUrl(baseUrl));
  }
}

/** @returns {AgencyHandyError} */
function missingKey() {
  return invalidInput('apiKey', 'Pass the API key.', 'key_missing');
}

/**
 * @param {Record<string, unknown>} own
 * @returns {Secrets}
 */
function readSecrets({ apiKey, companyId }) {
  return {
    ...(apiKey !== undefined && { apiKey: readTextOrBytes(apiKey, 'apiKey') }),
    ...(companyId !== undefined && { companyId: readText(companyId, 'companyId') }),
  };
}
