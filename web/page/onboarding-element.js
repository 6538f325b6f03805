/**
 * Owns `<agencyhandy-onboarding>`: its attributes, its life, and the page's events that reach it. The
 * attributes come from the HTML alone, never from the address bar. `state` mirrors the state machine.
 *
 * - `base-url`: the API's address. Default: https://api.agencyhandy.com
 * - `settings-url`: a rehearsal's settings page; the page then says that it is a rehearsal
 */

import { createApp } from './app.js';
import { pickLanguage } from './messages/languages.js';
import styles from './styles/element.css';

const defaultBaseUrl = 'https://api.agencyhandy.com';

const createSheet = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
};

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
    this.#root.adoptedStyleSheets = [createSheet()];
    this.#root.replaceChildren(app.node);
    this.#listen(app);
    app.session.start();
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
