// Owns the entry of Node, whose fetch() reads no files.

import { readFile } from 'node:fs/promises';
import { createLoad } from './core.js';

export { AgencyHandyError, isAgencyHandyError } from './core.js';

/**
 * Loads the module. Later calls share it.
 * @type {import('./load.js').Load}
 * @throws {import('./errors.js').AgencyHandyError} rejects with `load_failed` or `invalid_input`
 */
export const load = createLoad(() => readFile(new URL('./agencyhandy.wasm', import.meta.url)));
