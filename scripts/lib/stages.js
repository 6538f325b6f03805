// Owns the stages of the build: what each reads, makes and runs. Owns neither the content of the
// package (package.js) nor of the page (site.js), nor any compiler flag (CMakeLists.txt).

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { listFiles } from './files.js';
import { findCommand, findHeader, thisHost } from './host.js';
import { formatDuration, PlainError, say } from './output.js';
import { buildDir, distDir, rootDir } from './paths.js';
import { runStage } from './run.js';
import { hashInputs, isUpToDate, writeStamp } from './stamps.js';
import { commandIdentity } from './tool-version.js';

const LIVE_API_URL = 'https://api.agencyhandy.com';
const wasmDir = join(buildDir, 'wasm');
const wasmOutputs = ['agencyhandy.mjs', 'agencyhandy.wasm'].map((name) => join(wasmDir, name));
const toolFiles = ['scripts/lib/stages.js', 'package.json', 'package-lock.json'];

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} inputs a hash over all that the outputs depend on
 * @property {() => Promise<void>} make
 * @property {() => string[]} outputs absolute paths, listed after `make`
 */

/**
 * Makes a stage's outputs where they are not up to date, and prints one line.
 * @param {Stage} stage
 */
export async function runBuildStage({ name, inputs, make, outputs }) {
  const startMs = Date.now();
  const stampFile = join(buildDir, 'stamps', `${name}.json`);
  if (isUpToDate(stampFile, inputs)) {
    say(`build: ${name} up to date`);
    return;
  }
  rmSync(stampFile, { force: true });
  await make();
  const made = outputs();
  const absent = made.find((file) => !statSync(file, { throwIfNoEntry: false }));
  if (made.length === 0 || absent) {
    throw new PlainError(`${name} failed: it did not make ${absent ?? 'any file'}`);
  }
  writeStamp(stampFile, inputs, made);
  say(`build: ${name} made in ${formatDuration(Date.now() - startMs)}`);
}

/**
 * Emscripten's optimiser needs acorn: the project's own, else Debian's.
 * @returns {NodeJS.ProcessEnv}
 */
function wasmEnvironment() {
  const folders = [join(rootDir, 'node_modules'), '/usr/share/nodejs', process.env.NODE_PATH];
  return { ...process.env, NODE_PATH: folders.filter(Boolean).join(delimiter) };
}

/** What the compiler and the one library are, so that another version builds anew. */
function toolFacts() {
  const host = thisHost();
  const compiler = findCommand(host, ['emcc']);
  const json = findHeader(host, 'nlohmann/json.hpp');
  return [compiler, json].map((file) => (file ? commandIdentity(file) : 'absent'));
}

/**
 * The WebAssembly module and Emscripten's glue, into build/wasm.
 * @param {{ verbose: boolean }} options
 * @returns {Stage}
 */
export function wasmStage({ verbose }) {
  const facts = toolFacts();
  const sources = ['CMakeLists.txt', 'CMakePresets.json', 'cmake', 'src', ...toolFiles];
  const inputs = hashInputs(rootDir, sources, facts);
  return {
    name: 'wasm',
    inputs,
    make: async () => {
      forgetOtherCompiler(facts.join('\n'));
      const options = {
        cwd: rootDir,
        env: wasmEnvironment(),
        live: verbose,
        busyWith: 'compiling',
      };
      await runStage('wasm', 'emcmake', ['cmake', '--preset', 'wasm'], options);
      await runStage('wasm', 'cmake', ['--build', '--preset', 'wasm'], options);
    },
    outputs: () => wasmOutputs,
  };
}

/**
 * CMake keeps what it has found out about a compiler: another one starts with an empty folder.
 * @param {string} facts
 */
function forgetOtherCompiler(facts) {
  const note = join(wasmDir, 'compiler.txt');
  const known = existsSync(note) ? readFileSync(note, 'utf8') : '';
  if (known !== facts) rmSync(wasmDir, { recursive: true, force: true });
  mkdirSync(wasmDir, { recursive: true });
  writeFileSync(note, facts);
}

/** @returns {string[]} the package's files in dist, without the page */
function packageFiles() {
  return listFiles(distDir, '')
    .filter((file) => !file.startsWith('site/'))
    .map((file) => join(distDir, file));
}

/**
 * The npm package's files, into dist.
 * @returns {Stage}
 */
export function packageStage() {
  const configs = ['tsconfig.json', 'tsconfig.types.json'];
  const scripts = ['package', 'element', 'minify'].map((name) => `scripts/lib/${name}.js`);
  // The core's words go into the JavaScript, past the module.
  const sources = ['src/core', 'web/client', 'web/page', ...scripts, ...configs];
  const made = wasmOutputs.map((file) => hashInputs(file, ['']));
  return {
    name: 'package',
    inputs: hashInputs(rootDir, [...sources, ...toolFiles], made),
    make: async () => {
      const { buildPackage } = await import('./package.js');
      await buildPackage();
    },
    outputs: packageFiles,
  };
}

/**
 * @typedef {object} SiteOptions
 * @property {string} baseUrl the API that the page talks to
 * @property {string} [settingsUrl] where keys are made, unless it follows from the workspace
 * @property {string[]} [frameHosts] origins that may embed the page's frame; default: none
 * @property {string} outDir absolute
 */

/**
 * The page as a static site.
 * @param {SiteOptions & { name: string }} options
 * @returns {Stage}
 */
export function pageStage({ name, ...site }) {
  const scripts = ['site', 'site-headers', 'site-hosts', 'frame-headers', 'minify'].map(
    (name) => `scripts/lib/${name}.js`,
  );
  const sources = ['web/page', ...scripts, ...toolFiles];
  const facts = [JSON.stringify(site), hashInputs('/', packageFiles())];
  return {
    name,
    inputs: hashInputs(rootDir, sources, facts),
    make: async () => {
      const { buildSite } = await import('./site.js');
      rmSync(site.outDir, { recursive: true, force: true });
      await buildSite(site);
    },
    outputs: () => listFiles(site.outDir, '').map((file) => join(site.outDir, file)),
  };
}

/**
 * The page for the live API, into dist/site.
 * @param {{ frameHosts: string[] }} options
 * @returns {Stage}
 */
export function livePageStage({ frameHosts }) {
  const outDir = join(distDir, 'site');
  return pageStage({ name: 'page', baseUrl: LIVE_API_URL, frameHosts, outDir });
}
