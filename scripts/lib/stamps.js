// Owns the question whether a stage's outputs are up to date: same inputs, and outputs as the stage
// left them. Owns no stage.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from './files.js';

/** @typedef {{ inputs: string, outputs: Record<string, string> }} Stamp */

/**
 * One hash over names and contents of all files below some paths.
 * @param {string} baseDir
 * @param {string[]} paths files and folders relative to `baseDir`; what is absent counts as absent
 * @param {string[]} [facts] further text that the outputs depend on
 * @returns {string}
 */
export function hashInputs(baseDir, paths, facts = []) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => listFiles(baseDir, path))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(baseDir, file)))
      .update('\0');
  }
  for (const fact of facts) hash.update(`${fact}\0`);
  return hash.digest('hex');
}

/** @param {string} file */
function fileState(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.size}:${stats.mtimeMs}` : 'absent';
}

/**
 * @param {string} stampFile
 * @returns {Stamp | undefined}
 */
function readStamp(stampFile) {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} stampFile
 * @param {string} inputs what `hashInputs` gave
 * @returns {boolean}
 */
export function isUpToDate(stampFile, inputs) {
  const stamp = readStamp(stampFile);
  if (stamp?.inputs !== inputs) return false;
  const outputs = Object.entries(stamp.outputs);
  return outputs.length > 0 && outputs.every(([file, state]) => fileState(file) === state);
}

/**
 * Notes that a stage has made its outputs.
 * @param {string} stampFile
 * @param {string} inputs
 * @param {string[]} outputFiles absolute paths
 */
export function writeStamp(stampFile, inputs, outputFiles) {
  const outputs = Object.fromEntries(outputFiles.map((file) => [file, fileState(file)]));
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ inputs, outputs }, null, 2));
}
