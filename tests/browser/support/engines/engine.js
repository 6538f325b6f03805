/** Owns what a test may ask of a browser, whichever engine runs in it, and the list of the three engines. */

import { openPuppeteerEngine } from './puppeteer-engine.js';
import { openWebkitEngine } from './webkit-engine.js';

/** @import { Key } from './keyboard.js' */

/**
 * @typedef {object} Tab
 * @property {<Args extends unknown[], Result>(run: (...args: Args) => Result, ...args: Args) =>
 *   Promise<Awaited<Result>>} evaluate Runs a function, which may use nothing around it, in the page.
 *   Arguments and result are JSON.
 * @property {(url: string) => Promise<void>} goto
 * @property {() => Promise<void>} activate Puts the tab in front, as picking it in the tab strip does.
 * @property {(x: number, y: number) => Promise<void>} pressMouse Moves the pointer there and clicks.
 * @property {(key: Key) => Promise<void>} pressKey
 * @property {(text: string) => Promise<void>} write Types, key by key.
 * @property {() => Promise<void>} close
 * @property {() => Promise<Uint8Array>} [print] A PDF. Absent where the engine's driver cannot print.
 */

/**
 * @typedef {object} Profile As fresh as on a new machine; what it kept is gone once it is closed.
 * @property {() => Promise<Tab[]>} tabs The one that it started with comes first.
 * @property {() => Promise<Tab>} newTab
 * @property {(width: number, height: number) => Promise<void>} resize Sets the page's width; the height is
 *   about this.
 * @property {Line[]} [console] What all tabs wrote so far, where the engine's driver tells.
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Engine
 * @property {(origins: string[]) => Promise<Profile>} open The origins may write to the clipboard, as they
 *   may after a click in every browser with a window.
 * @property {boolean} comesBackFromOtherSites Whether its driver survives the way back from another site.
 * @property {() => Promise<void>} close Ends every process and removes every file that it had.
 */

/** @typedef {{ type: string, text: string }} Line */
/** @satisfies {Record<string, () => Promise<Engine>>} */
export const engines = {
  Chromium: () => openPuppeteerEngine('chromium'),
  Firefox: () => openPuppeteerEngine('firefox'),
  WebKitGTK: openWebkitEngine,
};
