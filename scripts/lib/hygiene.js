// Owns the house rules that no linter knows: sizes, paths of a machine, the lock file, dynamic code
// in what is built, scripts that exist. Owns no layer (layers.js) and no format.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './files.js';

const MOST_LINES = 400;

// Put together so that this file does not hold what it looks for.
const machineFolders = ['work', 'tmp', 'home', 'root', 'Users', 'mnt'];
const machinePath = new RegExp(`(?<![\\w.:~/@)\\]}-])/(?:${machineFolders.join('|')})/\\w`);

const dynamicCode = /\beval\s*\(|\bnew Function\b|(?<![\w$.])Function\s*\(/;
const textFile = /\.(?:m?js|ts|h|cpp|css|html|json|md|txt|cmake|yml|yaml|toml)$|(?:^|\/)[^.]+$/;
const sourceFile = /\.(?:m?js|ts|h|cpp|css|html|cmake)$/;

/**
 * @param {string} rootDir
 * @param {string} file
 */
function read(rootDir, file) {
  return readFileSync(join(rootDir, file), 'utf8');
}

/**
 * @param {string} rootDir
 * @returns {string[]} files longer than 400 lines
 */
export function findLongFiles(rootDir) {
  return ['src', 'web', 'scripts']
    .flatMap((folder) => listFiles(rootDir, folder))
    .filter((file) => sourceFile.test(file))
    .map((file) => ({ file, lines: read(rootDir, file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => `${file} has ${lines} lines, at most ${MOST_LINES} are good to read`);
}

/**
 * @param {string} rootDir
 * @returns {string[]} places that name a folder of somebody's machine
 */
export function findMachinePaths(rootDir) {
  return listFiles(rootDir, '')
    .filter((file) => textFile.test(file))
    .flatMap((file) =>
      read(rootDir, file)
        .split('\n')
        .flatMap((line, index) =>
          machinePath.test(line) ? [`${file}:${index + 1} names a path of one machine`] : [],
        ),
    );
}

/**
 * @param {string} rootDir
 * @returns {string[]} download addresses in the lock file, and a registry in .npmrc
 */
export function findRegistryHosts(rootDir) {
  const lock = join(rootDir, 'package-lock.json');
  const settings = join(rootDir, '.npmrc');
  const found = [];
  if (existsSync(lock)) {
    const count = readFileSync(lock, 'utf8').match(/"resolved": *"[a-z+]+:/g)?.length ?? 0;
    if (count > 0) found.push(`package-lock.json names ${count} download addresses ("resolved")`);
  }
  if (existsSync(settings) && /registry\s*=\s*\w+:/.test(readFileSync(settings, 'utf8'))) {
    found.push('.npmrc names a registry');
  }
  return found;
}

/**
 * `npm ci` of npm 11 refuses a lock file that leaves out another platform's optional package; npm 10
 * does not, and a registry that does not serve such a package makes npm leave it out.
 * @param {string} rootDir
 * @returns {string[]} optional packages that the lock file names and does not hold
 */
export function findIncompleteLock(rootDir) {
  const lock = join(rootDir, 'package-lock.json');
  if (!existsSync(lock)) return [];
  /** @type {Record<string, { optionalDependencies?: Record<string, string> }>} */
  const packages = JSON.parse(readFileSync(lock, 'utf8')).packages ?? {};
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(
        (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      )
      .map((name) => `package-lock.json holds no entry for ${name}, which ${path} names`),
  );
}

/**
 * @param {string} rootDir
 * @returns {string[]} places in dist that make code from text
 */
export function findDynamicCode(rootDir) {
  const files = listFiles(join(rootDir, 'dist'), '').filter((file) =>
    /\.(?:m?js|html)$/.test(file),
  );
  if (files.length === 0) return ['dist holds no JavaScript: it is not built'];
  return files.flatMap((file) => {
    const found = dynamicCode.exec(read(rootDir, `dist/${file}`));
    return found ? [`dist/${file} makes code from text: '${found[0]}'`] : [];
  });
}

/**
 * @param {string} rootDir
 * @returns {string[]} npm scripts whose file is not there
 */
export function findDeadScripts(rootDir) {
  /** @type {Record<string, string>} */
  const scripts = JSON.parse(read(rootDir, 'package.json')).scripts ?? {};
  return Object.entries(scripts).flatMap(([name, command]) => {
    const file = /\bnode (scripts\/\S+)/.exec(command)?.[1];
    return file && !existsSync(join(rootDir, file))
      ? [`package.json: 'npm run ${name}' names ${file}, which is not there`]
      : [];
  });
}

/**
 * Holds the repository against all house rules.
 * @param {string} rootDir
 * @returns {string[]} one line for each violation
 */
export function checkHygiene(rootDir) {
  const rules = [
    findLongFiles,
    findMachinePaths,
    findRegistryHosts,
    findIncompleteLock,
    findDynamicCode,
    findDeadScripts,
  ];
  return rules.flatMap((rule) => rule(rootDir));
}
