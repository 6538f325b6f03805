/**
 * Owns `<agencyhandy-onboarding>`: its attributes, its life, and the page's events that reach it. The
 * attributes come from the HTML alone, never from the address bar. `state` mirrors the state machine.
 *
 * - `base-url`: the API's address. Default: https://api.agencyhandy.com
 * - `settings-url`: a rehearsal's settings page; the page then says that it is a rehearsal
 */

import { createApp } from './app.js';
import { h } from './dom.js';
import { pickLanguage } from './messages/languages.js';

const defaultBaseUrl = 'https://api.agencyhandy.com';

/**
 * The document's own style sheet, which the browser has by then.
 *
 * @param {() => void} onSettled Also where it did not load: a plain page is better than none.
 */
const createStyles = (onSettled) =>
  h('link', {
    rel: 'stylesheet',
    href: new URL('page.css', import.meta.url).href,
    load: onSettled,
    error: onSettled,
  });

export class AgencyHandyOnboardingElement extends HTMLElement {
  /** @type {ReturnType<typeof createApp> | undefined} */ #app;
  /** @type {AbortController | undefined} */ #connected;
  #root = this.attachShadow({ mode: 'open' });

  connectedCallback() {
    const app = createApp({
      baseUrl: this.getAttribute('base-url') ?? defaultBaseUrl,
      settingsUrl: this.getAttribute('settings-url') ?? undefined,
      language: pickLanguage([document.documentElement.lang]),
      onState: (name) => this.setAttribute('state', name),
    });
    this.#app = app;
    this.#listen(app);
    const guide = h('slot');
    const begin = () => {
      guide.replaceWith(app.node);
      app.session.start();
    };
    this.#root.replaceChildren(createStyles(begin), guide);
  }

  /** @param {ReturnType<typeof createApp>} app */
  #listen({ session, wipe }) {
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    addEventListener('pagehide', wipe, { signal });
    addEventListener('pageshow', (event) => event.persisted && wipe(), { signal });
    const onViolation = () => session.notePolicyViolation();
    document.addEventListener('securitypolicyviolation', onViolation, { signal });
    const onKeydown = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape' && session.cancel()) event.preventDefault();
    };
    this.addEventListener('keydown', onKeydown, { signal });
  }

  disconnectedCallback() {
    this.#connected?.abort();
    this.#app?.dispose();
    this.#app = undefined;
  }
}
