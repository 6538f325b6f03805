// Owns the default entry: browsers, bundlers, Deno, Bun. The wasm lies beside this file, and bundlers
// find it through the literal below.

import { createLoad } from './core.js';

export { AgencyHandyError, isAgencyHandyError } from './core.js';

/**
 * Loads the module. Later calls share it.
 * @type {import('./load.js').Load}
 * @throws {import('./errors.js').AgencyHandyError} rejects with `load_failed` or `invalid_input`
 * @example
 * const agencyhandy = await load();
 * agencyhandy.apiKeySettingsUrl('acme');
 */
export const load = createLoad(() => new URL('./agencyhandy.wasm', import.meta.url));
