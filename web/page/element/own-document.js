/** Owns what the site's own documents share: their style sheets, and that they follow the element's language. */

import { h } from '../dom.js';

/**
 * The document's own style sheets: the first one the browser has by then.
 *
 * @param {ShadowRoot} root
 * @param {string} file
 * @returns {Promise<void>} Also where it did not load: a plain page is better than none.
 */
export const linkStyles = (root, file) =>
  new Promise((resolve) => {
    const settle = () => resolve();
    const href = new URL(file, import.meta.url).href;
    root.append(h('link', { rel: 'stylesheet', href, load: settle, error: settle }));
  });

export const followLanguage = () =>
  document.addEventListener('localechange', (event) => {
    const { locale, dir, title } = /** @type {CustomEvent} */ (event).detail;
    Object.assign(document.documentElement, { lang: locale, dir });
    document.title = title;
  });
