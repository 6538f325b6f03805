// Owns the view of the machine that set-up has: where commands and files are found, who we are.
// Owns no list of what is needed (requirements.js).

import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildDir } from './paths.js';

/**
 * @typedef {object} Host
 * @property {NodeJS.ProcessEnv} env
 * @property {string} fileRoot '/' but in tests
 * @property {boolean} isRoot
 * @property {string} versionCacheFile remembers the version of a command that has not changed
 */

/** @returns {Host} this machine */
export function thisHost() {
  return {
    env: process.env,
    fileRoot: '/',
    isRoot: process.getuid?.() === 0,
    versionCacheFile: join(buildDir, 'tool-versions.json'),
  };
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {Host} host
 * @param {string[]} names the first that is found counts
 * @returns {string | undefined} absolute path
 */
export function findCommand(host, names) {
  const folders = (host.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    const folder = folders.find((candidate) => isExecutable(join(candidate, name)));
    if (folder !== undefined) return join(folder, name);
  }
  return undefined;
}

/**
 * @param {Host} host
 * @param {string} header e.g. 'gtest/gtest.h'
 * @returns {string | undefined} absolute path in one of the usual include folders
 */
export function findHeader(host, header) {
  const folders = ['usr/include', 'usr/local/include', 'opt/homebrew/include'];
  return folders.map((folder) => join(host.fileRoot, folder, header)).find(existsSync);
}

/**
 * @param {Host} host
 * @returns {boolean} whether Debian's package tools are here (Debian, Ubuntu and their relatives)
 */
export function hasApt(host) {
  try {
    const release = readFileSync(join(host.fileRoot, 'etc/os-release'), 'utf8');
    const isDebian = /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(release);
    return isDebian && findCommand(host, ['apt-get']) !== undefined;
  } catch {
    return false;
  }
}
