// Owns the command line of `npm test`: set-up, build, every suite, the closing summary. Owns no
// suite (lib/suites.js).

import { build } from './lib/build.js';
import { readOptions, runMain, showHelp } from './lib/cli.js';
import { formatDuration, PlainError, say } from './lib/output.js';
import { setUp } from './lib/setup.js';
import { suites } from './lib/suites.js';
import { sumCounts } from './lib/test-counts.js';

/** @typedef {import('./lib/suites.js').Suite} Suite */
/** @typedef {import('./lib/test-counts.js').Counts & { name: string, durationMs: number }} Row */

const help = `
Usage: npm test [-- [suite ...] [--verbose]]

Installs what is missing, builds what is not up to date, and runs all suites or those named:
${suites.map(({ name, what }) => `  ${name.padEnd(10)} ${what}`).join('\n')}

  --verbose   show the output of compilers and installers
  --help      show this text
`;

/**
 * @param {string[]} names
 * @returns {Suite[]} all where none is named; always in the suites' own order
 * @throws {PlainError} exit code 2, for a name that is no suite
 */
function selectSuites(names) {
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    const known = suites.map(({ name }) => name).join(', ');
    throw new PlainError(`unknown suite '${unknown}': there are ${known}`, { exitCode: 2 });
  }
  return names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name));
}

/**
 * @param {Suite} suite
 * @param {boolean} verbose
 * @returns {Promise<Row>} a suite that cannot run has failed
 */
async function runSuite(suite, verbose) {
  const startMs = Date.now();
  say(`\n== ${suite.name}: ${suite.what}`);
  try {
    const counts = await suite.run({ verbose });
    return { ...counts, name: suite.name, durationMs: Date.now() - startMs };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    say(`${error.message}\n${error.details}`.trimEnd());
    const counts = { passed: 0, failed: 1, skipped: 0 };
    return { ...counts, name: suite.name, durationMs: Date.now() - startMs };
  }
}

/**
 * @param {Row[]} rows
 */
function showSummary(rows) {
  const line = (/** @type {string[]} */ [name, ...cells]) =>
    say(name.padEnd(10) + cells.map((cell) => cell.padStart(13)).join(''));
  say('');
  line(['suite', 'passed', 'failed', 'skipped', 'time']);
  for (const { name, passed, failed, skipped, durationMs } of rows) {
    line([name, `${passed}`, `${failed}`, `${skipped}`, formatDuration(durationMs)]);
  }
  const { passed, failed, skipped } = sumCounts(rows);
  say('');
  say(`total: ${passed} passed, ${failed} failed, ${skipped} skipped`);
}

runMain(async (argv) => {
  const { help: wantsHelp, verbose, words } = readOptions(argv, { takesWords: true });
  if (wantsHelp) return showHelp(help);
  const selected = selectSuites(words);
  await setUp('test', { verbose });
  if (selected.some(({ needsBuild }) => needsBuild)) await build({ verbose });
  /** @type {Row[]} */
  const rows = [];
  for (const suite of selected) rows.push(await runSuite(suite, verbose));
  showSummary(rows);
  return rows.some(({ failed }) => failed > 0) ? 1 : 0;
});
