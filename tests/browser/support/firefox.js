/** Owns the real Firefox that the tests drive: where it is, how it is started, over WebDriver BiDi. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findExecutable } from './executable.js';

/** @import { Browser, LaunchOptions } from 'puppeteer-core' */

/** The browser's own calls home are off; its back-forward cache is on, which the driver turns off. */
const preferences = {
  'fission.bfcacheInParent': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'network.dns.disablePrefetch': true,
  // A page of the loopback address would have to ask a person.
  'network.lna.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'services.settings.server': 'data:,',
};

/**
 * @param {LaunchOptions} [options]
 * @returns {Promise<Browser>} Headless, in a home of its own, for Firefox refuses one of another user; to be
 *   closed.
 */
export const launchFirefox = async (options = {}) => {
  const home = mkdtempSync(join(tmpdir(), 'agencyhandy-firefox-'));
  const removeHome = () => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeHome);
  try {
    const browser = await launch({
      ...options,
      browser: 'firefox',
      executablePath: findExecutable('Firefox', ['firefox-esr', 'firefox']),
      env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1' },
      timeout: 60_000,
      extraPrefsFirefox: preferences,
    });
    const close = browser.close.bind(browser);
    browser.close = async () => {
      await close();
      removeHome();
      process.off('exit', removeHome);
    };
    return browser;
  } catch (error) {
    removeHome();
    throw error;
  }
};
