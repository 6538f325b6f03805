/**
 * Owns what the tests of the embedded element stand on: the page served for its hosts, host pages on
 * another origin that are built from the package, the sandbox API on a third, and a browser.
 */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildSite, serveSite } from '../../../scripts/lib/site.js';
import { inventCompanies, startSandbox } from '../../../web/sandbox/index.js';
import { launchChromium } from './chromium.js';
import { recorderScript } from './recorder.js';
import { Visit } from './visit.js';

/** @import { AddressInfo } from 'node:net' */
/** @import { Browser, ElementHandle, Frame } from 'puppeteer-core' */
/** @import { Sandbox } from '../../../web/sandbox/index.js' */

const examplesDir = fileURLToPath(new URL('../../../web/examples/', import.meta.url));
const waitMs = 10_000;

/** @type {Readonly<Record<string, string>>} */
const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * Plain files without any header of their own: what the cheapest static host sends.
 *
 * @param {Map<string, string | Uint8Array>} files By their path.
 */
const serveFiles = async (files) => {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0];
    const content = files.get(path);
    response.writeHead(content === undefined ? 404 : 200, {
      'Content-Type': mediaTypes[extname(path)] ?? 'text/plain',
    });
    response.end(content);
  });
  await new Promise((/** @type {(value: void) => void} */ resolve) =>
    server.listen(0, '127.0.0.1', resolve),
  );
  const { port } = /** @type {AddressInfo} */ (server.address());
  return {
    port,
    close: () =>
      new Promise((/** @type {(value: void) => void} */ resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** @param {Map<string, string | Uint8Array>} files */
const addScripts = async (files) => {
  const { outputFiles } = await build({
    entryPoints: ['frame-host.js', 'inline-host.js'].map((name) => join(examplesDir, name)),
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    outdir: '/',
    logLevel: 'warning',
  });
  for (const { path, contents } of outputFiles) files.set(path, contents);
};

/**
 * Each example as it is, and once more with a script before all others that writes down what it sees.
 *
 * @param {Map<string, string | Uint8Array>} files
 * @param {{ siteUrl: string, apiUrl: string }} urls
 */
const addPages = async (files, { siteUrl, apiUrl }) => {
  for (const name of ['frame-host', 'inline-host']) {
    const text = await readFile(join(examplesDir, `${name}.html`), 'utf8');
    const html = text
      .replaceAll('https://onboarding.example', new URL(siteUrl).origin)
      .replaceAll('https://api.agencyhandy.com', apiUrl);
    files.set(`/${name}.html`, html);
    const spied = html.replace('<script', '<script src="recorder.js"></script><script');
    files.set(`/${name}-spied.html`, spied);
  }
  files.set('/recorder.js', recorderScript);
};

/** Runs in every document: what it is sent, and what the browser refused it. */
const record = () => {
  /** @type {unknown[]} */
  const received = [];
  /** @type {string[]} */
  const violations = [];
  Object.defineProperties(window, {
    received: { value: received },
    violations: { value: violations },
  });
  addEventListener('message', ({ origin, data }) => received.push({ origin, data }), true);
  addEventListener('securitypolicyviolation', (event) =>
    violations.push(`${event.effectiveDirective} ${event.blockedURI}`),
  );
};

/** A host page in a fresh profile, and what stands in its frame or in the element itself. */
export class HostVisit {
  visit;
  page;

  /** @param {Visit} visit */
  constructor(visit) {
    this.visit = visit;
    this.page = visit.page;
  }

  /**
   * @param {Browser} browser
   * @param {string} url
   * @param {{ width?: number }} [options]
   */
  static async open(browser, url, { width = 1280 } = {}) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width, height: 900 });
    await page.evaluateOnNewDocument(record);
    const host = new HostVisit(new Visit(context, page));
    await page.goto(url);
    return host;
  }

  /** @returns {Promise<Frame>} */
  frame() {
    return this.page.waitForFrame((frame) => frame.url().includes('/frame.html'), {
      timeout: waitMs,
    });
  }

  /**
   * @param {Frame} place
   * @param {string} role
   * @param {string} name
   * @returns {Promise<ElementHandle>}
   */
  async find(place, role, name) {
    const selector = `::-p-aria([name="${name}"][role="${role}"])`;
    const found = await place.waitForSelector(selector, { timeout: waitMs, visible: true });
    if (!found) throw new Error(`No ${role} "${name}"`);
    return found;
  }

  /**
   * Clicks what has come to rest.
   *
   * @param {Frame} place
   * @param {string} role
   * @param {string} name
   */
  async click(place, role, name) {
    const locator = place.locator(`::-p-aria([name="${name}"][role="${role}"])`);
    await locator.setTimeout(waitMs).click();
  }

  /**
   * Clicks until the field has the focus of document and window: another tab may have had it just now.
   *
   * @param {ElementHandle} field
   */
  async focus(field) {
    const endMs = Date.now() + waitMs;
    const isFocused = () =>
      field.evaluate((node) => {
        const root = node.getRootNode();
        return root instanceof ShadowRoot && root.activeElement === node && document.hasFocus();
      });
    do {
      // What still moves cannot be clicked yet.
      await field.click().catch(() => {});
    } while (!(await isFocused()) && Date.now() < endMs);
  }

  /**
   * The whole flow up to the first call, as a person goes it.
   *
   * @param {Frame} place
   * @param {string} key
   */
  async complete(place, key) {
    const workspace = await this.find(place, 'textbox', 'Workspace');
    await workspace.type('lantern-and-loom');
    // It moves the field below it when it comes.
    await this.find(place, 'link', 'Open API key settings');
    await this.visit.setClipboard(key);
    const field = await this.find(place, 'textbox', 'API key');
    await this.focus(field);
    await this.visit.pressPaste();
    await this.waitFor(place, () =>
      document.querySelector('agencyhandy-onboarding[state="ready"]'),
    );
    await this.click(place, 'button', 'Make the first call');
    await this.waitFor(place, () => {
      const { shadowRoot } = document.querySelector('agencyhandy-onboarding') ?? {};
      return /It works/.test(shadowRoot?.querySelector('[role="status"]')?.textContent ?? '');
    });
  }

  /**
   * @param {Frame} place
   * @param {(text: string) => unknown} condition
   * @param {string} [text]
   */
  async waitFor(place, condition, text = '') {
    await place.waitForFunction(condition, { timeout: waitMs, polling: 50 }, text);
  }

  /** @param {string} text */
  async waitForOutput(text) {
    await this.waitFor(
      this.page.mainFrame(),
      (expected) => document.querySelector('output')?.value.includes(expected),
      text,
    );
  }

  /** @param {Record<string, string>} attributes */
  async setAttributes(attributes) {
    await this.page.$eval(
      'agencyhandy-onboarding',
      (node, all) => {
        for (const [name, value] of Object.entries(all)) node.setAttribute(name, value);
      },
      attributes,
    );
  }

  /**
   * @param {Frame} place
   * @returns {Promise<{ origin: string, data: Record<string, unknown> }[]>}
   */
  received(place) {
    return place.evaluate(() => Reflect.get(window, 'received'));
  }

  /**
   * @param {Frame} place
   * @returns {Promise<string[]>}
   */
  violations(place) {
    return place.evaluate(() => Reflect.get(window, 'violations'));
  }

  /** @returns {Promise<[place: string, text: string][]>} What the spying page has seen, once it has looked again. */
  recorded() {
    return this.page.evaluate(() => {
      Reflect.get(window, 'reach')();
      return Reflect.get(window, 'recorded');
    });
  }
}

/**
 * @typedef {object} Embedding
 * @property {Sandbox} sandbox
 * @property {string} siteUrl Where the page is deployed.
 * @property {string} hostUrl Of another site than the page.
 * @property {Map<string, string | Uint8Array>} files Of the host, by their path: more may be added.
 * @property {(path: string, options?: { width?: number }) => Promise<HostVisit>} open The one before is closed.
 * @property {(path: string, frameHosts: string[]) => Promise<void>} addSite Puts the page among the files.
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Embedding>} */
export const startEmbedding = async () => {
  /** @type {Map<string, string | Uint8Array>} */
  const files = new Map();
  const folder = await mkdtemp(join(tmpdir(), 'agencyhandy-embedding-'));
  const [sandbox, host] = await Promise.all([startSandbox(), serveFiles(files)]);
  const hostUrl = `http://localhost:${host.port}/`;
  const siteDir = join(folder, 'site');
  await buildSite({
    baseUrl: sandbox.url,
    frameHosts: [new URL(hostUrl).origin],
    outDir: siteDir,
  });
  const site = await serveSite({ dir: siteDir });
  await addScripts(files);
  await addPages(files, { siteUrl: site.url, apiUrl: sandbox.url });
  const browser = await launchChromium();
  /** @type {HostVisit | undefined} */
  let last;
  return {
    sandbox,
    siteUrl: site.url,
    hostUrl,
    files,
    open: async (path, options) => {
      await last?.visit.close();
      sandbox.setCompanies(inventCompanies(1));
      sandbox.clearRequests();
      last = await HostVisit.open(browser, new URL(path, hostUrl).href, options);
      return last;
    },
    addSite: async (path, frameHosts) => {
      const outDir = join(folder, `site${files.size}`);
      await buildSite({ baseUrl: sandbox.url, frameHosts, outDir });
      for (const name of await readdir(outDir)) {
        files.set(path + name, await readFile(join(outDir, name)));
      }
    },
    close: async () => {
      await browser.close();
      await Promise.all([site.close(), sandbox.close(), host.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
