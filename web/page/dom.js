/**
 * Owns how elements are made: by name, attributes, listeners and children, never from markup text,
 * so that the page runs under Trusted Types 'none'. Does not own what is shown.
 */

/** @typedef {{ handle(event: Event): void }['handle']} Listener */
/** @typedef {Node | string | null | undefined} Child */
/** @typedef {Record<string, string | number | boolean | undefined | Listener>} Attributes */
/** @typedef {Child | readonly Child[] | Attributes} Part */

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * @param {Element} element
 * @param {string} name
 * @param {Attributes[string]} value
 */
const setAttribute = (element, name, value) => {
  if (typeof value === 'function') element.addEventListener(name, value);
  else if (typeof value === 'boolean') element.toggleAttribute(name, value);
  else if (value !== undefined) element.setAttribute(name, String(value));
};

/**
 * @param {Part} part
 * @returns {part is Child | readonly Child[]}
 */
const isContent = (part) => typeof part !== 'object' || part instanceof Node || Array.isArray(part);

/**
 * @template {Element} E
 * @param {E} element
 * @param {readonly Part[]} parts
 */
const furnish = (element, parts) => {
  for (const part of parts) {
    if (part === null) continue;
    if (isContent(part)) element.append(...[part].flat().filter((child) => child != null));
    else for (const [name, value] of Object.entries(part)) setAttribute(element, name, value);
  }
  return element;
};

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K | `${K}.${string}`} selector A tag, with its classes behind dots.
 * @param {...Part} parts Children and attributes. Among the attributes a function is a listener named
 *   by its key (`click`), a boolean an attribute that is there or not, undefined none.
 * @returns {HTMLElementTagNameMap[K]}
 */
export const h = (selector, ...parts) => {
  const [tag, ...classes] = selector.split('.');
  const element = document.createElement(/** @type {K} */ (tag));
  if (classes.length) element.className = classes.join(' ');
  return furnish(element, parts);
};

/**
 * @param {Child | readonly Child[]} label
 * @param {() => void} act
 * @param {'primary' | 'quiet'} [look] Default: quiet.
 */
export const createButton = (label, act, look = 'quiet') =>
  h(`button.button.${look}`, { type: 'button', click: act }, label);

/**
 * @param {string} label
 * @param {Attributes} attributes
 */
export const createOutLink = (label, attributes) =>
  h('a', { target: '_blank', rel: 'noopener noreferrer', ...attributes }, label, icon('out'));

/** @type {Readonly<Record<string, string>>} */
const iconPaths = {
  alert: 'M12 7.5v5.5m0 3.4v.1M12 3 2.5 20h19z',
  check: 'm5 12.8 4.4 4.4L19 7.4',
  copy: 'M9 9h11v11H9zM5.5 15H4V4h11v1.5',
  info: 'M12 11v6m0-9.6v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0',
  key: 'M10.6 13.4 20 4m-3.4 3.4 2.6 2.6m-5.4.4 1.8 1.8M12 16.5a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0',
  out: 'M14 4h6v6m0-6-9 9M10 5H4v15h15v-6',
};

/**
 * @param {string} name
 * @returns {SVGElement} Hidden from assistive technology: words stand beside it.
 */
export const icon = (name) => {
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', iconPaths[name]);
  const attributes = { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' };
  return furnish(document.createElementNS(svgNamespace, 'svg'), [attributes, path]);
};

/**
 * Command, address or header: left to right in every language.
 *
 * @param {Child} content
 */
export const code = (content) => h('code', { dir: 'ltr' }, content);

/**
 * A text that came from outside, kept from disturbing the text around it.
 *
 * @param {string} text
 */
export const isolated = (text) => h('bdi', text);

/**
 * A label as it stands in AgencyHandy's own screens.
 *
 * @param {string} label
 */
export const vendorLabel = (label) => h('b.vendor', { lang: 'en', dir: 'ltr' }, label);

/** The way to the keys, in AgencyHandy's own words. */
export const settingsPath = 'Settings → Workspace Config → API Key';

/**
 * Words for assistive technology alone.
 *
 * @param {string} text
 */
export const unseen = (text) => h('span.unseen', text);

/**
 * @param {Element} element
 * @param {Child | readonly Child[]} content
 */
export const fill = (element, content) => {
  element.replaceChildren();
  furnish(element, [content]);
};
