// Owns what the tests of the scripts share: folders that vanish, commands made of a few lines, and
// scripts run as a person runs them. Owns no claim.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** @typedef {import('node:test').TestContext} TestContext */

/**
 * An empty folder that is removed after the test.
 * @param {TestContext} t
 * @returns {string}
 */
export function makeFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'agencyhandy-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * @param {string} folder
 * @param {Record<string, string>} files path → content
 */
export function writeFiles(folder, files) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} body a shell script
 */
export function writeCommand(folder, name, body) {
  writeFiles(folder, { [name]: `#!/bin/sh\n${body}\n` });
  chmodSync(join(folder, name), 0o755);
}

/**
 * Puts commands of this machine into a folder, so that a PATH of that folder alone knows them.
 * @param {string} folder
 * @param {string[]} names
 */
export function linkCommands(folder, names) {
  mkdirSync(folder, { recursive: true });
  for (const name of names) symlinkSync(join('/usr/bin', name), join(folder, name));
}

/**
 * Starts a Node script. It is killed after the test where it is still there.
 * @param {TestContext} t
 * @param {string} script absolute
 * @param {{ args?: string[], env?: NodeJS.ProcessEnv }} [options] `env` is added to this process's
 */
export function startScript(t, script, { args = [], env = {} } = {}) {
  const { NODE_TEST_CONTEXT: _mark, ...inherited } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  const result = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    result.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    result.stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ ...result, code, signal }));
  return { child, result, ended };
}

/**
 * Waits until something holds.
 * @param {() => boolean} holds
 * @param {number} [limitMs]
 */
export async function waitUntil(holds, limitMs = 20_000) {
  const endMs = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > endMs) throw new Error(`still not so after ${limitMs} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * @param {number} pid
 * @returns {boolean} whether the process runs; one that only waits for its parent to notice its end
 *   does not
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // No /proc: not Linux, or gone just now.
    return process.platform !== 'linux';
  }
}
