// Owns the entry that holds the WebAssembly inside itself, compressed, decoded on first use: for
// bundlers that copy no files.

import compressed from 'agencyhandy-wasm-gzip-base64';
import { createLoad } from './core.js';

export { AgencyHandyError, isAgencyHandyError } from './core.js';

/** @returns {Promise<ArrayBuffer>} */
async function decode() {
  const bytes = Uint8Array.from(atob(compressed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

/**
 * Loads the module. Later calls share it.
 * @type {import('./load.js').Load}
 * @throws {import('./errors.js').AgencyHandyError} rejects with `load_failed` or `invalid_input`
 */
export const load = createLoad(decode);
