// Owns the entry of workerd, which compiles no bytes and imports WebAssembly as a module.

import module from './agencyhandy.wasm';
import { createLoad } from './core.js';

export { AgencyHandyError, isAgencyHandyError } from './core.js';

/**
 * Loads the module. Later calls share it.
 * @type {import('./load.js').Load}
 * @throws {import('./errors.js').AgencyHandyError} rejects with `load_failed` or `invalid_input`
 */
export const load = createLoad(() => module);
