/**
 * Owns what a browser test stands on: the sandbox, the page built for it and served, Chromium, and a
 * fresh profile for each visit. All of it real.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite, serveSite } from '../../../scripts/lib/site.js';
import { inventCompanies, startSandbox } from '../../../web/sandbox/index.js';
import { launchChromium } from './chromium.js';
import { Visit } from './visit.js';

/** @import { Browser } from 'puppeteer-core' */
/** @import { Sandbox } from '../../../web/sandbox/index.js' */
/** @import { VisitOptions } from './visit.js' */

/**
 * @typedef {object} World
 * @property {Sandbox} sandbox
 * @property {string} siteUrl
 * @property {string} siteDir
 * @property {Browser} browser
 * @property {(options?: VisitOptions) => Promise<Visit>} visit Opens the page in a fresh profile, with the
 *   sandbox as new; the one before is closed.
 * @property {() => Promise<void>} close
 */

/** @param {Sandbox} sandbox */
const reset = (sandbox) => {
  sandbox.setCors('open');
  sandbox.setFaults([]);
  sandbox.setCompanies(inventCompanies(1));
  sandbox.clearRequests();
};

/**
 * @param {{ isRehearsal?: boolean, baseUrl?: string }} [options] Default: a rehearsal with the sandbox.
 * @returns {Promise<World>}
 */
export const startWorld = async ({ isRehearsal = true, baseUrl } = {}) => {
  const sandbox = await startSandbox();
  const siteDir = await mkdtemp(join(tmpdir(), 'agencyhandy-site-'));
  const settingsUrl = isRehearsal ? sandbox.settingsUrl : undefined;
  await buildSite({ baseUrl: baseUrl ?? sandbox.url, settingsUrl, outDir: siteDir });
  const site = await serveSite({ dir: siteDir });
  const browser = await launchChromium();
  /** @type {Visit | undefined} */
  let last;
  return {
    sandbox,
    siteUrl: site.url,
    siteDir,
    browser,
    visit: async (options = {}) => {
      await last?.close();
      reset(sandbox);
      last = await Visit.open(browser, site.url, options);
      return last;
    },
    close: async () => {
      await browser.close();
      await Promise.all([site.close(), sandbox.close()]);
      await rm(siteDir, { recursive: true, force: true });
    },
  };
};
