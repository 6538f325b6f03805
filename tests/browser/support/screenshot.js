/**
 * Owns the README's picture of the page: `node tests/browser/support/screenshot.js` walks through the flow
 * with the sandbox and writes web/page/screenshot.png, light, 1280 px wide, the key hidden.
 */

import { fileURLToPath } from 'node:url';
import { inventCompanies } from '../../../web/sandbox/index.js';
import { startWorld } from './world.js';

/** @import { Page } from 'puppeteer-core' */

const file = fileURLToPath(new URL('../../../web/page/screenshot.png', import.meta.url));
const firstStep = 3;
const lastStep = 7;
const marginPx = 12;

/** @param {Page} page */
const toClip = async (page) => {
  const [top, bottom] = await page.$$eval(
    '>>> .step',
    (steps, first, last) => [
      steps[first - 1].getBoundingClientRect().top + window.scrollY,
      steps[last - 1].getBoundingClientRect().bottom + window.scrollY,
    ],
    firstStep,
    lastStep,
  );
  return { x: 0, y: top - marginPx, width: 1280, height: bottom - top + 2 * marginPx };
};

const world = await startWorld();
try {
  const visit = await world.visit();
  world.sandbox.setCompanies(inventCompanies(1));
  await visit.type('Workspace', 'lantern-and-loom');
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
  await visit.click('button', 'Make the first call');
  await visit.waitForAnnouncement('status', /It works/);
  await visit.page.mouse.move(0, 0);
  await visit.page.screenshot({ path: file, clip: await toClip(visit.page) });
  await visit.close();
} finally {
  await world.close();
}
