/** Owns the real Firefox that the tests drive: where it is, how it is started. */

import { launch } from 'puppeteer-core';
import { findCommand, thisHost } from '../../../scripts/lib/host.js';

/** @import { Browser, LaunchOptions } from 'puppeteer-core' */

const names = ['firefox-esr', 'firefox'];

/** What Firefox would do besides, and what a page of the loopback address would have to ask a person. */
const settings = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'network.lna.enabled': false,
};

/**
 * @param {LaunchOptions} [options]
 * @returns {Promise<Browser>} Headless, driven over WebDriver BiDi; to be closed.
 */
export const launchFirefox = (options = {}) => {
  const executablePath = findCommand(thisHost(), names);
  if (!executablePath) throw new Error(`There is no Firefox on PATH (${names.join(', ')})`);
  return launch({
    ...options,
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: settings,
  });
};
