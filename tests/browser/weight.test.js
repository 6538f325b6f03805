/** What the built page costs at first sight, in each language, and that nothing comes from elsewhere. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { serveSite } from '../../scripts/lib/site.js';
import { languages } from '../../web/page/messages/languages.js';
import { launchChromium } from './support/chromium.js';
import { Visit } from './support/visit.js';

/** @import { Browser } from 'puppeteer-core' */

const siteDir = join(import.meta.dirname, '../../dist/site');
const mostBytes = 40_000;

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  site = await serveSite({ dir: siteDir });
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await site.close();
});

/** @param {string} url */
const weigh = async (url) => {
  const { pathname } = new URL(url);
  const content = await readFile(join(siteDir, pathname === '/' ? 'index.html' : pathname));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(content, { params }).byteLength;
};

/** @param {string} locale */
const openFirstView = async (locale) => {
  const visit = await Visit.open(browser, site.url, { languages: [locale] });
  await visit.waitForLanguage(locale);
  await visit.page.waitForNetworkIdle({ idleTime: 1_000 });
  const { requests } = visit;
  await visit.close();
  return requests;
};

for (const { locale } of languages) {
  test(`the first view weighs at most 40 KB in ${locale}, all of it from one origin`, async (t) => {
    const requests = await openFirstView(locale);
    const origins = new Set(requests.map((url) => new URL(url).origin));
    assert.deepEqual([...origins], [new URL(site.url).origin]);
    // A headless browser may leave out the icon; a person's does not.
    const urls = new Set([...requests, new URL('favicon.svg', site.url).href]);
    const sizes = await Promise.all([...urls].map(weigh));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const parts = [...urls].map((url, index) => `${new URL(url).pathname} ${sizes[index]}`);
    t.diagnostic(
      `${locale}: ${bytes} bytes (brotli 11) in ${urls.size} files: ${parts.join(', ')}`,
    );
    assert(
      parts.some((part) => part.startsWith('/agencyhandy.wasm')),
      'all of it was looked at',
    );
    assert(!parts.some((part) => part.includes('later')), 'what comes later was not fetched yet');
    assert(bytes <= mostBytes, `${bytes} > ${mostBytes}: ${parts.join(', ')}`);
  });
}
