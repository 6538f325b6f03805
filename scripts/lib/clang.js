// Owns running clang-format and clang-tidy over the C++ sources. Owns neither their rules
// (.clang-format, .clang-tidy) nor the build whose compile commands are read.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from './files.js';
import { findCommand, thisHost } from './host.js';
import { buildDir, rootDir } from './paths.js';
import { run, runStage } from './run.js';
import { hashInputs } from './stamps.js';
import { commandIdentity } from './tool-version.js';

const devDir = join(buildDir, 'dev');
const cacheFile = join(buildDir, 'clang-tidy.json');
const PARALLEL = 2;

/** @typedef {{ ok: boolean, details: string }} Outcome */
/** @typedef {{ file: string, command: string }} CompileCommand */

/**
 * @param {{ fix: boolean }} options `fix`: writes the format instead of checking it
 * @returns {Promise<Outcome>}
 */
export async function checkClangFormat({ fix }) {
  const files = ['src', 'tests']
    .flatMap((folder) => listFiles(rootDir, folder))
    .filter((file) => /\.(?:h|cpp)$/.test(file));
  if (files.length === 0) return { ok: true, details: '' };
  const mode = fix ? ['-i'] : ['--dry-run', '-Werror'];
  const { code, output } = await run('clang-format', [...mode, ...files], { cwd: rootDir });
  const places = output.match(/^[^:\n]+(?=:\d+:\d+: error)/gm) ?? [];
  const unformatted = [...new Set(places)].map((file) => `${file} is not formatted`);
  const hint = "'npm run check -- --fix' formats";
  const details = unformatted.length > 0 ? [...unformatted, hint].join('\n') : output;
  return { ok: code === 0, details };
}

/** @returns {CompileCommand[]} of the native build, those of src alone */
function readCompileCommands() {
  /** @type {CompileCommand[]} */
  const all = JSON.parse(readFileSync(join(devDir, 'compile_commands.json'), 'utf8'));
  return all.filter(({ file }) => file.startsWith(join(rootDir, 'src/')));
}

/** @returns {Record<string, string>} for each clean file the hash of what it was clean with */
function readCache() {
  try {
    return JSON.parse(readFileSync(cacheFile, 'utf8'));
  } catch {
    return {};
  }
}

/** What every file's verdict depends on: the rules, the tool, all headers. */
function sharedHash() {
  const headers = listFiles(rootDir, 'src').filter((file) => file.endsWith('.h'));
  const tool = findCommand(thisHost(), ['clang-tidy']);
  return hashInputs(rootDir, ['.clang-tidy', ...headers], [tool ? commandIdentity(tool) : '']);
}

/**
 * @param {CompileCommand} command
 * @returns {Promise<string>} what clang-tidy found; empty where the file is clean
 */
async function tidy({ file }) {
  const { code, stdout, output } = await run('clang-tidy', ['-p', devDir, '--quiet', file], {
    cwd: rootDir,
  });
  if (code === 0) return '';
  return stdout.trim() === '' ? output : stdout;
}

/**
 * Runs clang-tidy over every source of src that the native build compiles; files that were clean and
 * have not changed since are skipped.
 * @returns {Promise<Outcome>}
 */
export async function checkClangTidy() {
  await runStage('clang-tidy', 'cmake', ['--preset', 'dev'], { cwd: rootDir });
  const shared = sharedHash();
  const known = readCache();
  /** @type {Record<string, string>} */
  const clean = {};
  /** @type {string[]} */
  const findings = [];
  const queue = readCompileCommands();
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const hash = hashInputs(next.file, [''], [shared, next.command]);
      const found = known[next.file] === hash ? '' : await tidy(next);
      if (found) findings.push(found.trimEnd());
      else clean[next.file] = hash;
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, JSON.stringify(clean, null, 2));
  return { ok: findings.length === 0, details: findings.join('\n') };
}
