/**
 * Owns how elements are made: by name, attributes, listeners and children, never from markup text,
 * so that the page runs under Trusted Types 'none'. Does not own what is shown.
 */

/** @typedef {{ handle(event: Event): void }['handle']} Listener */
/** @typedef {Node | string | null | undefined} Child */
/** @typedef {Record<string, string | number | boolean | undefined | Listener>} Attributes */

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
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {readonly (Child | readonly Child[])[]} children
 */
const furnish = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  for (const child of children.flat()) if (child) element.append(child);
  return element;
};

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes] A function is a listener named by its attribute (`click`), a
 *   boolean an attribute that is there or not, undefined none.
 * @param {...(Child | readonly Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export const h = (tag, attributes = {}, ...children) =>
  furnish(document.createElement(tag), attributes, children);

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
  return furnish(
    document.createElementNS(svgNamespace, 'svg'),
    { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' },
    [path],
  );
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
export const isolated = (text) => h('bdi', {}, text);

/**
 * A label as it stands in AgencyHandy's own screens.
 *
 * @param {string} label
 */
export const vendorLabel = (label) => h('b', { lang: 'en', class: 'vendor' }, label);

/**
 * Words for assistive technology alone.
 *
 * @param {string} text
 */
export const unseen = (text) => h('span', { class: 'unseen' }, text);

/**
 * @param {Element} element
 * @param {Child | readonly Child[]} content
 */
export const fill = (element, content) => {
  const children = [content].flat().filter((child) => child !== null && child !== undefined);
  element.replaceChildren(...children);
};
