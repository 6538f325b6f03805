// Owns the stages in real browsers: a page of one loopback origin loads the built package and makes the
// calls; the servers are those of every stage. Owns no case.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { distDir, rootDir } from '../../scripts/lib/paths.js';
import { launchChromium } from '../browser/support/chromium.js';
import { launchFirefox } from '../browser/support/firefox.js';
import { watchMemory } from './memory.js';
import { startServers } from './stage.js';

/** @import { AddressInfo } from 'node:net' */
/** @import { ConsoleMessage, JSHandle, Page } from 'puppeteer-core' */
/** @import { Call, Outcome } from './drive.js' */
/** @import { Host, HostName, Stage } from './stage.js' */

const launchers = { chromium: launchChromium, firefox: launchFirefox };
// One case speaks https to a certificate that nobody has signed. A browser that reports each request to
// the test is slower than its users know it.
const launchOptions = { acceptInsecureCerts: true, networkEnabled: false };
const CONSOLE_LIMIT_MS = 2_000;
const endOfCall = 'end of call';

// Texts, so that half a character arrives as it is.
const html = `<!doctype html>
<meta charset="utf-8">
<title>A page with the client</title>
<link rel="icon" href="data:,">
<script type="module">
  import { load } from '/package/index.js';
  import { drive } from '/drive.js';
  const agencyhandy = await load();
  window.play = async (text) => {
    const call = JSON.parse(text);
    const outcome = await drive(agencyhandy, call);
    if (call.print) console.log('${endOfCall}');
    return JSON.stringify(outcome);
  };
  document.title = 'ready';
</script>`;

/** @returns {Promise<{ url: string, close: () => Promise<void> }>} */
async function servePage() {
  const files = new Map([['/drive.js', `${rootDir}/tests/support/drive.js`]]);
  for (const name of ['index.js', 'core.js', 'agencyhandy.wasm']) {
    files.set(`/package/${name}`, `${distDir}/${name}`);
  }
  const server = createServer(async ({ url = '' }, response) => {
    const file = files.get(url);
    response.statusCode = file || url === '/' ? 200 : 404;
    const type = !file ? 'text/html' : url.endsWith('.js') ? 'text/javascript' : 'application/wasm';
    response.setHeader('content-type', type);
    response.end(file ? await readFile(file) : url === '/' ? html : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {JSHandle} value
 * @returns {Promise<string>} what a console shows of it at once, and what it shows when it is unfolded
 */
async function showValue(value) {
  // Over BiDi a handle has the one, over CDP the other.
  const shown = Reflect.get(value, 'remoteValue')?.call(value) ?? value.remoteObject();
  const unfolded = await value.jsonValue().catch(() => undefined);
  return JSON.stringify([shown, unfolded]);
}

/**
 * @param {ConsoleMessage} line
 * @returns {Promise<string>}
 */
async function showLine(line) {
  const values = await Promise.all(line.args().map(showValue));
  return [line.text(), JSON.stringify(line.location()), ...values].join('\n');
}

/**
 * @param {Page} page
 * @param {Call} call
 * @returns {Promise<Outcome>}
 */
async function driveInPage(page, call) {
  /** @type {Promise<string>[]} */
  const lines = [];
  /** @type {() => void} */
  let sayEnded = () => {};
  const ended = new Promise((resolve) => {
    sayEnded = () => resolve(true);
  });
  const note = (/** @type {ConsoleMessage} */ line) => {
    if (line.text() === endOfCall) sayEnded();
    // Without values it is the browser's own report, which holds what the server's status line says.
    else if (line.args().length > 0) lines.push(showLine(line));
  };
  const noteError = (/** @type {unknown} */ error) => {
    lines.push(Promise.resolve(error instanceof Error ? `${error.stack}` : `${error}`));
  };
  if (call.print) page.on('console', note).on('pageerror', noteError);
  try {
    /** @type {Outcome} */
    const outcome = JSON.parse(
      await page.evaluate((text) => Reflect.get(window, 'play')(text), JSON.stringify(call)),
    );
    if (!call.print) return outcome;
    const limit = new Promise((resolve) => {
      setTimeout(() => resolve(false), CONSOLE_LIMIT_MS);
    });
    const isHeard = await Promise.race([ended, limit]);
    // The call itself has printed something.
    if (!isHeard || lines.length === 0) throw new Error('the console was not heard');
    outcome.printed.push(...(await Promise.all(lines)));
    return outcome;
  } finally {
    page.off('console', note).off('pageerror', noteError);
  }
}

/**
 * @param {Exclude<HostName, 'node'>} name
 * @returns {Promise<Host & { page: Page }>} `page`: the one that makes the calls
 */
export async function startBrowserHost(name) {
  const site = await servePage();
  const browser = await launchers[name](launchOptions);
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => document.title === 'ready');
  const drive = (/** @type {Call} */ call) => driveInPage(page, call);
  const pid = browser.process()?.pid ?? 0;
  return {
    name,
    page,
    open: async (figure) => {
      const { serve, listen, close } = await startServers();
      /** @type {Stage['watch']} */
      const watch = (call) => watchMemory(pid, () => drive(call));
      return { stage: { host: name, serve, listen, figure, drive, watch }, close };
    },
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}
