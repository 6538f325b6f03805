/**
 * Owns a person in front of any engine: eyes that find things by role and name, and one hand, on the mouse or on
 * the keyboard. The hand is real input, sent by the engine's driver. Does not own what is to be seen.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { look, readFocus } from './look.js';
import { readRecord, record } from './record.js';

/** @import { Engine, Line, Profile, Tab } from './engines/engine.js' */
/** @import { Sight } from './look.js' */
/** @typedef {'mouse' | 'keyboard'} Hand */

const waitMs = 20_000;
const lookMs = 25;
const mostTabs = 80;

/** What a browser itself reports of an answer that is no success; the page cannot keep it from that. */
const networkReport = /^(Failed to load resource|Access to fetch at)/;

/**
 * @template Result
 * @param {string} what
 * @param {() => Promise<Result | null | undefined | false>} look May fail while a page is on its way.
 * @returns {Promise<Result>} The first that is something.
 */
export const waitFor = async (what, look) => {
  const endMs = Date.now() + waitMs;
  /** @type {unknown} */
  let cause;
  for (;;) {
    const found = await look().catch((error) => {
      cause = error;
    });
    if (found) return found;
    if (Date.now() > endMs) throw new Error(`Not in ${waitMs / 1000} s: ${what}`, { cause });
    await sleep(lookMs);
  }
};

/** Runs in the page. */
const readState = () => document.querySelector('agencyhandy-onboarding')?.getAttribute('state');

/**
 * Runs in the page.
 *
 * @param {string} role
 */
const readLive = (role) => {
  const shadow = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
  const text = (shadow ?? document).querySelector(`[role="${role}"]`)?.textContent ?? '';
  return text.replace(/[\u2066-\u2069]/g, '');
};

export class Person {
  #profile;
  tab;
  hand;

  /**
   * @param {Profile} profile
   * @param {Tab} tab Where the person looks.
   * @param {Hand} hand
   */
  constructor(profile, tab, hand) {
    this.#profile = profile;
    this.tab = tab;
    this.hand = hand;
  }

  /**
   * @param {Engine} engine
   * @param {string} url
   * @param {{ hand?: Hand, width?: number, allowed?: string[] }} [options] `allowed`: urls of other pages
   *   that may write to the clipboard.
   * @returns {Promise<Person>} In a fresh profile, the page ready.
   */
  static async open(engine, url, { hand = 'mouse', width = 1280, allowed = [] } = {}) {
    const origins = [url, ...allowed].map((one) => new URL(one).origin);
    const profile = await engine.open(origins);
    const [tab] = await profile.tabs();
    await profile.resize(width, 900);
    await tab.goto(url);
    await tab.evaluate(record);
    const person = new Person(profile, tab, hand);
    await person.waitForState('needsWorkspace');
    return person;
  }

  /** @returns {Promise<Person>} The same one, in the tab that was opened last, once it is there. */
  async toNewTab() {
    const tabs = await waitFor('another tab', async () => {
      const all = await this.#profile.tabs();
      return all.length > 1 && all;
    });
    const person = new Person(this.#profile, tabs[tabs.length - 1], this.hand);
    await person.tab.activate();
    return person;
  }

  /**
   * @param {string} role
   * @param {string} name
   * @returns {Promise<Sight>} Once it stands still and can be reached.
   */
  find(role, name) {
    /** @type {Sight | null} */
    let before = null;
    return waitFor(`${role} "${name}", free to be used`, async () => {
      const now = await this.tab.evaluate(look, role, name);
      const isStill = now && before && now.x === before.x && now.y === before.y;
      before = now;
      return isStill && !now.isCovered && now;
    });
  }

  /**
   * @param {string} role
   * @param {string} name
   */
  async has(role, name) {
    return (await this.tab.evaluate(look, role, name)) !== null;
  }

  /**
   * @param {string} role
   * @param {string} name
   * @returns {Promise<void>} Brings the focus there: by a click, or by Tab and, among radios, the arrows.
   */
  async reach(role, name) {
    const { x, y } = await this.find(role, name);
    if (this.hand === 'mouse') return this.tab.pressMouse(x, y);
    for (let presses = 0; presses < mostTabs; presses += 1) {
      const now = await this.tab.evaluate(look, role, name);
      if (now?.isFocused) return;
      const back = now?.isPassed ? 'Shift+Tab' : 'Tab';
      await this.tab.pressKey(now?.isSiblingFocused ? 'ArrowDown' : back);
    }
    throw new Error(`The keyboard does not reach ${role} "${name}"`);
  }

  /**
   * @param {'button' | 'link' | 'radio' | 'checkbox'} role
   * @param {string} name
   */
  async use(role, name) {
    await this.reach(role, name);
    if (this.hand === 'mouse') return;
    const isChoice = role === 'radio' || role === 'checkbox';
    await this.tab.pressKey(isChoice ? 'Space' : 'Enter');
  }

  /**
   * @param {string} name
   * @param {string} text Replaces what is in the field.
   */
  async write(name, text) {
    await this.reach('textbox', name);
    await this.tab.pressKey('Control+a');
    await this.tab.write(text);
  }

  /**
   * Ctrl+V, with what was copied before: the browser's own clipboard.
   *
   * @param {string} name
   */
  async paste(name) {
    await this.reach('textbox', name);
    await this.tab.pressKey('Control+a');
    await this.tab.pressKey('Control+v');
  }

  /**
   * In another tab, so that the page's own permissions play no part.
   *
   * @param {string} text What its field holds, selected.
   * @param {'Control+c' | 'Control+v'} key
   * @returns {Promise<string>} What its field holds then.
   */
  async #inOtherTab(text, key) {
    const tab = await this.#profile.newTab();
    await tab.activate();
    await tab.evaluate((content) => {
      const area = document.createElement('textarea');
      area.value = content;
      document.body.append(area);
      area.select();
    }, text);
    await tab.pressKey(key);
    const read = () => tab.evaluate(() => document.querySelector('textarea')?.value ?? '');
    const result = key === 'Control+v' ? await waitFor('a paste', read) : await read();
    await tab.close();
    await this.tab.activate();
    return result;
  }

  /** @param {string} text Of at least one character. */
  async setClipboard(text) {
    await this.#inOtherTab(text, 'Control+c');
  }

  /** @returns {Promise<string>} Of at least one character. */
  clipboard() {
    return this.#inOtherTab('', 'Control+v');
  }

  /** @param {string} name The state machine's. */
  async waitForState(name) {
    /** @type {string | null | undefined} */
    let state;
    await waitFor(`state ${name}`, async () => {
      state = await this.tab.evaluate(readState);
      return state === name;
    }).catch((error) => {
      throw new Error(`${error.message}, but ${state}`);
    });
  }

  /** @param {'status' | 'alert'} role */
  announced(role) {
    return this.tab.evaluate(readLive, role);
  }

  /**
   * @param {'status' | 'alert'} role
   * @param {RegExp} pattern
   * @returns {Promise<string>} The text, once it matches.
   */
  waitForAnnouncement(role, pattern) {
    return waitFor(`role=${role} that says ${pattern}`, async () => {
      const text = await this.announced(role);
      return pattern.test(text) && text;
    });
  }

  focused() {
    return this.tab.evaluate(readFocus);
  }

  /** @returns {Promise<string[]>} What the page's policy refused since the page was there. */
  async violations() {
    return (await this.tab.evaluate(readRecord)).violations;
  }

  /** @returns {Promise<Line[]>} What was written to the console, as the driver tells it and as the page saw it. */
  async console() {
    const { lines } = await this.tab.evaluate(readRecord);
    return [...(this.#profile.console ?? []), ...lines];
  }

  /** @returns {Promise<Line[]>} What the page itself wrote or caused, apart from the browser's network reports. */
  async complaints() {
    const lines = await this.console();
    return lines.filter(
      ({ type, text }) => ['error', 'warn'].includes(type) && !networkReport.test(text),
    );
  }

  async leave() {
    await this.#profile.close();
  }
}
