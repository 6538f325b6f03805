/**
 * Owns the app inside an element: it starts it, follows the element's attributes, and reports to
 * listeners. Used by the page, by the frame, and by the inline mode, which differ in the options.
 */

import { createApp } from '../app.js';
import { h } from '../dom.js';
import { report, toWantedLocale } from './settings.js';

/** @import { Translator } from '../i18n.js' */

/** @import { Mount } from '../onboarding-element.js' */
/** @import { State } from '../session.js' */
/** @import { Host } from '../step.js' */
/** @typedef {ReturnType<typeof createApp>} App */

/**
 * @typedef {object} MountOptions
 * @property {(root: ShadowRoot, file: string) => Promise<void>} addStyles Of `page.css`, then of `later.css`.
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
 * @param {Element} element
 * @param {Host} [host]
 * @returns {readonly string[]} Of a page around that receives the key also the words around the element count.
 */
const toWanted = (element, host) => {
  const named = host?.receivesKey ? toWantedLocale(element) : element.getAttribute('locale');
  return [...(named ? [named] : []), ...navigator.languages];
};

/**
 * @param {HTMLElement} element
 * @param {Translator} t
 */
const speak = (element, { locale, dir, text }) => {
  Object.assign(element, { lang: locale, dir });
  report(element, 'localechange', { locale, dir, title: text('page.documentTitle') });
};

/**
 * @param {MountOptions} options
 * @returns {Mount}
 */
export const createMount =
  ({ addStyles, host }) =>
  (element, root) => {
    const connected = new AbortController();
    const reportState = createReporter(element, host);
    const app = createApp({
      baseUrl: element.getAttribute('base-url') ?? defaultBaseUrl,
      settingsUrl: element.getAttribute('settings-url') ?? undefined,
      host,
      wanted: toWanted(element, host),
      onState: (state) => reportState(state, app.session.key),
      onLanguage: (t) => speak(element, t),
      addStyles: (file) => addStyles(root, file),
    });
    app.node.part.add('page');
    listen(element, app, connected.signal);
    const guide = h('slot');
    root.replaceChildren(guide);
    const begin = async () => {
      try {
        await Promise.all([addStyles(root, 'page.css'), app.open()]);
      } catch {
        return; // The written guide stays, which needs nothing.
      }
      guide.replaceWith(app.node);
      app.session.start();
    };
    begin();
    return {
      update: () => {
        app.speak(toWanted(element, host));
      },
      dispose: () => {
        connected.abort();
        app.dispose();
      },
    };
  };
