// Owns the command line of `npm run faults`: plays the cases of the client's promises in Node, Chromium
// and Firefox and prints what held. Owns no case and no row (tests/support).

import { build } from './lib/build.js';
import { readOptions, runMain, showHelp, usageError } from './lib/cli.js';
import { formatDuration, say } from './lib/output.js';
import { setUp } from './lib/setup.js';
import { onShutdown } from './lib/shutdown.js';

/** @import { Case, Host, HostName } from '../tests/support/stage.js' */
/** @import { Row } from '../tests/support/rows.js' */

/** @type {HostName[]} */
const hostNames = ['node', 'chromium', 'firefox'];
const ROWS = 15;

const help = `
Usage: npm run faults [-- [--host name ...] [--row N ...] [--verbose]]

Puts the built client before a server that misbehaves in every way that a promise is about, and prints
for each of the ${ROWS} promises how many cases were run and how many held: in Node, and where the promise
is one of a web page too, in real Chromium and Firefox. Ends with exit code 1 where a case did not hold
or a promise has no case.

  --host name   ${hostNames.join(', ')}; can be given more than once, all unless told
  --row N       this promise alone, 1 to ${ROWS}; can be given more than once
  --verbose     show the output of compilers and installers
  --help        show this text
`;

/**
 * @typedef {object} Options
 * @property {HostName[]} hosts
 * @property {number[]} rows
 * @property {boolean} verbose
 *
 * @typedef {object} Tally of one row in one host
 * @property {number} run
 * @property {number} held
 *
 * @typedef {object} Report
 * @property {Map<string, Tally>} tallies by `host row`
 * @property {Map<string, number>} asides how many cases, by what is to be said of them
 * @property {Map<string, { unit: string, values: Partial<Record<HostName, number>> }>} figures
 */

/**
 * @param {string[]} argv
 * @returns {Options | undefined} undefined where the help text is asked for
 */
function readFaultOptions(argv) {
  const { help: wantsHelp, verbose, texts } = readOptions(argv, { texts: ['host', 'row'] });
  if (wantsHelp) return undefined;
  const { host, row } = texts;
  const badHost = host.find((name) => !hostNames.some((known) => known === name));
  if (badHost !== undefined) throw usageError(`there is no host '${badHost}'`);
  const badRow = row.find((text) => !/^[1-9]\d?$/.test(text) || Number(text) > ROWS);
  if (badRow !== undefined) throw usageError(`there is no row '${badRow}'`);
  const hosts = hostNames.filter((name) => host.length === 0 || host.includes(name));
  return { hosts, rows: row.map(Number), verbose };
}

/**
 * @param {HostName} name
 * @returns {Promise<Host>}
 */
async function startHost(name) {
  // Both load the package, which the build has just made.
  if (name === 'node') return (await import('../tests/support/stage.js')).nodeHost;
  return (await import('../tests/support/page-stage.js')).startBrowserHost(name);
}

/**
 * @param {string} text
 * @param {Report} report
 */
function noteAside(text, { asides }) {
  asides.set(text, (asides.get(text) ?? 0) + 1);
}

/**
 * @param {Host} host
 * @param {Row} row
 * @param {Case} one
 * @param {Report} report
 * @returns {Promise<boolean | undefined>} whether it held; undefined where it cannot run here
 */
async function playCase(host, row, one, report) {
  const { play } = await import('../tests/support/play.js');
  const place = host.name === 'node' ? 'not in Node' : 'not in a browser';
  const skip = one.skip?.[host.name];
  if (skip !== undefined) {
    noteAside(`${host.name}, row ${row.number}: ${place}: ${skip} ("${one.name}")`, report);
    return undefined;
  }
  const inPart = one.inPart?.[host.name];
  if (inPart) noteAside(`${host.name}, row ${row.number}: in part: ${inPart}`, report);
  try {
    await play(host, one, (name, value, unit = '') => {
      const figure = report.figures.get(name) ?? { unit, values: {} };
      figure.values[host.name] = Math.max(figure.values[host.name] ?? value, value);
      report.figures.set(name, figure);
    });
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say(`${host.name}, row ${row.number}: does not hold: ${one.name}`);
    say(message.replace(/^/gm, '    '));
    return false;
  }
}

/**
 * @param {HostName} name
 * @param {Row[]} rows
 * @param {Report} report
 */
async function playRows(name, rows, report) {
  const startMs = Date.now();
  const host = await startHost(name);
  const forget = onShutdown(() => host.close());
  for (const row of rows.filter(({ inBrowsers }) => name === 'node' || inBrowsers)) {
    const tally = { run: 0, held: 0 };
    report.tallies.set(`${name} ${row.number}`, tally);
    for (const one of row.cases) {
      const held = await playCase(host, row, one, report);
      if (held !== undefined) tally.run++;
      if (held) tally.held++;
    }
  }
  forget();
  await host.close();
  say(`${name}: played in ${formatDuration(Date.now() - startMs)}`);
}

/** @param {string[]} cells */
function showLine([number, title, ...cells]) {
  say(
    `${number.padStart(3)}  ${title.padEnd(12)}${cells.map((cell) => cell.padStart(22)).join('')}`,
  );
}

/**
 * @param {Row[]} rows
 * @param {HostName[]} hosts
 * @param {Report} report
 * @returns {boolean} whether all held, and each row was shown by at least one case
 */
function showReport(rows, hosts, { tallies, asides, figures }) {
  say('');
  showLine(['row', 'promise', ...hosts]);
  let isHeld = true;
  let isShown = true;
  for (const { number, title } of rows) {
    const cells = hosts.map((name) => {
      const tally = tallies.get(`${name} ${number}`);
      if (!tally) return '-';
      if (tally.held < tally.run) isHeld = false;
      if (tally.run === 0) isShown = false;
      return tally.run === 0 ? 'no case' : `${tally.run} run, ${tally.held} held`;
    });
    showLine([`${number}`, title, ...cells]);
  }
  if (asides.size > 0) say('');
  for (const [text, count] of asides) say(count === 1 ? text : `${text} (${count} cases)`);
  if (figures.size > 0) say('');
  for (const [name, { unit, values }] of figures) {
    const shown = hosts.flatMap((host) => {
      const value = values[host];
      const number = value === undefined || Number.isInteger(value) ? value : value.toFixed(1);
      return value === undefined ? [] : [`${host} ${number} ${unit}`.trimEnd()];
    });
    say(`${name}, at most: ${shown.join(', ')}`);
  }
  say('');
  const words = isShown ? '' : ', and not every promise has a case';
  say(`${isHeld ? 'all held' : 'not all held'}${words}`);
  return isHeld && isShown;
}

runMain(async (argv) => {
  const options = readFaultOptions(argv);
  if (!options) return showHelp(help);
  await setUp('test', { verbose: options.verbose });
  await build({ verbose: options.verbose });
  const { readRows } = await import('../tests/support/rows.js');
  const wanted = (/** @type {Row} */ { number }) =>
    options.rows.length === 0 || options.rows.includes(number);
  const rows = (await readRows()).filter(wanted);
  /** @type {Report} */
  const report = { tallies: new Map(), asides: new Map(), figures: new Map() };
  for (const name of options.hosts) await playRows(name, rows, report);
  return showReport(rows, options.hosts, report) ? 0 : 1;
});
