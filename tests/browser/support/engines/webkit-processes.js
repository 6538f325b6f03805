/**
 * Owns the processes and files behind WebKitGTK: a screen in memory (Xvfb), WebKitWebDriver on a loopback port,
 * a home of its own. None of them outlives the test, however that ends.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endTree, killTree } from '../../../../scripts/lib/process-tree.js';
import { findExecutable } from '../executable.js';

/** @import { ChildProcess } from 'node:child_process' */

const startLimitMs = 20_000;
const lookMs = 50;

/**
 * MiniBrowser lies beside the library: <prefix>/lib/[<platform>/]webkit2gtk-4.x/MiniBrowser.
 *
 * @param {string} driver
 */
const findMiniBrowser = (driver) => {
  const prefix = dirname(dirname(driver));
  const libraries = ['lib', 'lib64', 'libexec'].map((name) => join(prefix, name));
  const found = libraries
    .flatMap((folder) => [folder, ...listFolder(folder)])
    .flatMap((folder) => listFolder(folder).filter((file) => /\/webkit(2)?gtk-[\d.]+$/.test(file)))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(existsSync);
  if (!found) throw new Error(`There is no MiniBrowser for ${driver}`);
  return found;
};

/** @param {string} folder */
const listFolder = (folder) => {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
};

/**
 * @param {ChildProcess} child
 * @param {string} what
 * @returns {Promise<never>} Rejects where the process does not start, or ends.
 */
const whenGone = (child, what) =>
  new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`${what} ended: ${code ?? signal}`)));
  });

/**
 * @param {ChildProcess} screen Tells its number on its fourth stream once it is there.
 * @returns {Promise<string>} ':0'
 */
const readDisplay = (screen) =>
  new Promise((resolve) =>
    screen.stdio[3]?.once('data', (number) => resolve(`:${String(number).trim()}`)),
  );

/** @returns {Promise<number>} A loopback port that was free a moment ago: the driver takes no 0. */
const findPort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** @param {string} url */
const waitUntilReady = async (url) => {
  for (;;) {
    const isReady = await fetch(`${url}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(lookMs);
  }
};

/** Everything that the browser's processes look for, so that nothing of this machine's user is touched. */
const toEnvironment = (/** @type {string} */ home, /** @type {string} */ display) => ({
  PATH: process.env.PATH,
  LANG: 'C.UTF-8',
  HOME: home,
  XDG_RUNTIME_DIR: home,
  TMPDIR: home,
  DISPLAY: display,
  GDK_BACKEND: 'x11',
  GSETTINGS_BACKEND: 'memory',
  NO_AT_BRIDGE: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
});

/**
 * @typedef {object} WebkitProcesses
 * @property {string} url The driver's.
 * @property {string} browserFile What the driver is to start.
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<WebkitProcesses>} */
export const startWebkitProcesses = async () => {
  const driverFile = findExecutable('WebKitWebDriver', ['WebKitWebDriver']);
  const screenFile = findExecutable('Xvfb', ['Xvfb']);
  const home = mkdtempSync(join(tmpdir(), 'agencyhandy-webkit-'));
  /** @type {ChildProcess[]} */
  const children = [];
  const killAll = () => {
    for (const { pid } of children) if (pid) killTree(pid);
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  };
  const endOnSignal = () => {
    killAll();
    process.exit(1);
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  process.once('exit', killAll);
  for (const name of signals) process.once(name, endOnSignal);
  const close = async () => {
    for (const { pid } of [...children].reverse()) if (pid) await endTree(pid);
    killAll();
    process.off('exit', killAll);
    for (const name of signals) process.off(name, endOnSignal);
  };
  /**
   * @param {string} file
   * @param {string[]} args
   * @param {NodeJS.ProcessEnv} env
   * @param {'ignore' | 'pipe'} fourth
   */
  const start = (file, args, env, fourth) => {
    const stdio = /** @type {const} */ (['ignore', 'ignore', 'ignore']);
    const child = spawn(file, args, { env, detached: true, stdio: [...stdio, fourth] });
    children.push(child);
    return child;
  };
  const begin = async () => {
    // Without a window manager a window is as large as it is told.
    const screen = start(
      screenFile,
      ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'],
      { PATH: process.env.PATH },
      'pipe',
    );
    const display = await Promise.race([readDisplay(screen), whenGone(screen, 'Xvfb')]);
    const port = await findPort();
    const url = `http://127.0.0.1:${port}`;
    const env = toEnvironment(home, display);
    const driver = start(driverFile, [`--port=${port}`, '--host=127.0.0.1'], env, 'ignore');
    await Promise.race([waitUntilReady(url), whenGone(driver, 'WebKitWebDriver')]);
    return url;
  };
  try {
    const browserFile = findMiniBrowser(driverFile);
    const late = sleep(startLimitMs, undefined, { ref: false }).then(() => {
      throw new Error(`WebKitWebDriver is not there after ${startLimitMs / 1000} s`);
    });
    const url = await Promise.race([begin(), late]);
    return { url, browserFile, close };
  } catch (error) {
    await close();
    throw error;
  }
};
