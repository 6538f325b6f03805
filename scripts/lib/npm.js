// Owns npm: which npm is called, and whether node_modules holds what package-lock.json says. Owns no
// list of dependencies (package.json).

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatDuration, say } from './output.js';
import { runStage } from './run.js';

const INSTALL_LIMIT_MS = 20 * 60_000;

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 *
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ command: string, args: string[] }} the npm that has started this script, else the one
 *   that came with this Node, else the one on PATH
 */
export function npmCommand(env = process.env) {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const started = env.npm_execpath?.endsWith('npm-cli.js') ? env.npm_execpath : undefined;
  const script = [started, beside].find((file) => file !== undefined && existsSync(file));
  return script ? { command: process.execPath, args: [script] } : { command: 'npm', args: [] };
}

/**
 * @param {string} file
 * @returns {LockedPackages | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Optional packages are built for one platform each: those of others are rightly absent.
 * @param {LockedPackage} locked
 */
function mayBeAbsent({ optional, os, cpu, libc }) {
  if (!optional) return false;
  const isOurs = (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
  return !isOurs || libc !== undefined || (os === undefined && cpu === undefined);
}

/**
 * @param {string} projectDir
 * @returns {boolean} whether node_modules holds what package-lock.json says
 */
export function areDependenciesInstalled(projectDir) {
  const locked = readPackages(join(projectDir, 'package-lock.json'));
  const installed = readPackages(join(projectDir, 'node_modules/.package-lock.json'));
  if (!locked || !installed) return false;
  return Object.entries(locked)
    .filter(([path]) => path !== '')
    .every(([path, wanted]) => {
      const there = installed[path];
      if (!there) return mayBeAbsent(wanted);
      return there.version === wanted.version && there.integrity === wanted.integrity;
    });
}

/**
 * Runs `npm ci` where node_modules is missing or differs from package-lock.json.
 * @param {string} projectDir
 * @param {{ verbose: boolean }} options
 * @throws {import('./output.js').PlainError} with npm's output
 */
export async function ensureDependencies(projectDir, { verbose }) {
  if (areDependenciesInstalled(projectDir)) return;
  const startMs = Date.now();
  say('installing npm development dependencies (once, about 20 seconds)');
  const { command, args } = npmCommand();
  const options = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await runStage('set-up', command, [...args, 'ci', ...options], {
    cwd: projectDir,
    live: verbose,
    busyWith: 'installing npm dependencies',
    timeoutMs: INSTALL_LIMIT_MS,
  });
  say(`installed in ${formatDuration(Date.now() - startMs)}`);
}
