/**
 * Owns one visit to the page: a fresh profile, the page found by accessible names, and a record of what
 * the browser had to complain about. Does not own what is to be seen.
 */

import { readFocus } from './look.js';
import { readRecord, record } from './record.js';

/** @import { Browser, BrowserContext, ConsoleMessage, ElementHandle, Page } from 'puppeteer-core' */

/**
 * @typedef {object} VisitOptions
 * @property {number} [width] CSS pixels. Default: 1280.
 * @property {'light' | 'dark'} [scheme] Default: light.
 * @property {boolean} [javaScript] Default: true.
 * @property {boolean} [script] Whether the page's own script arrives. Default: true.
 * @property {readonly string[]} [languages] The browser's, best first. Default: its own.
 * @property {boolean} [clipboard] Whether the page may write to the clipboard. Default: true.
 */

const waitMs = 10_000;

/** What Chromium itself reports of an answer that is no success; the page cannot keep it from that. */
const networkReport = /^(Failed to load resource|Access to fetch at)/;

/** @typedef {{ type: string, text: string }} Line */

/**
 * @param {Page} page
 * @param {'KeyC' | 'KeyV'} key
 * @param {'Copy' | 'Paste'} command
 */
const pressControl = async (page, key, command) => {
  await page.keyboard.down('Control');
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up('Control');
};

/**
 * @param {Page} page
 * @param {string} file
 */
const withhold = async (page, file) => {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().endsWith(file)) request.abort();
    else request.continue();
  });
};

/**
 * @param {Page} page
 * @param {readonly string[]} languages
 */
const preferLanguages = async (page, languages) => {
  const session = await page.createCDPSession();
  await session.send('Emulation.setUserAgentOverride', {
    userAgent: await page.browser().userAgent(),
    acceptLanguage: languages.join(','),
  });
};

export class Visit {
  /** @type {Line[]} */ console = [];
  /** @type {string[]} */ requests = [];
  #context;
  page;

  /**
   * @param {BrowserContext} context
   * @param {Page} page
   */
  constructor(context, page) {
    this.#context = context;
    this.page = page;
    page.on('console', (line) => this.#note(line));
    page.on('pageerror', (error) =>
      this.console.push({ type: 'error', text: error instanceof Error ? error.message : '' }),
    );
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /**
   * @param {Browser} browser
   * @param {string} url
   * @param {VisitOptions} options
   */
  static async open(browser, url, options) {
    const {
      width = 1280,
      scheme = 'light',
      javaScript = true,
      script = true,
      clipboard = true,
      languages,
    } = options;
    const context = await browser.createBrowserContext();
    await context.overridePermissions(
      new URL(url).origin,
      clipboard ? ['clipboard-sanitized-write'] : [],
    );
    const page = await context.newPage();
    const visit = new Visit(context, page);
    await visit.show({ width, scheme });
    await page.evaluateOnNewDocument(record);
    if (languages) await preferLanguages(page, languages);
    await page.setJavaScriptEnabled(javaScript);
    if (!script) await withhold(page, 'page.js');
    await page.goto(url);
    if (javaScript && script) await visit.waitForState('needsWorkspace');
    return visit;
  }

  /** @param {{ width: number, scheme: 'light' | 'dark' }} look */
  async show({ width, scheme }) {
    await this.page.setViewport({ width, height: width < 600 ? 640 : 900 });
    await this.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  }

  /** Waits until colours have stopped to change. */
  async settle() {
    const isStill = () => {
      const root = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
      return !root?.getAnimations().some((one) => one instanceof CSSTransition);
    };
    await this.page.waitForFunction(isStill, { polling: 50, timeout: waitMs });
  }

  /** @param {ConsoleMessage} line */
  #note(line) {
    this.console.push({ type: line.type(), text: line.text() });
  }

  /** @returns {Line[]} What the page itself wrote or caused, apart from the browser's network reports. */
  get complaints() {
    return this.console.filter(
      ({ type, text }) => ['error', 'warn'].includes(type) && !networkReport.test(text),
    );
  }

  /** @returns {Promise<string[]>} */
  async violations() {
    return (await this.page.evaluate(readRecord)).violations;
  }

  /**
   * @param {string} role
   * @param {string} name The accessible name, exactly.
   * @returns {Promise<ElementHandle>} Waits until it is there.
   */
  async find(role, name) {
    const selector = `::-p-aria([name="${name}"][role="${role}"])`;
    const found = await this.page.waitForSelector(selector, { timeout: waitMs });
    if (!found) throw new Error(`No ${role} "${name}"`);
    return found;
  }

  /**
   * @param {string} role
   * @param {string} name
   */
  async has(role, name) {
    return (await this.page.$(`::-p-aria([name="${name}"][role="${role}"])`)) !== null;
  }

  /**
   * @param {string} role
   * @param {string} name
   */
  async click(role, name) {
    await (await this.find(role, name)).click();
  }

  /**
   * @param {string} name
   * @param {string} text Replaces what is in the field, as typing does.
   */
  async type(name, text) {
    const field = await this.find('textbox', name);
    await field.click({ count: 3 });
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(text);
  }

  /**
   * Pastes, as Ctrl+V does.
   *
   * @param {string} name
   * @param {string} text
   */
  async paste(name, text) {
    await this.pasteInto(await this.find('textbox', name), text);
  }

  /**
   * @param {ElementHandle} field
   * @param {string} text
   */
  async pasteInto(field, text) {
    await field.evaluate((node) => {
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) node.select();
    });
    await field.focus();
    await this.setClipboard(text);
    await this.pressPaste();
  }

  /** Ctrl+V where the focus is. */
  async pressPaste() {
    await pressControl(this.page, 'KeyV', 'Paste');
  }

  /**
   * Another tab copies or pastes, so that the page's own permissions play no part.
   *
   * @param {string} text What the other tab starts with.
   * @param {(tab: Page) => Promise<void>} use
   * @returns {Promise<string>} What the other tab ends with.
   */
  async #inOtherTab(text, use) {
    const tab = await this.#context.newPage();
    await tab.setContent('<textarea autofocus></textarea>');
    await tab.bringToFront();
    await tab.$eval(
      'textarea',
      (area, content) => {
        area.value = content;
        area.select();
      },
      text,
    );
    await use(tab);
    const result = await tab.$eval('textarea', (area) => area.value);
    await tab.close();
    await this.page.bringToFront();
    return result;
  }

  /** @param {string} text Of at least one character. */
  async setClipboard(text) {
    await this.#inOtherTab(text, (tab) => pressControl(tab, 'KeyC', 'Copy'));
  }

  /** @returns {Promise<string>} */
  clipboard() {
    return this.#inOtherTab('', (tab) => pressControl(tab, 'KeyV', 'Paste'));
  }

  /** @param {string} name */
  async value(name) {
    const field = await this.find('textbox', name);
    return field.evaluate((node) => Reflect.get(node, 'value'));
  }

  /** @param {string} name The state machine's. */
  async waitForState(name) {
    const selector = `agencyhandy-onboarding[state="${name}"]`;
    await this.page.waitForSelector(selector, { timeout: waitMs });
  }

  /** @returns {Promise<string | null>} */
  state() {
    return this.page.$eval('agencyhandy-onboarding', (node) => node.getAttribute('state'));
  }

  /**
   * @param {'status' | 'alert'} role
   * @returns {Promise<string>} Without the marks that isolate names from the text around.
   */
  async announced(role) {
    const text = await this.page.$eval(`>>> [role="${role}"]`, (node) => node.textContent ?? '');
    return text.replace(/[\u2066-\u2069]/g, '');
  }

  /**
   * @param {'status' | 'alert'} role
   * @param {RegExp} pattern
   * @param {number} [limitMs] Default: 10,000.
   * @returns {Promise<string>} The text, once it matches.
   */
  async waitForAnnouncement(role, pattern, limitMs = waitMs) {
    const endMs = Date.now() + limitMs;
    for (;;) {
      const text = await this.announced(role);
      if (pattern.test(text)) return text;
      if (Date.now() > endMs) throw new Error(`role=${role} says "${text}", not ${pattern}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Waits for the part of the page that is fetched at the first sign of a person. */
  async waitForLater() {
    // What happens in a shadow root wakes no waiting selector.
    await this.page.waitForFunction(
      () =>
        document.querySelector('agencyhandy-onboarding')?.shadowRoot?.querySelector('.reply ol'),
      { timeout: waitMs },
    );
  }

  /**
   * Picks it from the page's own list.
   *
   * @param {string} locale
   */
  async pickLanguage(locale) {
    await (await this.page.$('>>> .language select'))?.select(locale);
    await this.waitForLanguage(locale);
  }

  /** @param {string} locale */
  async waitForLanguage(locale) {
    const selector = `agencyhandy-onboarding[lang="${locale}"]`;
    await this.page.waitForSelector(selector, { timeout: waitMs });
  }

  /** @returns {Promise<string>} All that can be seen on the page. */
  text() {
    return this.page.$eval('>>> .page[lang]', (node) =>
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not to be in it.
      node instanceof HTMLElement ? node.innerText.replace(/[\u2066-\u2069]/g, '') : '',
    );
  }

  /** @returns {Promise<string>} The focused element: its tag, and its id, name or words. */
  focused() {
    return this.page.evaluate(readFocus);
  }

  async close() {
    await this.#context.close();
  }
}
