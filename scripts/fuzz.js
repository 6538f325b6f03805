// Owns the command line of `npm run fuzz`: builds the fuzzers, runs each for a time, and says what
// each did. Owns no fuzzer and no seed (tests/fuzz).

import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions, runMain, showHelp, usageError } from './lib/cli.js';
import { formatDuration, say } from './lib/output.js';
import { buildDir, rootDir } from './lib/paths.js';
import { run, runStage } from './lib/run.js';
import { setUp } from './lib/setup.js';

const sourceDir = join(rootDir, 'tests/fuzz');
const fuzzDir = join(buildDir, 'fuzz');
const artifactsDir = join(fuzzDir, 'artifacts');
const DEFAULT_SECONDS = 600;
const DEFAULT_JOBS = 2;
const INPUT_LIMIT_SECONDS = 10;
const MEMORY_LIMIT_MB = 2048;
// Loading a grown corpus and the sanitizers' own work at the end.
const GRACE_SECONDS = 120;

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {number} executions
 * @property {number} perSecond
 * @property {number} corpusSize files, those found in earlier runs too
 * @property {string[]} findings paths of inputs that broke something in this run
 * @property {boolean} failed also where a fuzzer ended badly without leaving an input
 *
 * @typedef {object} Options
 * @property {number} seconds
 * @property {number} jobs
 * @property {string[]} only
 * @property {boolean} verbose
 */

/** @returns {string[]} names of all fuzzers, sorted */
function listFuzzers() {
  return readdirSync(sourceDir)
    .flatMap((file) => /^(\w+)_fuzzer\.cpp$/.exec(file)?.[1] ?? [])
    .sort();
}

const help = `
Usage: npm run fuzz [-- [--seconds N] [--jobs N] [--only name ...] [--verbose]]

Builds the fuzzers of the native core under ASan and UBSan and runs each for a time. What they learn
stays in build/fuzz/corpus, inputs that break something in build/fuzz/artifacts. Ends with exit code 1
after a finding.

  --seconds N   for each fuzzer, ${DEFAULT_SECONDS} unless told
  --jobs N      fuzzers at a time, ${DEFAULT_JOBS} unless told
  --only name   this fuzzer alone, can be given more than once:
                ${listFuzzers().join(', ')}
  --verbose     show the output of compilers, installers and fuzzers
  --help        show this text
`;

/**
 * @param {string} name
 * @param {string} text
 * @returns {number}
 * @throws {PlainError} unless it is a whole number above 0
 */
function readCount(name, text) {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw usageError(`--${name} needs a whole number above 0`);
}

/**
 * @param {string[]} argv
 * @returns {Options | undefined} undefined where the help text is asked for
 */
function readFuzzOptions(argv) {
  const {
    help: wantsHelp,
    verbose,
    texts,
  } = readOptions(argv, {
    texts: ['seconds', 'jobs', 'only'],
  });
  if (wantsHelp) return undefined;
  const { only } = texts;
  const unknown = only.find((name) => !listFuzzers().includes(name));
  if (unknown !== undefined) throw usageError(`there is no fuzzer '${unknown}'`);
  return {
    seconds: readCount('seconds', texts.seconds.at(-1) ?? `${DEFAULT_SECONDS}`),
    jobs: readCount('jobs', texts.jobs.at(-1) ?? `${DEFAULT_JOBS}`),
    only,
    verbose,
  };
}

/** @param {Options} options */
async function buildFuzzers({ verbose }) {
  const options = { cwd: rootDir, live: verbose, busyWith: 'compiling the fuzzers' };
  await runStage('fuzz', 'cmake', ['--preset', 'fuzz'], options);
  await runStage('fuzz', 'cmake', ['--build', '--preset', 'fuzz'], options);
}

/** @param {string} folder */
function listFolder(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/**
 * @param {string} name
 * @returns {string[]} names of the inputs that are kept as findings of this fuzzer
 */
function listFindings(name) {
  return listFolder(artifactsDir).filter((file) => file.startsWith(`${name}-`));
}

/**
 * @param {string} output
 * @param {string} name e.g. 'number_of_executed_units'
 * @returns {number} 0 where libFuzzer did not say it
 */
function readStatistic(output, name) {
  return Number(new RegExp(`stat::${name}:\\s+(\\d+)`).exec(output)?.[1] ?? 0);
}

/**
 * @param {string} name
 * @param {Options} options
 * @returns {Promise<Outcome>}
 */
async function runFuzzer(name, { seconds, verbose }) {
  const corpusDir = join(fuzzDir, 'corpus', name);
  mkdirSync(corpusDir, { recursive: true });
  mkdirSync(artifactsDir, { recursive: true });
  const known = listFindings(name);
  const startMs = Date.now();
  const result = await run(
    join(fuzzDir, 'tests/fuzz', `fuzz_${name}`),
    [
      `-max_total_time=${seconds}`,
      `-timeout=${INPUT_LIMIT_SECONDS}`,
      `-rss_limit_mb=${MEMORY_LIMIT_MB}`,
      '-print_final_stats=1',
      `-verbosity=${verbose ? 1 : 0}`,
      `-artifact_prefix=${join(artifactsDir, name)}-`,
      `-dict=${join(sourceDir, 'dictionaries', `${name}.dict`)}`,
      corpusDir,
      join(sourceDir, 'corpus', name),
    ],
    {
      cwd: fuzzDir,
      env: { ...process.env, UBSAN_OPTIONS: 'print_stacktrace=1:halt_on_error=1' },
      live: verbose,
      busyWith: `fuzzing ${name}`,
      timeoutMs: (seconds + GRACE_SECONDS) * 1000,
    },
  );
  const failed = result.code !== 0 || result.timedOut;
  if (failed && !verbose) say(result.output.trimEnd());
  const executions = readStatistic(result.output, 'number_of_executed_units');
  return {
    name,
    executions,
    // libFuzzer says 0 after a finding.
    perSecond: Math.round((executions * 1000) / Math.max(Date.now() - startMs, 1)),
    corpusSize: listFolder(corpusDir).length,
    findings: listFindings(name)
      .filter((file) => !known.includes(file))
      .map((file) => join(artifactsDir, file)),
    failed,
  };
}

/** @param {string[]} cells */
function showRow([name, ...numbers]) {
  say(name.padEnd(14) + numbers.map((cell) => cell.padStart(14)).join(''));
}

/** @param {Outcome} outcome */
function showOutcome({ name, executions, perSecond, corpusSize, findings, failed }) {
  const verdict = failed && findings.length === 0 ? 'failed' : `${findings.length}`;
  showRow([name, `${executions}`, `${perSecond}`, `${corpusSize}`, verdict]);
  for (const file of findings) say(`  ${file}`);
}

runMain(async (argv) => {
  const options = readFuzzOptions(argv);
  if (!options) return showHelp(help);
  await setUp('test', { verbose: options.verbose });
  await buildFuzzers(options);
  const names = options.only.length > 0 ? [...new Set(options.only)] : listFuzzers();
  const rounds = Math.ceil(names.length / options.jobs);
  say(`${names.length} fuzzers, about ${formatDuration(rounds * options.seconds * 1000)} in all`);
  showRow(['fuzzer', 'executions', 'per second', 'corpus', 'findings']);
  const queue = [...names];
  let failures = 0;
  const worker = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) {
      const outcome = await runFuzzer(name, options);
      if (outcome.failed) failures += 1;
      showOutcome(outcome);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, worker));
  say(failures === 0 ? 'no findings' : `findings in ${failures} of ${names.length} fuzzers`);
  return failures === 0 ? 0 : 1;
});
