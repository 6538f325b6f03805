// Owns where the parts of the repository lie. Owns no reading and no writing of them.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, absolute, without a slash at its end. */
export const rootDir = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export const buildDir = join(rootDir, 'build');
export const distDir = join(rootDir, 'dist');
export const reportsDir = join(buildDir, 'reports');
