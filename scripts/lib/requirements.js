// Owns the list of tools that each target needs, how each is found, and Debian's names for it. Owns
// no installing (apt.js) and no npm dependency (npm.js).

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findCommand, findHeader } from './host.js';
import { commandVersion } from './tool-version.js';
import { isAtLeast } from './version.js';

/** @typedef {import('./host.js').Host} Host */
/** @typedef {'build' | 'test' | 'pictures'} Target */

/**
 * @typedef {object} Requirement
 * @property {string} label what a person calls it
 * @property {string[]} [commands] one of them is on PATH
 * @property {string} [atLeast] the command's oldest version that serves
 * @property {string} [header] lies in an include folder
 * @property {(host: Host) => boolean} [check] finds what is neither of the two
 * @property {string} debianPackage
 * @property {boolean} [debianOnly] elsewhere the build finds it, or brings it, by itself
 *
 * @typedef {object} Missing
 * @property {Requirement} requirement
 * @property {string} [foundVersion] there, but too old
 */

/** @type {Requirement[]} */
const forBuild = [
  {
    label: 'Emscripten (emcc)',
    commands: ['emcc'],
    atLeast: '3.1.6',
    debianPackage: 'emscripten',
  },
  { label: 'CMake', commands: ['cmake'], atLeast: '3.25', debianPackage: 'cmake' },
  { label: 'Ninja', commands: ['ninja'], debianPackage: 'ninja-build' },
  {
    label: 'nlohmann/json',
    header: 'nlohmann/json.hpp',
    debianPackage: 'nlohmann-json3-dev',
    debianOnly: true,
  },
];

/** @type {Requirement[]} */
const forTest = [
  { label: 'Clang', commands: ['clang++'], debianPackage: 'clang' },
  {
    label: "Clang's sanitizers",
    check: hasSanitizers,
    debianPackage: 'libclang-rt-dev',
    debianOnly: true,
  },
  { label: 'clang-format', commands: ['clang-format'], debianPackage: 'clang-format' },
  { label: 'clang-tidy', commands: ['clang-tidy'], debianPackage: 'clang-tidy' },
  { label: 'GoogleTest', header: 'gtest/gtest.h', debianPackage: 'libgtest-dev' },
  { label: 'Chromium', commands: ['chromium'], debianPackage: 'chromium' },
  { label: 'Firefox', commands: ['firefox-esr', 'firefox'], debianPackage: 'firefox-esr' },
  {
    label: "WebKitGTK's driver (WebKitWebDriver)",
    commands: ['WebKitWebDriver'],
    debianPackage: 'webkit2gtk-driver',
  },
  { label: 'Xvfb', commands: ['Xvfb'], debianPackage: 'xvfb' },
  { label: 'curl', commands: ['curl'], debianPackage: 'curl' },
  { label: 'bash', commands: ['bash'], debianPackage: 'bash' },
];

/** @type {Requirement[]} */
const forPictures = [
  {
    label: 'fontconfig (fc-list)',
    commands: ['fc-list'],
    debianPackage: 'fontconfig',
    debianOnly: true,
  },
  {
    label: 'a font for Japanese and Chinese',
    check: hasEastAsianFont,
    debianPackage: 'fonts-droid-fallback',
    debianOnly: true,
  },
];

const forBuildAndTest = [...forBuild, ...forTest];

/** @type {Record<Target, Requirement[]>} */
export const requirements = {
  build: forBuild,
  test: forBuildAndTest,
  pictures: [...forBuildAndTest, ...forPictures],
};

/**
 * Clang's runtime libraries lie beside the compiler: <prefix>/lib/clang/<version>/lib/<platform>/.
 * @param {Host} host
 * @returns {boolean}
 */
function hasSanitizers(host) {
  const compiler = findCommand(host, ['clang++']);
  if (!compiler) return false;
  const versions = join(dirname(realpathSync(compiler)), '../lib/clang');
  return listFolder(versions)
    .map((version) => join(versions, version, 'lib'))
    .flatMap((lib) => listFolder(lib).map((platform) => join(lib, platform)))
    .some((folder) => listFolder(folder).some((file) => file.startsWith('libclang_rt.fuzzer')));
}

/**
 * Without one each of their characters is the same empty box.
 * @param {Host} host
 * @returns {boolean}
 */
function hasEastAsianFont(host) {
  const command = findCommand(host, ['fc-list']);
  if (!command) return false;
  const fonts = (/** @type {string} */ language) =>
    execFileSync(command, [`:lang=${language}`], { encoding: 'utf8' }).trim();
  return fonts('ja') !== '' && fonts('zh') !== '';
}

/** @param {string} folder */
function listFolder(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/**
 * @param {Requirement} requirement
 * @param {Host} host
 * @returns {Promise<Missing | undefined>}
 */
async function findMissingOne(requirement, host) {
  const { commands, atLeast, header, check } = requirement;
  if (header && !findHeader(host, header)) return { requirement };
  if (check && !check(host)) return { requirement };
  if (!commands) return undefined;
  const command = findCommand(host, commands);
  if (!command) return { requirement };
  if (!atLeast) return undefined;
  const version = await commandVersion(host, command);
  if (version && isAtLeast(version, atLeast)) return undefined;
  return { requirement, foundVersion: version ?? 'of an unknown version' };
}

/**
 * @param {Target} target
 * @param {Host} host
 * @returns {Promise<Missing[]>} in the order of the list; empty where all is there
 */
export async function findMissing(target, host) {
  const found = await Promise.all(requirements[target].map((one) => findMissingOne(one, host)));
  return found.filter((one) => one !== undefined);
}

/**
 * Debian's packages for what is missing. The sanitizers' package follows the compiler's version.
 * @param {Missing[]} missing
 * @param {Host} host
 * @returns {string[]}
 */
export function debianPackages(missing, host) {
  const compiler = findCommand(host, ['clang++']);
  const major = compiler && /\/llvm-(\d+)\//.exec(realpathSync(compiler))?.[1];
  return missing.map(({ requirement }) =>
    requirement.debianPackage === 'libclang-rt-dev' && major
      ? `libclang-rt-${major}-dev`
      : requirement.debianPackage,
  );
}

/**
 * @param {Missing} missing
 * @returns {string} 'CMake', or 'Emscripten (emcc) 3.1.6 or later (found 3.1.5)'
 */
export function describeMissing({ requirement, foundVersion }) {
  const wanted = requirement.atLeast
    ? `${requirement.label} ${requirement.atLeast} or later`
    : requirement.label;
  return foundVersion ? `${wanted} (found ${foundVersion})` : wanted;
}
