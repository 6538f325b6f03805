/**
 * Owns the start of the frame: it waits for the page around it, learns from the browser who that is,
 * and tells it height, locale, `done` and the Company ID. Until then nothing asks for a key.
 */

import { createMount } from './element/mount.js';
import { followLanguage, linkStyles } from './element/own-document.js';
import { readHostMessage, toMessage } from './element/protocol.js';
import { defineElement } from './onboarding-element.js';

/** @import { FrameMessage, HostMessage } from './element/protocol.js' */

const meta = document.querySelector('meta[name="frame-hosts"]');
const allowed = new Set(meta?.getAttribute('content')?.split(' '));

/** @param {string} origin */
const isAllowed = (origin) => allowed.has('*') || allowed.has(origin);

/** Whether the page around could reach into this document. */
const isReachable = () => {
  try {
    return Boolean(parent.document);
  } catch {
    return false;
  }
};

/**
 * The browser names the sender of a message; nobody can forge it. Further pages around, where the
 * browser tells, have to be on the list as well.
 *
 * @param {string} origin
 */
const isWelcome = (origin) =>
  origin !== 'null' &&
  !isReachable() &&
  [origin, ...(location.ancestorOrigins ?? [])].every(isAllowed);

/** @param {HostMessage} message */
const follow = ({ locale, theme }) => {
  const element = document.querySelector('agencyhandy-onboarding');
  if (locale) element?.setAttribute('locale', locale);
  if (theme) element?.setAttribute('theme', theme);
  if (theme) document.documentElement.dataset.theme = theme;
};

/** @param {string} origin */
const begin = (origin) => {
  const tell = (/** @type {FrameMessage} */ content) =>
    parent.postMessage(toMessage(content), origin);
  addEventListener('localechange', (event) => {
    if (event instanceof CustomEvent) tell({ locale: event.detail.locale });
  });
  addEventListener('done', (event) => {
    if (event instanceof CustomEvent) tell({ done: true, companyId: event.detail.companyId });
  });
  const measure = () => tell({ height: Math.ceil(document.body.getBoundingClientRect().height) });
  new ResizeObserver(measure).observe(document.body);
  followLanguage();
  const host = { origin, receivesKey: false };
  defineElement({ inline: () => createMount({ addStyles: linkStyles, host }) });
};

/** @type {string | undefined} */
let host;
addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || parent === window) return;
  const message = readHostMessage(data);
  if (!message || (host ?? origin) !== origin || !isWelcome(origin)) return;
  follow(message);
  if (host === undefined) begin(origin);
  host = origin;
});
