// Owns walking the project's files. Owns no judgement of them.

import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const skippedFolders = new Set(['node_modules', '.git', 'build', 'dist']);

/**
 * Files below a path, sorted, `/` between their parts. Generated and installed folders are left out.
 * @param {string} baseDir what the results are relative to
 * @param {string} path file or folder, relative to `baseDir`; '' is `baseDir` itself
 * @returns {string[]} empty where there is nothing at `path`
 */
export function listFiles(baseDir, path) {
  const start = join(baseDir, path);
  const stats = statSync(start, { throwIfNoEntry: false });
  if (!stats) return [];
  const found = stats.isFile() ? [start] : [...walk(start)];
  return found.map((file) => relative(baseDir, file).split(sep).join('/')).sort();
}

/**
 * @param {string} folder
 * @returns {Generator<string>}
 */
function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skippedFolders.has(entry.name)) yield* walk(path);
    if (entry.isFile()) yield path;
  }
}
