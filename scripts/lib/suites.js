// Owns the test suites: their names, their order, how each is run and counted. Owns no test.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './checks.js';
import { listFiles } from './files.js';
import { say } from './output.js';
import { buildDir, reportsDir, rootDir } from './paths.js';
import { run, runStage } from './run.js';
import { countJunit, noCounts } from './test-counts.js';

/** @typedef {import('./test-counts.js').Counts} Counts */

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} what one line for --help
 * @property {boolean} needsBuild
 * @property {(options: { verbose: boolean }) => Promise<Counts>} run
 */

const SUITE_LIMIT_MS = 20 * 60_000;
const countReporter = fileURLToPath(new URL('./count-reporter.js', import.meta.url));
// CTest names each case when it starts and when it has passed: only failures are of interest.
const passedLine = /^ *(?:Start +\d+:.*|\d+\/\d+ Test .* Passed .*)\n/gm;
const sanitizerSettings = {
  ASAN_OPTIONS:
    'detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1',
  UBSAN_OPTIONS: 'print_stacktrace=1:halt_on_error=1',
};

/**
 * A runner that fails, or counts nothing, is a failure whatever it has counted.
 * @param {string} name
 * @param {Counts} counts
 * @param {{ code: number, timedOut: boolean }} result
 * @returns {Counts}
 */
function judge(name, counts, { code, timedOut }) {
  const ranNothing = counts.passed + counts.failed === 0;
  if (timedOut) say(`${name}: did not end within ${SUITE_LIMIT_MS / 60_000} minutes`);
  else if (ranNothing) say(`${name}: no test ran`);
  const isFailure = code !== 0 || timedOut || ranNothing;
  return isFailure && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} name
 * @param {string} extension
 * @returns {string} an empty place for a report
 */
function reportFile(name, extension) {
  mkdirSync(reportsDir, { recursive: true });
  const file = join(reportsDir, `${name}.${extension}`);
  rmSync(file, { force: true });
  return file;
}

/**
 * Compiles the native core with sanitizers and runs its cases through CTest.
 * @param {{ verbose: boolean }} options
 * @returns {Promise<Counts>}
 */
async function runNative({ verbose }) {
  const options = { cwd: rootDir, live: verbose, busyWith: 'compiling the native tests' };
  await runStage('native', 'cmake', ['--preset', 'dev'], options);
  await runStage('native', 'cmake', ['--build', '--preset', 'dev'], options);
  const report = reportFile('native', 'xml');
  const testDir = join(buildDir, 'dev');
  const result = await run(
    'ctest',
    ['--test-dir', testDir, '--output-on-failure', '--output-junit', report, '-j', '2'],
    {
      ...options,
      env: { ...process.env, ...sanitizerSettings },
      busyWith: 'running the native tests',
      timeoutMs: SUITE_LIMIT_MS,
    },
  );
  if (result.code !== 0 && !verbose) say(result.output.replace(passedLine, '').trimEnd());
  const counts = existsSync(report) ? countJunit(readFileSync(report, 'utf8')) : noCounts();
  return judge('native', counts, result);
}

/**
 * @param {string} report
 * @returns {Counts} the last that the reporter wrote, also where the runner did not reach its end
 */
function readCounts(report) {
  const lines = existsSync(report) ? readFileSync(report, 'utf8').split('\n') : [];
  const last = lines.findLast((line) => line.endsWith('}'));
  return last ? JSON.parse(last) : noCounts();
}

/** @returns {NodeJS.ProcessEnv} without the mark that a surrounding test runner leaves */
function testEnvironment() {
  const { NODE_TEST_CONTEXT: _mark, ...env } = process.env;
  return env;
}

/**
 * Runs test files with Node's test runner.
 * @param {string} name
 * @param {string} start of the files' path
 * @param {number} concurrency files at a time
 * @returns {Promise<Counts>}
 */
async function runNode(name, start, concurrency) {
  const files = listFiles(rootDir, dirname(`${start}x`)).filter(
    (file) => file.startsWith(start) && file.endsWith('.test.js'),
  );
  if (files.length === 0) return judge(name, noCounts(), { code: 0, timedOut: false });
  const report = reportFile(name, 'json');
  const reporters = [
    ['--test-reporter', 'spec', '--test-reporter-destination', 'stdout'],
    ['--test-reporter', countReporter, '--test-reporter-destination', report],
  ];
  const result = await run(
    process.execPath,
    ['--test', `--test-concurrency=${concurrency}`, ...reporters.flat(), ...files],
    { cwd: rootDir, env: testEnvironment(), live: true, timeoutMs: SUITE_LIMIT_MS },
  );
  return judge(name, readCounts(report), result);
}

/**
 * @param {string} name
 * @param {string} what
 * @param {{ start?: string, concurrency?: number, needsBuild?: boolean }} [options] `start`: of the files'
 *   path; a folder of the suite's name unless told
 * @returns {Suite}
 */
function nodeSuite(
  name,
  what,
  { start = `tests/${name}/`, concurrency = 2, needsBuild = true } = {},
) {
  return { name, what, needsBuild, run: () => runNode(name, start, concurrency) };
}

/**
 * @param {string} name
 * @param {string} engine
 * @returns {Suite}
 */
function engineSuite(name, engine) {
  return nodeSuite(name, `the whole flow in ${engine}, by mouse and by keyboard`, {
    start: `tests/engines/${name}.`,
  });
}

/** @type {Suite[]} */
export const suites = [
  {
    name: 'checks',
    what: 'formatters, linters, types, layers, house rules (as `npm run check`)',
    needsBuild: true,
    run: async () => ({ ...(await runChecks()), skipped: 0 }),
  },
  {
    name: 'native',
    what: 'the C++ core, natively, under ASan and UBSan',
    needsBuild: false,
    run: runNative,
  },
  nodeSuite('scripts', 'set-up, build, start and the checks themselves'),
  nodeSuite('module', 'the WebAssembly module'),
  nodeSuite('client', 'the client on the real module, over real HTTP'),
  nodeSuite('sandbox', 'the stand-in API', { needsBuild: false }),
  nodeSuite('package', 'the packed tarball, installed and called'),
  nodeSuite('faults', "the client's promises in pages of Chromium and Firefox", { concurrency: 1 }),
  nodeSuite('browser', 'the page in Chromium', { concurrency: 1 }),
  engineSuite('chromium', 'Chromium'),
  engineSuite('firefox', 'Firefox'),
  engineSuite('webkitgtk', 'WebKitGTK'),
];
