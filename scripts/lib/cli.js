// Owns what all command-line scripts share: options, help, the exit code, the Node version. Owns no
// task.

import { parseArgs } from 'node:util';
import { PlainError, say } from './output.js';
import { closeAll, endOnSignals } from './shutdown.js';

const OLDEST_NODE_MAJOR = 20;

/**
 * @typedef {object} CliOptions
 * @property {boolean} verbose
 * @property {boolean} help
 * @property {boolean} live only where it is allowed, as all further ones
 * @property {boolean} fix
 * @property {Record<string, string[]>} texts what each option with a value was given, in order
 * @property {string[]} words what is no option
 */

/**
 * @param {string} message what is wrong with the command line
 * @returns {PlainError} exit code 2
 */
export function usageError(message) {
  return new PlainError(`${message}; --help lists what there is`, { exitCode: 2 });
}

/**
 * Reads the command line. `--help` and `--verbose` are known everywhere.
 * @param {string[]} argv without node and script
 * @param {{ flags?: string[], texts?: string[], takesWords?: boolean }} [allowed] further options: boolean
 *   ones, and ones with a value, which may be given more than once
 * @returns {CliOptions}
 * @throws {PlainError} exit code 2, for an unknown option or word
 */
export function readOptions(argv, { flags = [], texts = [], takesWords = false } = {}) {
  const names = ['help', 'verbose', ...flags, ...texts];
  /** @type {Record<string, { type: 'boolean' | 'string', short?: string, multiple?: boolean }>} */
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: 'boolean' }]),
    ...texts.map((name) => [name, { type: 'string', multiple: true }]),
  ]);
  options.help.short = 'h';
  const { values, positionals } = parseArgs({
    args: argv,
    options,
    strict: false,
    allowPositionals: true,
  });
  const unknown = Object.keys(values).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const shown = unknown.length === 1 ? `-${unknown}` : `--${unknown}`;
    throw usageError(`unknown option '${shown}'`);
  }
  const given = Object.fromEntries(texts.map((name) => [name, [values[name] ?? []].flat()]));
  const withoutValue = texts.find((name) => given[name].includes(true));
  if (withoutValue) {
    throw new PlainError(`option --${withoutValue} needs a value`, { exitCode: 2 });
  }
  const withValue = names.find((name) => typeof values[name] === 'string');
  if (withValue) {
    throw new PlainError(`option --${withValue} takes no value`, { exitCode: 2 });
  }
  if (positionals.length > 0 && !takesWords) {
    throw usageError(`unexpected '${positionals[0]}'`);
  }
  return {
    verbose: values.verbose === true,
    help: values.help === true,
    live: values.live === true,
    fix: values.fix === true,
    texts: /** @type {Record<string, string[]>} */ (given),
    words: positionals,
  };
}

/** @throws {PlainError} where this Node is too old */
function checkNode() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major >= OLDEST_NODE_MAJOR) return;
  throw new PlainError(
    `Node ${OLDEST_NODE_MAJOR} or later is needed, this is ${process.versions.node}`,
  );
}

/** @param {unknown} error */
function report(error) {
  if (!(error instanceof PlainError)) {
    console.error(error);
    return 1;
  }
  console.error(error.message);
  if (error.details) console.error(error.details.trimEnd());
  return error.exitCode;
}

/**
 * Runs a script's main function and ends the process with its exit code.
 * @param {(argv: string[]) => Promise<number | undefined>} main gets the command line; resolves with
 *   the exit code, or with undefined to stay alive until a signal comes
 * @param {{ exitCodeOnSignal?: number }} [options]
 */
export async function runMain(main, { exitCodeOnSignal } = {}) {
  // A reader that has closed the pipe (`npm start | head`) is no reason to fail.
  process.stdout.on('error', () => {});
  endOnSignals({ exitCode: exitCodeOnSignal });
  try {
    checkNode();
    const exitCode = await main(process.argv.slice(2));
    if (exitCode === undefined) return;
    process.exitCode = exitCode;
  } catch (error) {
    process.exitCode = report(error);
  }
  await closeAll();
  process.exit();
}

/**
 * Prints a script's help text.
 * @param {string} text
 * @returns {number} exit code 0
 */
export function showHelp(text) {
  say(text.trim());
  return 0;
}
