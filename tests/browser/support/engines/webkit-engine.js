/** Owns WebKitGTK as an engine: MiniBrowser through WebKitWebDriver. */

import { keys } from './keyboard.js';
import { WebDriver } from './webdriver.js';
import { startWebkitProcesses } from './webkit-processes.js';

/** @import { Engine, Profile, Tab } from './engine.js' */
/** @import { Key } from './keyboard.js' */

const modifiers = Object.freeze({ Control: '\uE009', Shift: '\uE008' });

/** @param {string} value */
const stroke = (value) => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];

/** @param {Key} key */
const toActions = (key) => {
  const modifier = /^(Control|Shift)\+/.exec(key)?.[1];
  if (!modifier) return stroke(keys[key]);
  const value = modifiers[/** @type {keyof typeof modifiers} */ (modifier)];
  return [{ type: 'keyDown', value }, ...stroke(keys[key]), { type: 'keyUp', value }];
};

/** A session, whose commands go to one window at a time, and the windows as tabs. */
class Windows {
  #session;
  #current = '';

  /** @param {WebDriver} session */
  constructor(session) {
    this.#session = session;
  }

  /**
   * @param {string} handle
   * @returns {Promise<WebDriver>} The session, once its commands go to this window.
   */
  async switchTo(handle) {
    if (handle !== this.#current) await this.#session.send('POST', '/window', { handle });
    this.#current = handle;
    return this.#session;
  }

  /**
   * @param {string} handle
   * @returns {Tab}
   */
  toTab(handle) {
    const session = () => this.switchTo(handle);
    return {
      evaluate: async (run, ...args) => (await session()).evaluate(run, args),
      goto: async (url) => (await session()).send('POST', '/url', { url }),
      activate: async () => {
        await session();
      },
      pressMouse: async (x, y) => (await session()).click(x, y),
      pressKey: async (key) => (await session()).typeKeys(toActions(key)),
      write: async (text) => (await session()).typeKeys([...text].flatMap(stroke)),
      close: async () => {
        await (await session()).send('DELETE', '/window');
        this.#current = '';
      },
    };
  }
}

/**
 * @param {WebDriver} session
 * @returns {Promise<Profile>}
 */
const toProfile = async (session) => {
  const windows = new Windows(session);
  const first = await session.send('GET', '/window');
  return {
    tabs: async () => {
      /** @type {string[]} */
      const handles = await session.send('GET', '/window/handles');
      return [first, ...handles.filter((handle) => handle !== first)].map((handle) =>
        windows.toTab(handle),
      );
    },
    newTab: async () => {
      const { handle } = await session.send('POST', '/window/new', { type: 'tab' });
      return windows.toTab(handle);
    },
    resize: async (width, height) => {
      const rect = { x: 0, y: 0, width, height };
      await (await windows.switchTo(first)).send('POST', '/window/rect', rect);
    },
    close: async () => {
      await session.send('DELETE', '');
    },
  };
};

/** @returns {Promise<Engine>} */
export const openWebkitEngine = async () => {
  const { url, browserFile, close } = await startWebkitProcesses();
  const driver = new WebDriver(url);
  return {
    open: async () => {
      const session = await driver.newSession({
        'webkitgtk:browserOptions': { binary: browserFile, args: ['--automation'] },
      });
      return toProfile(session);
    },
    // WebKitWebDriver 2.50 loses the window when going back changes the process, whatever the page.
    comesBackFromOtherSites: false,
    close,
  };
};
