// Owns the version of a command on PATH, asked once and remembered while the command's file stays as
// it is. Owns no judgement of it.

import { mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.js';
import { findVersion } from './version.js';

const ASK_LIMIT_MS = 60_000;

/** @typedef {Record<string, { identity: string, version: string }>} VersionCache */

/**
 * @param {string} file
 * @returns {VersionCache} empty where there is none, or none that can be read
 */
function readCache(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {string} file */
function fileIdentity(file) {
  const { size, mtimeMs } = statSync(file);
  return `${size}:${mtimeMs}`;
}

/**
 * What changes when another version is installed. Emscripten's launchers can stay the same over
 * versions; the file that names its version does not.
 * @param {string} command absolute path
 * @returns {string}
 */
export function commandIdentity(command) {
  const real = realpathSync(command);
  const parts = [real, fileIdentity(real)];
  try {
    parts.push(fileIdentity(join(dirname(real), 'emscripten-version.txt')));
  } catch {
    // Not a command with such a file beside it.
  }
  return parts.join(' ');
}

/**
 * @param {import('./host.js').Host} host
 * @param {string} command absolute path
 * @returns {Promise<string | undefined>} '3.1.6'; undefined where it does not run or does not say
 */
export async function commandVersion(host, command) {
  const identity = commandIdentity(command);
  const known = readCache(host.versionCacheFile)[command];
  if (known?.identity === identity) return known.version;
  const { code, stdout } = await run(command, ['--version'], {
    env: host.env,
    timeoutMs: ASK_LIMIT_MS,
  });
  const version = code === 0 ? findVersion(stdout) : undefined;
  if (version) remember(host.versionCacheFile, command, { identity, version });
  return version;
}

/**
 * @param {string} file
 * @param {string} command
 * @param {{ identity: string, version: string }} entry
 */
function remember(file, command, entry) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...readCache(file), [command]: entry }, null, 2));
}
