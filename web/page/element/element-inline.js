/**
 * Owns the inline mode: the whole app in the host page's own document, its styles with it. The host
 * receives the key, and the app says so.
 */

import css from '../styles/element.css';
import { createMount } from './mount.js';

/**
 * Needs no file beside the script and no `style-src`. All at once: it is here already.
 *
 * @param {ShadowRoot} root
 */
const adoptStyles = async (root) => {
  if (root.adoptedStyleSheets.length) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
};

export const mountInline = createMount({
  addStyles: adoptStyles,
  host: { origin: location.origin, receivesKey: true },
});
