// Owns the crossing into the WebAssembly module: writes texts in, reads texts out, and gives up a
// module that trapped. Owns no meaning of them.

import { kinds, reasons, sentences } from 'agencyhandy-words';
import { AgencyHandyError, redact, redactPieces } from './errors.js';

/** @typedef {import('./glue.js').CoreModule} CoreModule */
/** @typedef {import('./glue.js').CoreModuleArguments} CoreModuleArguments */
/** @typedef {string | Uint8Array} Text */

/**
 * What one call of the core gave: whether it failed, and its texts in order.
 * @typedef {{ failed: boolean, texts: string[] }} Reply
 */

const encoder = new TextEncoder();
// A BOM is a character of its own here: dropping one would shift every text behind it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * One instance of the module. After a trap it makes itself a fresh one; what ran in the old one is
 * told so, and what the old one still does is not heard.
 */
export class Core {
  /** @type {CoreModule} */ #module;
  #createModule;
  #compiled;
  #nextId = 1;
  /** @type {Map<number, (reply: Reply) => void>} */ #waiting = new Map();
  /** Counts instances: what an older one says is not heard. */
  #generation = 0;
  /**
   * From a trap until the fresh instance is there; calls fail meanwhile.
   * @type {Promise<void> | undefined}
   */
  renewal;

  /**
   * @param {(args: CoreModuleArguments) => Promise<CoreModule>} createModule Emscripten's factory
   * @param {WebAssembly.Module} compiled the module
   * @returns {Promise<Core>} ready to be called
   */
  static async create(createModule, compiled) {
    const core = new Core(createModule, compiled);
    await core.#instantiate();
    return core;
  }

  /**
   * @param {(args: CoreModuleArguments) => Promise<CoreModule>} createModule
   * @param {WebAssembly.Module} compiled
   */
  constructor(createModule, compiled) {
    this.#createModule = createModule;
    this.#compiled = compiled;
    this.#module = /** @type {CoreModule} */ (/** @type {unknown} */ (undefined));
  }

  // The glue of later Emscripten versions never settles when instantiation fails, so the failure
  // races with it.
  #instantiate() {
    const generation = ++this.#generation;
    return new Promise((resolve, reject) => {
      const args = {
        settle: (/** @type {number} */ id, /** @type {number} */ failed) => {
          if (generation === this.#generation) this.#settle(id, failed !== 0);
        },
        trapped: () => {
          if (generation === this.#generation) this.#giveUp();
        },
        instantiateWasm: (
          /** @type {WebAssembly.Imports} */ imports,
          /** @type {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} */ receive,
        ) => {
          WebAssembly.instantiate(this.#compiled, imports).then(
            (instance) => receive(instance, this.#compiled),
            reject,
          );
          return {};
        },
      };
      this.#createModule(args).then((module) => {
        this.#module = module;
        resolve(undefined);
      }, reject);
    });
  }

  /** @returns {Uint8Array} the module's memory, for tests that search it */
  get memory() {
    return this.#module.HEAPU8;
  }

  /**
   * @param {(module: CoreModule) => number} run calls one function of the module
   * @param {Text[]} texts what it reads
   * @returns {Reply & { value: number }} what it wrote, and its own value
   */
  call(run, texts = []) {
    if (this.renewal) throw toError([]);
    const module = this.#module;
    try {
      this.#write(module, texts);
      const value = run(module);
      const reply = { failed: value === 1, value, texts: this.#read(module) };
      module.release();
      return reply;
    } catch {
      throw this.#giveUp();
    }
  }

  /**
   * Starts a request; `settled` is called once, later, unless it is aborted.
   * @param {import('./glue.js').Exchange} exchange what the platform needs
   * @param {(module: CoreModule, id: number) => number} run calls `send`
   * @param {Text[]} texts what it reads
   * @param {(reply: Reply) => void} settled gets the outcome
   * @returns {{ reply: Reply, abort: () => void }} a failed reply where nothing was sent
   */
  start(exchange, run, texts, settled) {
    const id = this.#nextId++;
    const module = this.#module;
    module.exchange = exchange;
    const reply = this.call((called) => run(called, id), texts);
    module.exchange = undefined;
    if (!reply.failed) this.#waiting.set(id, settled);
    return { reply, abort: () => this.#abort(module, id) };
  }

  /**
   * @param {CoreModule} module
   * @param {number} id
   */
  #abort(module, id) {
    if (!this.#waiting.delete(id) || module !== this.#module) return;
    try {
      module.abort(id);
    } catch {
      this.#giveUp();
    }
  }

  /**
   * @param {number} id
   * @param {boolean} failed
   */
  #settle(id, failed) {
    const settled = this.#waiting.get(id);
    this.#waiting.delete(id);
    const texts = this.#read(this.#module);
    // Before the listener makes calls of its own.
    this.#module.release();
    settled?.({ failed, texts });
  }

  /**
   * A trap leaves the instance in a state that nobody knows. Later calls get a fresh one.
   * @returns {AgencyHandyError} an `internal`
   */
  #giveUp() {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.renewal = this.#instantiate().then(
      () => {
        this.renewal = undefined;
      },
      () => {},
    );
    for (const settled of waiting) settled({ failed: true, texts: [] });
    return toError([]);
  }

  /**
   * @param {CoreModule} module
   * @param {Text[]} texts
   */
  #write(module, texts) {
    const parts = texts.map((text) => (typeof text === 'string' ? encoder.encode(text) : text));
    const head = 4 * (parts.length + 1);
    const address = module.reserve(parts.reduce((sum, part) => sum + part.length, head));
    const view = new DataView(module.HEAPU8.buffer);
    view.setUint32(address, parts.length, true);
    let at = address + head;
    parts.forEach((part, index) => {
      view.setUint32(address + 4 * (index + 1), part.length, true);
      module.HEAPU8.set(part, at);
      at += part.length;
    });
  }

  /**
   * @param {CoreModule} module
   * @returns {string[]}
   */
  #read(module) {
    const address = module.output();
    const view = new DataView(module.HEAPU8.buffer);
    const [textAt, byteCount, lengthsAt, count] = [0, 4, 8, 12].map((offset) =>
      view.getUint32(address + offset, true),
    );
    const joined = decoder.decode(module.HEAPU8.subarray(textAt, textAt + byteCount));
    const texts = [];
    for (let index = 0, at = 0; index < count; index++) {
      const length = view.getUint32(lengthsAt + 4 * index, true);
      texts.push(joined.slice(at, at + length));
      at += length;
    }
    return texts;
  }
}

/**
 * Reads an error as src/bindings/module.cpp writes it.
 * @param {string[]} texts its fields in order
 * @param {string} [key] the secret that no text may show
 * @param {import('./errors.js').ErrorDetails} [more] what the caller knows
 * @returns {AgencyHandyError} the error
 */
export function toError(texts, key = '', more = {}) {
  const { kind, message, retryAfter: _, ...details } = readErrorFields(texts, key);
  return new AgencyHandyError(kind, message, { ...details, ...more });
}

/**
 * The fields of an error as plain data; absent where not known.
 * @param {string[]} texts its fields in order
 * @param {string} [key] the secret that no text may show
 * @returns {{ kind: import('./errors.js').ErrorKind, message: string, retryAfter?: string } &
 *   import('./errors.js').ErrorDetails} the fields
 */
export function readErrorFields(texts, key = '') {
  const [kind, retryable, text, detail = '', where, cause, status] = texts;
  const [position, codePoint, field, request, maybeApplied, retryAfter] = texts.slice(7);
  // Without a text the module has stopped.
  const sentence = sentences[Number(text)] ?? 'The module stopped; later calls get a fresh one';
  // What a server can put into an error; everything else is this package's own.
  const message = sentence + redactPieces(detail, key);
  const reason = reasons[Number(cause)];
  const fieldName = redact(field ?? '', key);
  const requestId = redact(request ?? '', key);
  return {
    kind: /** @type {import('./errors.js').ErrorKind} */ (kinds[Number(kind)] ?? 'internal'),
    message: message.endsWith('.') ? message : `${message}.`,
    retryable: retryable === '1',
    ...(where && { where }),
    ...(reason && { reason }),
    ...(Number(status) > 0 && { status: Number(status) }),
    ...(Number(position) >= 0 && codePoint && { position: Number(position) }),
    ...(Number(codePoint) >= 0 && codePoint && { codePoint: Number(codePoint) }),
    ...(fieldName && { fieldName }),
    ...(requestId && { requestId }),
    ...(maybeApplied && { maybeApplied: true }),
    ...(retryAfter && { retryAfter }),
  };
}
