/** Owns the real Chromium that the tests drive: where it is, how it is started. */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { launch } from 'puppeteer-core';

/** @import { Browser, LaunchOptions } from 'puppeteer-core' */

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @param {string} file */
const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const findChromium = () => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = files.find(isExecutable);
  if (!found) throw new Error(`There is no Chromium on PATH (${names.join(', ')})`);
  return found;
};

const isRoot = () => process.getuid?.() === 0;

/**
 * @param {LaunchOptions} [options]
 * @returns {Promise<Browser>} Headless, silent towards the outside world; to be closed.
 */
export const launchChromium = (options = {}) =>
  launch({
    ...options,
    executablePath: findChromium(),
    args: [
      ...(isRoot() ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--no-first-run',
    ],
  });
