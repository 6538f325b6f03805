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
 * @typedef {object} Stage
 * @property {Sandbox} sandbox
 * @property {string} siteUrl
 * @property {string} siteDir
 * @property {() => Promise<void>} close
 *
 * @typedef {object} BrowserPart
 * @property {Browser} browser
 * @property {(options?: VisitOptions) => Promise<Visit>} visit Opens the page in a fresh profile, with the
 *   sandbox as new; the one before is closed.
 */

/** @typedef {Stage & BrowserPart} World */

/** @param {Sandbox} sandbox */
const reset = (sandbox) => {
  sandbox.setCors('open');
  sandbox.setFaults([]);
  sandbox.setCompanies(inventCompanies(1));
  sandbox.clearRequests();
};

/**
 * @typedef {{ isRehearsal?: boolean, baseUrl?: string, keyLifetimeSeconds?: number }} StageOptions Default: a
 *   rehearsal with the sandbox, whose keys do not expire.
 */

/**
 * @param {StageOptions} [options]
 * @returns {Promise<Stage>} What there is without a browser.
 */
export const startStage = async ({ isRehearsal = true, baseUrl, keyLifetimeSeconds } = {}) => {
  const sandbox = await startSandbox({ keyLifetimeSeconds });
  const siteDir = await mkdtemp(join(tmpdir(), 'agencyhandy-site-'));
  const settingsUrl = isRehearsal ? sandbox.settingsUrl : undefined;
  await buildSite({ baseUrl: baseUrl ?? sandbox.url, settingsUrl, outDir: siteDir });
  const site = await serveSite({ dir: siteDir });
  return {
    sandbox,
    siteUrl: site.url,
    siteDir,
    close: async () => {
      await Promise.all([site.close(), sandbox.close()]);
      await rm(siteDir, { recursive: true, force: true });
    },
  };
};

/**
 * @param {StageOptions} [options]
 * @returns {Promise<World>}
 */
export const startWorld = async (options) => {
  const stage = await startStage(options);
  const browser = await launchChromium();
  /** @type {Visit | undefined} */
  let last;
  return {
    ...stage,
    browser,
    visit: async (visitOptions = {}) => {
      await last?.close();
      reset(stage.sandbox);
      last = await Visit.open(browser, stage.siteUrl, visitOptions);
      return last;
    },
    close: async () => {
      await browser.close();
      await stage.close();
    },
  };
};
