// Owns the way from a WebAssembly file, in whatever form, to a loaded package. Owns no place of that
// file: each entry knows its own.

import createModule from 'agencyhandy-glue';
import { AgencyHandy } from './agencyhandy.js';
import { Core } from './core-call.js';
import { AgencyHandyError, invalidInput, isAgencyHandyError } from './errors.js';
import { readOwn } from './options.js';

/**
 * The module's WebAssembly: its URL, the answer to its request, its bytes, or the compiled module.
 * @typedef {string | URL | Response | ArrayBuffer | Uint8Array | WebAssembly.Module} WasmSource
 */

/**
 * @typedef {object} LoadOptions
 * @property {WasmSource | Promise<WasmSource>} [wasm] default: the file beside the entry
 * @property {boolean} [fresh] default false: later calls share the first one's instance; true gives
 *   an instance of its own, from the module compiled before unless `wasm` is given
 */

/** @typedef {(options?: LoadOptions) => Promise<AgencyHandy>} Load */

/**
 * @param {() => WasmSource | Promise<WasmSource>} findWasm called only where no wasm was passed
 * @returns {Load} the entry's load()
 */
export function createLoad(findWasm) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let compiled;
  /** @type {Promise<AgencyHandy> | undefined} */
  let shared;

  /** @param {WasmSource | Promise<WasmSource> | undefined} wasm */
  const instantiate = async (wasm) => {
    if (wasm !== undefined || compiled === undefined) compiled = compile(wasm ?? findWasm());
    const module = compiled;
    try {
      return new AgencyHandy(await Core.create(createModule, await module));
    } catch (error) {
      if (compiled === module) compiled = undefined;
      throw isAgencyHandyError(error)
        ? error
        : loadFailed('The WebAssembly module cannot be started.');
    }
  };

  return async (options = {}) => {
    const own = readOwn(options, 'options', ['wasm', 'fresh']);
    const wasm = /** @type {LoadOptions['wasm']} */ (own.wasm);
    if (own.fresh === true) return instantiate(wasm);
    shared ??= instantiate(wasm);
    const current = shared;
    // A failure is not shared: the next call tries again.
    current.catch(() => {
      if (shared === current) shared = undefined;
    });
    return current;
  };
}

/**
 * @param {WasmSource | Promise<WasmSource>} source
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source) {
  const given = await source;
  if (given instanceof WebAssembly.Module) return given;
  if (typeof given === 'string' || given instanceof URL)
    return compileResponse(await request(given), String(given));
  if (typeof Response === 'function' && given instanceof Response)
    return compileResponse(given, given.url);
  if (!(given instanceof ArrayBuffer) && !ArrayBuffer.isView(given)) {
    throw invalidInput('wasm', 'Pass a URL, a Response, bytes or a WebAssembly.Module.');
  }
  try {
    return await WebAssembly.compile(/** @type {BufferSource} */ (given));
  } catch {
    throw loadFailed('The bytes are not the WebAssembly module.');
  }
}

/**
 * @param {string | URL} url
 * @returns {Promise<Response>}
 */
async function request(url) {
  try {
    return await fetch(url);
  } catch {
    throw loadFailed('The WebAssembly file cannot be fetched.', { url: String(url) });
  }
}

/**
 * @param {Response} response
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>}
 */
async function compileResponse(response, url) {
  const mediaType = response.headers.get('content-type') ?? '';
  const known = { url, status: response.status, mediaType };
  if (!response.ok) throw loadFailed('The WebAssembly file was not served.', known);
  try {
    if (mediaType === 'application/wasm' && WebAssembly.compileStreaming) {
      return await WebAssembly.compileStreaming(response);
    }
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch {
    throw loadFailed('What was served is not the WebAssembly module.', known);
  }
}

/**
 * @param {string} message
 * @param {{ url?: string, status?: number, mediaType?: string }} [known]
 * @returns {AgencyHandyError}
 */
function loadFailed(message, known = {}) {
  const { url, status, mediaType } = known;
  const detail = [url, status && `HTTP ${status}`, mediaType].filter(Boolean).join(', ');
  return new AgencyHandyError('load_failed', detail ? `${message} (${detail})` : message, known);
}
