/** Owns the search for a text in every place where a browser keeps one. */

/** Runs in the page: every text that is stored, shown in the address bar, or written into the tree. */
const collect = async () => {
  /** @type {[place: string, text: string][]} */
  const found = [
    ['URL', location.href],
    ['title', document.title],
    ['history.state', JSON.stringify(history.state)],
    ['cookie', document.cookie],
    ['window.name', window.name],
    ['referrer', document.referrer],
  ];
  for (const [name, storage] of Object.entries({ localStorage, sessionStorage })) {
    for (const [key, value] of Object.entries(storage)) found.push([name, `${key}=${value}`]);
  }
  for (const { name = '' } of await indexedDB.databases()) found.push(['IndexedDB', name]);
  for (const name of await caches.keys()) found.push(['caches', name]);

  /** @param {Document | ShadowRoot | Element} parent */
  const walk = (parent) => {
    for (const element of parent.children) {
      for (const { name, value } of element.attributes) {
        found.push([`attribute ${element.localName}[${name}]`, value]);
      }
      for (const node of element.childNodes) {
        if (node instanceof Text) found.push([`text of ${element.localName}`, node.data]);
      }
      if (element.shadowRoot) walk(element.shadowRoot);
      walk(element);
    }
  };
  walk(document);
  for (const entry of performance.getEntries()) found.push(['performance', entry.name]);
  return found;
};

/** @typedef {[place: string, text: string][]} Places */

/**
 * @param {{ evaluate: (run: () => Promise<Places>) => Promise<Places> }} page In whichever engine.
 * @returns {Promise<Places>}
 */
export const collectPlaces = (page) => page.evaluate(collect);

const pieceLength = 12;

/**
 * @param {readonly (readonly [place: string, text: string])[]} places
 * @param {string} secret
 * @returns {string[]} The places that hold the secret or a piece of it.
 */
export const findSecret = (places, secret) => {
  const pieces = Array.from({ length: secret.length - pieceLength + 1 }, (_, at) =>
    secret.slice(at, at + pieceLength),
  );
  return places
    .filter(([, text]) => pieces.some((piece) => text.includes(piece)))
    .map(([place]) => place);
};
