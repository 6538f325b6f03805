/** What `credentials` carries, in the inline mode alone. */
export interface AgencyHandyCredentials {
  /** The key that the API has just accepted. Treat it as a password. */
  apiKey: string;
  companyId: string;
}

/** The events of the element, by their names. */
export interface AgencyHandyOnboardingEventMap extends HTMLElementEventMap {
  /**
   * `mode="inline"` alone: the API accepted a key and the company is known. Neither bubbles nor leaves
   * a shadow root: listen on the element itself.
   */
  credentials: CustomEvent<AgencyHandyCredentials>;
  /** The API accepted a key (or its pasted reply) and the company is known. Bubbles, composed. */
  done: CustomEvent<{ companyId: string }>;
  /** The language that the element speaks, at the start and after each change. Bubbles, composed. */
  localechange: CustomEvent<{ locale: string }>;
  /** The element cannot work; the message says why. Does not bubble. */
  error: ErrorEvent;
}

/**
 * `<agencyhandy-onboarding>`: from no AgencyHandy API key to a first authenticated call.
 *
 * Attributes:
 * - `mode`: `frame` (default) or `inline`
 * - `src`: the `frame.html` of a deployed page, of another origin than this page's (frame)
 * - `frame-title`: the frame's accessible name (frame)
 * - `base-url`, `settings-url`: the API's address, a rehearsal's settings page (inline)
 * - `locale`: BCP 47; default: the nearest `lang`
 * - `theme`: `light`, `dark` or `auto` (default)
 *
 * Sets `state` in the inline mode: the name of the flow's state.
 *
 * CSS parts: `frame` and `error` (frame), `page` (inline).
 * CSS custom properties: `--agencyhandy-frame-height` (frame); `--agencyhandy-accent`,
 * `--agencyhandy-accent-strong`, `--agencyhandy-on-accent`, `--agencyhandy-font`,
 * `--agencyhandy-mono-font`, `--agencyhandy-radius` (inline).
 *
 * In the default mode the key stays in a document of another origin. In the inline mode this page
 * receives it, and the element says so.
 */
export declare class AgencyHandyOnboardingElement extends HTMLElement {
  static observedAttributes: string[];
  /** Mirrors the attribute. Default: `frame`. */
  get mode(): 'frame' | 'inline';
  set mode(mode: 'frame' | 'inline');
  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(name: string, before: string | null, now: string | null): void;
  addEventListener<K extends keyof AgencyHandyOnboardingEventMap>(
    type: K,
    listener: (this: this, event: AgencyHandyOnboardingEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AgencyHandyOnboardingEventMap>(
    type: K,
    listener: (this: this, event: AgencyHandyOnboardingEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'agencyhandy-onboarding': AgencyHandyOnboardingElement;
  }
}
