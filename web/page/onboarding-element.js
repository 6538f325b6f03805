/**
 * Owns `<agencyhandy-onboarding>`: its attributes and its life. What stands inside is a mode's, and
 * whoever defines the element says which modes there are. The attributes come from the HTML alone,
 * never from the address bar. `element/element.md` documents all of it.
 */

/** @typedef {'frame' | 'inline'} ModeName */

/**
 * @typedef {object} Mounted What stands in the element now.
 * @property {() => void} update Takes over the attributes `locale` and `theme`.
 * @property {() => void} dispose
 */

/** @typedef {(element: HTMLElement, root: ShadowRoot) => Mounted} Mount */
/** @typedef {Partial<Record<ModeName, () => Mount | Promise<Mount>>>} Modes */

const tagName = 'agencyhandy-onboarding';

/** Where there is no document, on a server, the module still loads. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** What changes in place; any other attribute builds the inside anew. */
const changesInPlace = new Set(['locale', 'theme']);

/** @type {Modes} */
let modes = {};

export class AgencyHandyOnboardingElement extends Base {
  static observedAttributes = [
    'mode',
    'src',
    'frame-title',
    'base-url',
    'settings-url',
    ...changesInPlace,
  ];

  /** @type {Mounted | undefined} */ #mounted;
  /** @type {object | undefined} Another one for each mounting. */ #mounting;
  #root = this.attachShadow({ mode: 'open' });

  /** @returns {ModeName} */
  get mode() {
    return this.getAttribute('mode') === 'inline' ? 'inline' : 'frame';
  }

  set mode(mode) {
    this.setAttribute('mode', mode);
  }

  connectedCallback() {
    this.#mount();
  }

  disconnectedCallback() {
    this.#unmount();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#mounting) return;
    if (changesInPlace.has(name)) this.#mounted?.update();
    else this.#mount();
  }

  async #mount() {
    this.#unmount();
    const mounting = {};
    this.#mounting = mounting;
    // The written words between the tags, until there is more.
    this.#root.replaceChildren(document.createElement('slot'));
    try {
      const mount = await modes[this.mode]?.();
      if (this.#mounting === mounting) this.#mounted = mount?.(this, this.#root);
    } catch (error) {
      if (this.#mounting === mounting) this.dispatchEvent(new ErrorEvent('error', { error }));
    }
  }

  #unmount() {
    this.#mounting = undefined;
    this.#mounted?.dispose();
    this.#mounted = undefined;
  }
}

/**
 * @param {Modes} available How each mode comes to be mounted.
 */
export const defineElement = (available) => {
  modes = available;
  const registry = globalThis.customElements;
  if (registry && !registry.get(tagName)) registry.define(tagName, AgencyHandyOnboardingElement);
};
