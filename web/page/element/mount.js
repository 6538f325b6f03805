/**
 * Owns the app inside an element: it starts it, follows the element's attributes, and reports to
 * listeners. Used by the page, by the frame, and by the inline mode, which differ in the options.
 */

import { createApp } from '../app.js';
import { h } from '../dom.js';
import { pickLanguage } from '../messages/languages.js';
import { report, toWantedLocale } from './settings.js';

/** @import { Mount } from '../onboarding-element.js' */
/** @import { State } from '../session.js' */
/** @import { Host } from '../step.js' */
/** @typedef {ReturnType<typeof createApp>} App */

/**
 * @typedef {object} MountOptions
 * @property {(root: ShadowRoot, onSettled: () => void) => Node[]} addStyles Gives the nodes it needs.
 * @property {Host} [host] The page around, where it is not this page itself.
 */

const defaultBaseUrl = 'https://api.agencyhandy.com';

/**
 * The key is for the listeners of the element itself: it neither bubbles nor leaves a shadow root.
 *
 * @param {Element} element
 * @param {{ apiKey: string, companyId: string }} detail
 */
const handOver = (element, detail) =>
  element.dispatchEvent(new CustomEvent('credentials', { detail }));

/**
 * @param {HTMLElement} element
 * @param {App} app
 * @param {AbortSignal} signal
 */
const listen = (element, { session, wipe }, signal) => {
  addEventListener('pagehide', wipe, { signal });
  addEventListener('pageshow', (event) => event.persisted && wipe(), { signal });
  const onViolation = () => session.notePolicyViolation();
  document.addEventListener('securitypolicyviolation', onViolation, { signal });
  const onKeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape' && session.cancel()) event.preventDefault();
  };
  element.addEventListener('keydown', onKeydown, { signal });
};

/**
 * @param {HTMLElement} element
 * @param {Host} [host]
 * @returns {(state: State, key: string) => void} Reports each company that becomes ready, once.
 */
const createReporter = (element, host) => {
  /** @type {State['company']} */
  let reported;
  return ({ name, company }, apiKey) => {
    element.setAttribute('state', name);
    const ready = name === 'ready' ? company : undefined;
    if (ready === reported) return;
    reported = ready;
    if (!ready) return;
    report(element, 'done', { companyId: ready.id });
    if (host?.receivesKey && apiKey) handOver(element, { apiKey, companyId: ready.id });
  };
};

/**
 * @param {MountOptions} options
 * @returns {Mount}
 */
export const createMount =
  ({ addStyles, host }) =>
  (element, root) => {
    const connected = new AbortController();
    const pick = () => pickLanguage([toWantedLocale(element) ?? 'en']);
    const language = pick();
    const reportState = createReporter(element, host);
    const app = createApp({
      baseUrl: element.getAttribute('base-url') ?? defaultBaseUrl,
      settingsUrl: element.getAttribute('settings-url') ?? undefined,
      language,
      host,
      onState: (state) => reportState(state, app.session.key),
    });
    app.node.part.add('page');
    listen(element, app, connected.signal);
    const guide = h('slot');
    const begin = () => {
      guide.replaceWith(app.node);
      app.session.start();
      report(element, 'localechange', { locale: language.locale });
    };
    root.replaceChildren(...addStyles(root, begin), guide);
    return {
      update: () => {},
      dispose: () => {
        connected.abort();
        app.dispose();
      },
    };
  };
