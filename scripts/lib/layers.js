// Owns the rules about which folder may use what (core <- platform <- bindings <- web/client <-
// web/page) and finds where a file breaks them. Owns no parsing beyond includes, imports and calls.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { listFiles } from './files.js';

/**
 * @typedef {object} Layer
 * @property {string} folder
 * @property {string[]} uses further folders whose files it may name
 * @property {RegExp[]} packages what it may import by name
 * @property {Record<string, RegExp[]>} [filePackages] what single files may import by name besides
 *
 * @typedef {object} CppLayer
 * @property {string} folder
 * @property {string[]} uses further folders whose headers it may include
 * @property {RegExp[]} forbidden system headers that it may not include
 * @property {RegExp} [calls] calls that it may not make
 */

const emscripten = /^emscripten/;
const embind = /^emscripten\/(?:bind|val|wire)\.h$/;
const nlohmann = /^nlohmann\//;
const clockAndChance =
  /^(?:chrono|ctime|time\.h|sys\/time\.h|random|thread|mutex|condition_variable)$/;
const inputAndOutput =
  /^(?:iostream|istream|ostream|fstream|cstdio|stdio\.h|filesystem|unistd\.h|fcntl\.h|sys\/(?:stat|types|socket)\.h)$/;
const impureCalls =
  /\bstd::(?:rand|srand|time|clock|getenv|printf|fprintf|puts)\b|(?<![\w:.>])(?:printf|fprintf|puts|rand|srand|getenv)\s*\(/;

/** @type {CppLayer[]} */
const cppLayers = [
  {
    folder: 'src/core',
    uses: [],
    forbidden: [emscripten, clockAndChance, inputAndOutput],
    calls: impureCalls,
  },
  { folder: 'src/platform', uses: ['src/core'], forbidden: [embind, nlohmann] },
  { folder: 'src/bindings', uses: ['src/core', 'src/platform'], forbidden: [nlohmann] },
];

/** @type {Layer[]} */
const jsLayers = [
  {
    folder: 'web/client',
    uses: [],
    // What the package build puts in place of a name (scripts/lib/package.js).
    packages: [/^agencyhandy-(?:glue|words|wasm-gzip-base64)$/],
    // Hosts differ in how the wasm is found, and each in one file.
    filePackages: { 'web/client/node.js': [/^node:/] },
  },
  { folder: 'web/page', uses: [], packages: [/^agencyhandy-onboarding(?:\/|$)/] },
  { folder: 'web/sandbox', uses: [], packages: [/^node:/, /^@?hono(?:\/|$)/] },
  { folder: 'src/platform', uses: [], packages: [] },
];

// What only one file may name. A header and its source count as one.
const singleOwners = [
  { what: '<nlohmann/…>', pattern: /#\s*include\s*<nlohmann\//, owner: /^src\/core\/json_reader$/ },
  {
    what: '<emscripten/fetch.h>',
    pattern: /#\s*include\s*<emscripten\/fetch\.h>/,
    owner: /^src\/platform\//,
  },
  {
    what: 'EMSCRIPTEN_BINDINGS',
    pattern: /^\s*EMSCRIPTEN_BINDINGS\s*\(/m,
    owner: /^src\/bindings\//,
  },
];

/**
 * @param {string} text
 * @param {RegExp} pattern global; its last group is the name
 * @returns {{ name: string, line: number }[]}
 */
function findNames(text, pattern) {
  return [...text.matchAll(pattern)].map((match) => ({
    name: /** @type {string} */ (match[match.length - 1]),
    line: text.slice(0, match.index).split('\n').length,
  }));
}

/**
 * @param {string} file
 * @param {string} folder
 */
function isInside(file, folder) {
  return file === folder || file.startsWith(`${folder}/`);
}

/**
 * @param {string} rootDir
 * @param {string} file
 * @param {string} name what stands between the quotes
 * @returns {string | undefined} the included file, relative to the repository
 */
function resolveInclude(rootDir, file, name) {
  const candidates = [posix.join('src', name), posix.join(posix.dirname(file), name)];
  return candidates.find((candidate) => existsSync(join(rootDir, candidate)));
}

/**
 * @param {string} rootDir
 * @param {string} file
 * @param {CppLayer} layer
 * @returns {string[]}
 */
function checkCppFile(rootDir, file, { folder, uses, forbidden, calls }) {
  const text = readFileSync(join(rootDir, file), 'utf8');
  const own = findNames(text, /^[ \t]*#[ \t]*include[ \t]*"([^"]+)"/gm).flatMap(
    ({ name, line }) => {
      const target = resolveInclude(rootDir, file, name);
      if (!target) return [`${file}:${line} includes "${name}", which is no file of src`];
      const isAllowed = [folder, ...uses].some((allowed) => isInside(target, allowed));
      return isAllowed ? [] : [`${file}:${line} includes "${name}": ${folder} may not use it`];
    },
  );
  const system = findNames(text, /^[ \t]*#[ \t]*include[ \t]*<([^>]+)>/gm)
    .filter(({ name }) => forbidden.some((pattern) => pattern.test(name)))
    .map(({ name, line }) => `${file}:${line} includes <${name}>: ${folder} may not use it`);
  const lines = calls ? text.split('\n') : [];
  const called = lines.flatMap((line, index) => {
    const found = calls?.exec(line.replace(/\/\/.*/, ''))?.[0];
    return found ? [`${file}:${index + 1} calls ${found.trim()}: ${folder} may not`] : [];
  });
  return [...own, ...system, ...called];
}

// `from 'x'`, `import 'x'`, `import('x')` (JSDoc types too).
const jsNames = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g;
const urlNames = /\bnew URL\(\s*(['"])([^'"\n]+)\1\s*,\s*import\.meta/g;
const htmlNames = /\b(?:src|href)\s*=\s*(['"])(\.[^'"\n]+)\1/g;
const cssNames = /@import\s+(?:url\()?\s*(['"])([^'"\n]+)\1/g;

/**
 * @param {string} file
 * @param {string} text
 * @returns {{ name: string, line: number }[]} what the file names: paths begin with a dot or a slash
 */
function findUsedNames(file, text) {
  if (file.endsWith('.html')) return findNames(text, htmlNames);
  if (file.endsWith('.css')) return findNames(text, cssNames);
  const urls = findNames(text, urlNames).map(({ name, line }) => ({
    name: /^[./]/.test(name) ? name : `./${name}`,
    line,
  }));
  return [...findNames(text, jsNames), ...urls];
}

/**
 * @param {string} rootDir
 * @param {string} file
 * @param {Layer} layer
 * @returns {string[]}
 */
function checkWebFile(rootDir, file, { folder, uses, packages, filePackages = {} }) {
  const names = [...packages, ...(filePackages[file] ?? [])];
  const text = readFileSync(join(rootDir, file), 'utf8');
  return findUsedNames(file, text).flatMap(({ name, line }) => {
    const isPath = /^\.{0,2}\//.test(name);
    const target = posix.join(dirname(file), name);
    const isAllowed = isPath
      ? [folder, ...uses].some((allowed) => isInside(target, allowed))
      : names.some((allowed) => allowed.test(name));
    return isAllowed ? [] : [`${file}:${line} imports '${name}': ${folder} may not use it`];
  });
}

/**
 * @param {string} rootDir
 * @param {string[]} files
 * @returns {string[]}
 */
function checkSingleOwners(rootDir, files) {
  return singleOwners.flatMap(({ what, pattern, owner }) => {
    const users = files.filter((file) => pattern.test(readFileSync(join(rootDir, file), 'utf8')));
    const units = [...new Set(users.map((file) => file.replace(/\.\w+$/, '')))];
    const strays = units.filter((unit) => !owner.test(unit));
    if (strays.length > 0) return strays.map((unit) => `${unit}: not the place for ${what}`);
    return units.length > 1 ? [`${what} stands in more than one file: ${units.join(', ')}`] : [];
  });
}

/**
 * Holds the sources against the layers.
 * @param {string} rootDir
 * @returns {string[]} one line for each violation, 'file:line what is wrong'
 */
export function checkLayers(rootDir) {
  const cppFiles = listFiles(rootDir, 'src').filter((file) => /\.(?:h|cpp)$/.test(file));
  const cpp = cppLayers.flatMap((layer) =>
    cppFiles
      .filter((file) => isInside(file, layer.folder))
      .flatMap((file) => checkCppFile(rootDir, file, layer)),
  );
  const web = jsLayers.flatMap((layer) =>
    listFiles(rootDir, layer.folder)
      .filter((file) => /\.(?:m?js|d\.ts|html|css)$/.test(file))
      .flatMap((file) => checkWebFile(rootDir, file, layer)),
  );
  const strays = cppFiles
    .filter((file) => !cppLayers.some(({ folder }) => isInside(file, folder)))
    .map((file) => `${file} lies in no layer`);
  return [...cpp, ...web, ...strays, ...checkSingleOwners(rootDir, cppFiles)];
}
