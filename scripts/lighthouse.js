// Owns the command line of `npm run lighthouse`: set-up, build, then Lighthouse against the page as any
// host would serve it. Lighthouse is no dependency of the project: npx fetches this one version.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.js';
import { readOptions, runMain, showHelp } from './lib/cli.js';
import { findCommand, thisHost } from './lib/host.js';
import { PlainError, say } from './lib/output.js';
import { buildDir, distDir } from './lib/paths.js';
import { run } from './lib/run.js';
import { setUp } from './lib/setup.js';
import { onShutdown } from './lib/shutdown.js';
import { serveSite } from './lib/site.js';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const RUNS = 3;
const RUN_LIMIT_MS = 5 * 60_000;
const outDir = join(buildDir, 'lighthouse');

const help = `
Usage: npm run lighthouse [-- [--verbose]]

Builds the page, serves it on loopback and runs ${LIGHTHOUSE} (mobile) on it ${RUNS} times in Chromium. Ends
with exit code 1 unless a run reaches 100 in every category: other work on the machine can only lower
the figures. The first use downloads about 160 MB to npm's cache. Reports lie in build/lighthouse.

  --verbose   show the output of compilers, installers and Lighthouse
  --help      show this text
`;

/**
 * @typedef {object} Audit
 * @property {string} id
 * @property {number | null} score
 * @property {string} scoreDisplayMode
 * @property {string} [displayValue]
 *
 * @typedef {object} Report
 * @property {Record<string, { score: number }>} categories
 * @property {Record<string, Audit>} audits
 */

/**
 * @param {string} url
 * @param {number} number
 * @param {boolean} verbose
 * @returns {Promise<Report>}
 */
async function measure(url, number, verbose) {
  const file = join(outDir, `${number}.json`);
  const sandbox = thisHost().isRoot ? ' --no-sandbox' : '';
  const flags = `--headless=new --disable-gpu --no-first-run${sandbox}`;
  const args = [
    url,
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    `--chrome-flags=${flags}`,
  ];
  const chromium = findCommand(thisHost(), ['chromium', 'google-chrome']);
  const result = await run('npx', ['--yes', '--package', LIGHTHOUSE, '--', 'lighthouse', ...args], {
    cwd: outDir,
    env: { ...process.env, CHROME_PATH: chromium },
    live: verbose,
    busyWith: 'running Lighthouse',
    timeoutMs: RUN_LIMIT_MS,
  });
  if (result.code !== 0) throw new PlainError('Lighthouse failed', { details: result.output });
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {Report} report */
function toFigures({ categories }) {
  return Object.entries(categories).map(
    ([name, { score }]) => `${name} ${Math.round(score * 100)}`,
  );
}

/**
 * @param {Report} report
 * @returns {string[]} the audits with a score below 1
 */
function listShortfalls({ audits }) {
  const silent = ['manual', 'notApplicable', 'informative'];
  return Object.values(audits)
    .filter(
      ({ score, scoreDisplayMode }) =>
        score !== null && score < 1 && !silent.includes(scoreDisplayMode),
    )
    .map(({ id, score, displayValue = '' }) => `  ${id} ${score} ${displayValue}`.trimEnd());
}

/** @param {Report} report */
function isPerfect({ categories }) {
  return Object.values(categories).every(({ score }) => score === 1);
}

runMain(async (argv) => {
  const { help: wantsHelp, verbose } = readOptions(argv);
  if (wantsHelp) return showHelp(help);
  await setUp('test', { verbose });
  await build({ verbose });
  mkdirSync(outDir, { recursive: true });
  const site = await serveSite({ dir: join(distDir, 'site') });
  onShutdown(() => site.close());
  for (let number = 1; number <= RUNS; number += 1) {
    const report = await measure(site.url, number, verbose);
    say([`run ${number}: ${toFigures(report).join(', ')}`, ...listShortfalls(report)].join('\n'));
    if (isPerfect(report)) return 0;
  }
  return 1;
});
