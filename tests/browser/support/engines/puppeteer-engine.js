/** Owns Chromium (over CDP) and Firefox (over WebDriver BiDi) as engines, both through Puppeteer. */

import { launchChromium } from '../chromium.js';
import { launchFirefox } from '../firefox.js';

/** @import { Browser, BrowserContext, KeyInput, Page } from 'puppeteer-core' */
/** @import { Engine, Line, Profile, Tab } from './engine.js' */
/** @import { Key } from './keyboard.js' */
/** @typedef {'chromium' | 'firefox'} Kind */

/**
 * Chromium without a window leaves editing to its driver; Firefox knows its own shortcuts.
 *
 * @type {Readonly<Record<string, string>>}
 */
const commands = Object.freeze({ a: 'SelectAll', c: 'Copy', v: 'Paste' });

/**
 * Firefox before 153 has no command for the orientation, which is sent beside the size: the size counts.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {number} width
 * @param {number} height
 */
const setViewport = async (page, width, height) => {
  try {
    await page.setViewport({ width, height });
  } catch (error) {
    if (!String(error).includes('setScreenOrientationOverride')) throw error;
  }
};

/**
 * @param {Page} page
 * @param {Key} key
 * @param {Kind} kind
 */
const pressKey = async ({ keyboard }, key, kind) => {
  const [name, modifier] = /** @type {KeyInput[]} */ (
    key.replace('Space', ' ').split('+').reverse()
  );
  const command = modifier === 'Control' && kind === 'chromium' ? commands[name] : undefined;
  if (modifier) await keyboard.down(modifier);
  await keyboard.press(name, command ? { commands: [command] } : {});
  if (modifier) await keyboard.up(modifier);
};

/**
 * @param {Page} page
 * @param {Kind} kind
 * @returns {Tab}
 */
const toTab = (page, kind) => ({
  evaluate: (run, ...args) => page.evaluate(/** @type {any} */ (run), ...args),
  goto: async (url) => {
    await page.goto(url);
  },
  activate: () => page.bringToFront(),
  pressMouse: (x, y) => page.mouse.click(x, y),
  pressKey: (key) => pressKey(page, key, kind),
  write: (text) => page.keyboard.type(text),
  close: () => page.close(),
  print: () => page.pdf(),
});

/**
 * @param {Page} page
 * @param {Line[]} lines
 */
const listen = (page, lines) => {
  page.on('console', (line) => lines.push({ type: line.type(), text: line.text() }));
  page.on('pageerror', (error) => lines.push({ type: 'error', text: String(error) }));
};

/**
 * @param {BrowserContext} context
 * @param {Kind} kind
 * @returns {Promise<Profile>}
 */
const toProfile = async (context, kind) => {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Map<Page, Tab>} */
  const known = new Map();
  /** @param {Page} page */
  const know = (page) => {
    const tab = known.get(page) ?? toTab(page, kind);
    if (!known.has(page)) listen(page, lines);
    known.set(page, tab);
    return tab;
  };
  const newPage = async () => know(await context.newPage());
  const first = await context.newPage();
  know(first);
  return {
    tabs: async () => {
      const pages = await context.pages();
      return [first, ...pages.filter((page) => page !== first)].map(know);
    },
    newTab: newPage,
    resize: (width, height) => setViewport(first, width, height),
    console: lines,
    close: () => context.close(),
  };
};

/**
 * @param {BrowserContext} context
 * @param {string[]} origins
 */
const allowClipboard = async (context, origins) => {
  for (const origin of origins) {
    await context.overridePermissions(origin, ['clipboard-sanitized-write']);
  }
};

/**
 * @param {Kind} kind
 * @returns {Promise<Engine>}
 */
export const openPuppeteerEngine = async (kind) => {
  /** @type {Browser} */
  const browser = await (kind === 'chromium' ? launchChromium() : launchFirefox());
  return {
    open: async (origins) => {
      const context = await browser.createBrowserContext();
      // Firefox asks nobody after a click; Chromium without a window has nobody to ask.
      if (kind === 'chromium') await allowClipboard(context, origins);
      return toProfile(context, kind);
    },
    comesBackFromOtherSites: true,
    close: () => browser.close(),
  };
};
