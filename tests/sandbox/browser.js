/** A real Chromium for the sandbox's tests, started once for each test file that imports this. */

import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, join } from 'node:path';
import { after, before } from 'node:test';
import puppeteer from 'puppeteer-core';

/** @import { AddressInfo } from 'node:net' */
/** @import { TestContext } from 'node:test' */
/** @import { Browser } from 'puppeteer-core' */

/** @param {string} path */
const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const findChromium = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'google-chrome', 'chrome'].map((name) => join(folder, name)))
    .find(isExecutable);

const executablePath = findChromium();

/** Why a test that needs Chromium cannot run; false where it can. */
export const skip = executablePath === undefined && 'there is no Chromium on PATH';

/** @type {Browser | undefined} */
let browser;
before(async () => {
  if (skip) return;
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await puppeteer.launch({ executablePath, args });
});
after(() => browser?.close());

/**
 * A page of its own, and everything that went wrong on it.
 *
 * @param {TestContext} t
 */
export const usePage = async (t) => {
  const context = await /** @type {Browser} */ (browser).createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, context, complaints };
};

/**
 * A page of another origin than any sandbox.
 *
 * @param {TestContext} t
 * @param {string} html
 * @param {string} [host] A name of this machine. Default: 127.0.0.1.
 */
export const useForeignPage = async (t, html, host = '127.0.0.1') => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { page } = await usePage(t);
  await page.goto(`http://${host}:${/** @type {AddressInfo} */ (server.address()).port}/`);
  return page;
};
