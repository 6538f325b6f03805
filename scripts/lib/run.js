// Owns child processes: starting one, its output, its time limit and its end. Owns no knowledge of
// what is run.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { formatDuration, PlainError, say } from './output.js';
import { endTree, killTree } from './process-tree.js';
import { isShuttingDown, onShutdown } from './shutdown.js';

const KEPT_OUTPUT_LENGTH = 1_000_000;
const HEARTBEAT_MS = 30_000;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment; this process's unless told
 * @property {boolean} [live] output is shown as it comes (it is kept too)
 * @property {string} [busyWith] says 'still …' every 30 seconds while nothing else is shown
 * @property {number} [timeoutMs] the child and its children are ended after it; 0 (default): never
 *
 * @typedef {object} RunResult
 * @property {number} code exit code; 128 + number after a signal; 127 where there is no such command
 * @property {boolean} timedOut
 * @property {string} output both streams as they came, the last million characters
 * @property {string} stdout standard output alone, the last million characters
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
process.on('exit', () => {
  for (const { pid } of children) if (pid) killTree(pid);
});

/** @param {import('node:child_process').ChildProcess} child */
async function endChild({ pid, exitCode, signalCode }) {
  if (pid && exitCode === null && signalCode === null) await endTree(pid);
}

/**
 * @param {string} kept
 * @param {string} more
 */
function keepLast(kept, more) {
  return (kept + more).slice(-KEPT_OUTPUT_LENGTH);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {RunResult} result
 * @param {boolean} live
 */
function collectOutput(child, result, live) {
  child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    result.output = keepLast(result.output, text);
    result.stdout = keepLast(result.stdout, text);
    if (live) process.stdout.write(text);
  });
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    result.output = keepLast(result.output, text);
    if (live) process.stderr.write(text);
  });
}

/**
 * @param {string} busyWith
 * @returns {NodeJS.Timeout}
 */
function startHeartbeat(busyWith) {
  const startMs = Date.now();
  return setInterval(
    () => say(`still ${busyWith}, ${formatDuration(Date.now() - startMs)}`),
    HEARTBEAT_MS,
  );
}

/**
 * Runs a command to its end. Its standard input is empty; it is the head of a process group, which
 * a signal to this script ends as a whole. Never rejects for what the command does.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export async function run(command, args, options = {}) {
  const { cwd, env = process.env, live = false, busyWith = '', timeoutMs = 0 } = options;
  if (isShuttingDown()) return new Promise(() => {});
  /** @type {RunResult} */
  const result = { code: 0, timedOut: false, output: '', stdout: '' };
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  children.add(child);
  const forget = onShutdown(() => endChild(child));
  collectOutput(child, result, live);
  const heartbeat = busyWith && !live ? startHeartbeat(busyWith) : undefined;
  const limit = timeoutMs
    ? setTimeout(() => {
        result.timedOut = true;
        endChild(child);
      }, timeoutMs)
    : undefined;
  try {
    result.code = await exitCode(child);
  } finally {
    clearInterval(heartbeat);
    clearTimeout(limit);
    children.delete(child);
    forget();
  }
  // Whoever waits for a child that a signal has ended must not go on to the next step.
  return isShuttingDown() ? new Promise(() => {}) : result;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'ENOENT' ? resolve(127) : reject(error),
    );
    child.once('close', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}

/**
 * Runs a command that has to succeed.
 * @param {string} stage what a person calls this step, e.g. 'wasm'
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 * @throws {PlainError} naming the stage and the command, with the command's output
 */
export async function runStage(stage, command, args, options = {}) {
  const result = await run(command, args, options);
  if (result.code === 0 && !result.timedOut) return result;
  const shown = [command, ...args].join(' ');
  const how = result.timedOut
    ? `took longer than ${formatDuration(options.timeoutMs ?? 0)}`
    : result.code === 127
      ? 'could not be found'
      : `ended with exit code ${result.code}`;
  throw new PlainError(`${stage} failed: '${shown}' ${how}`, {
    details: options.live ? '' : result.output,
  });
}
