/**
 * Owns a host page's spying: whatever a page can patch in its own window is patched and written down.
 * Runs in the browser, before any other script.
 */

/* biome-ignore-all lint/suspicious/noExplicitAny: it patches whatever there is. */

/** Must not name anything outside itself: it is served as a text. */
const spy = () => {
  /** @type {[place: string, text: string][]} */
  const recorded = [];
  Object.defineProperty(window, 'recorded', { value: recorded });

  /** @param {unknown} value @param {number} [depth] @returns {string} */
  const show = (value, depth = 0) => {
    try {
      if (typeof value === 'string') return value;
      if (ArrayBuffer.isView(value)) {
        return String.fromCharCode(...new Uint8Array(value.buffer).slice(0, 60_000));
      }
      if (value instanceof Headers) return [...value].join();
      if (value === null || typeof value !== 'object' || depth > 3) return `${value}`;
      if (value instanceof Node || value === window) return '';
      return Object.entries(value)
        .map(([name, part]) => `${name}=${show(part, depth + 1)}`)
        .join();
    } catch {
      return '';
    }
  };
  let isBusy = false;
  const note = (/** @type {string} */ place, /** @type {unknown[]} */ ...values) => {
    if (isBusy) return;
    isBusy = true;
    for (const value of values) recorded.push([place, show(value)]);
    isBusy = false;
  };

  /** @param {any} owner @param {string} name */
  const patchMethod = (owner, name) => {
    const original = owner?.[name];
    if (typeof original !== 'function') return;
    owner[name] = function (/** @type {unknown[]} */ ...values) {
      const result = Reflect.apply(original, this, values);
      note(name, ...values, result);
      return result;
    };
  };
  /** @param {any} owner @param {string} name */
  const patchProperty = (owner, name) => {
    const property = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!property?.get || !property.configurable) return;
    const { get, set } = property;
    Object.defineProperty(owner, name, {
      ...property,
      get() {
        const value = Reflect.apply(get, this, []);
        note(`get ${name}`, value);
        return value;
      },
      set(value) {
        note(`set ${name}`, value);
        if (set) Reflect.apply(set, this, [value]);
      },
    });
  };

  /** @type {[any, string[]][]} */
  const methods = [
    [window, ['fetch', 'postMessage', 'open', 'atob', 'btoa', 'structuredClone']],
    [XMLHttpRequest.prototype, ['open', 'send', 'setRequestHeader']],
    [navigator, ['sendBeacon']],
    [globalThis.MessagePort?.prototype, ['postMessage']],
    [Headers.prototype, ['set', 'append', 'get']],
    [TextEncoder.prototype, ['encode', 'encodeInto']],
    [TextDecoder.prototype, ['decode']],
    [JSON, ['stringify', 'parse']],
    [Storage.prototype, ['setItem', 'getItem']],
    [DataTransfer.prototype, ['getData', 'setData']],
    [String.prototype, ['trim', 'replace', 'split', 'slice', 'charCodeAt', 'normalize']],
    [RegExp.prototype, ['exec', 'test']],
    [Array.prototype, ['join', 'push']],
    [globalThis.Clipboard?.prototype, ['writeText', 'readText']],
    [Element.prototype, ['setAttribute']],
    [URL.prototype, ['toString']],
    [EventTarget.prototype, ['dispatchEvent']],
  ];
  for (const [owner, names] of methods) for (const name of names) patchMethod(owner, name);

  for (const name of ['value', 'defaultValue']) {
    patchProperty(HTMLInputElement.prototype, name);
    patchProperty(HTMLTextAreaElement.prototype, name);
  }
  patchProperty(MessageEvent.prototype, 'data');
  patchProperty(CustomEvent.prototype, 'detail');
  patchProperty(InputEvent.prototype, 'data');
  patchProperty(ClipboardEvent.prototype, 'clipboardData');
  patchProperty(KeyboardEvent.prototype, 'key');
  patchProperty(Node.prototype, 'textContent');
  patchProperty(HTMLIFrameElement.prototype, 'src');

  /** @param {Event} event */
  const noteEvent = (event) => {
    const { type } = event;
    if (event instanceof KeyboardEvent) note(type, event.key);
    if (event instanceof InputEvent) note(type, event.data);
    if (event instanceof MessageEvent) note(type, event.data);
    if (event instanceof CustomEvent) note(type, event.detail);
    if (event instanceof ClipboardEvent) note(type, event.clipboardData?.getData('text/plain'));
    for (const node of event.composedPath()) {
      if (node instanceof HTMLInputElement) note(`${type} field`, node.value);
    }
  };
  const addListener = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (
    /** @type {string} */ type,
    /** @type {any} */ listener,
    /** @type {any} */ options,
  ) {
    note('addEventListener', type);
    const wrapped = (/** @type {Event} */ event) => {
      noteEvent(event);
      if (typeof listener === 'function') return Reflect.apply(listener, this, [event]);
      return listener?.handleEvent(event);
    };
    Reflect.apply(addListener, this, [type, listener && wrapped, options]);
  };
  for (const type of [
    'keydown',
    'keypress',
    'keyup',
    'beforeinput',
    'input',
    'change',
    'paste',
    'copy',
  ]) {
    Reflect.apply(addListener, window, [type, noteEvent, true]);
  }
  Reflect.apply(addListener, window, ['message', noteEvent, true]);
  Reflect.apply(addListener, window, ['credentials', noteEvent, true]);

  const attach = Element.prototype.attachShadow;
  /** @type {ShadowRoot[]} */
  const roots = [];
  Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ options) {
    const root = Reflect.apply(attach, this, [{ ...options, mode: 'open' }]);
    roots.push(root);
    return root;
  };

  /** Reaches into everything that it can get hold of. */
  const reach = () => {
    for (const root of [document, ...roots]) {
      for (const field of root.querySelectorAll('input, textarea'))
        note('reached', Reflect.get(field, 'value'));
      note('reached', root instanceof ShadowRoot ? root.innerHTML : root.documentElement.outerHTML);
      for (const frame of root.querySelectorAll('iframe')) {
        const inner = /** @type {any} */ (frame.contentWindow);
        for (const take of [
          () => frame.contentDocument?.documentElement.outerHTML,
          () => inner.document.documentElement.outerHTML,
          () => inner.location.href,
          () => inner.name,
          () => inner.localStorage.length,
          () => JSON.stringify(inner),
        ]) {
          try {
            note('reached frame', take());
          } catch (error) {
            note('reached frame', error);
          }
        }
      }
    }
    for (const entry of performance.getEntries()) note('performance', entry.name);
  };
  Object.defineProperty(window, 'reach', { value: reach });
  setInterval(reach, 200);
};

/** A classic script. */
export const recorderScript = `(${spy})();`;
