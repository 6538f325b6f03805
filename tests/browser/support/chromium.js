/** Owns the real Chromium that the tests drive: where it is, how it is started. */

import { launch } from 'puppeteer-core';
import { findExecutable } from './executable.js';

/** @import { Browser, LaunchOptions } from 'puppeteer-core' */

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const isRoot = () => process.getuid?.() === 0;

/**
 * @param {LaunchOptions} [options]
 * @returns {Promise<Browser>} Headless, silent towards the outside world; to be closed.
 */
export const launchChromium = (options = {}) =>
  launch({
    ...options,
    executablePath: findExecutable('Chromium', names),
    args: [
      ...(isRoot() ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--no-first-run',
    ],
  });
