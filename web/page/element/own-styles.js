/** Owns how the site's own documents bring their style sheet into the element. */

import { h } from '../dom.js';

/**
 * The document's own style sheet, which the browser has by then.
 *
 * @param {ShadowRoot} _root
 * @param {() => void} onSettled Also where it did not load: a plain page is better than none.
 */
export const linkStyles = (_root, onSettled) => [
  h('link', {
    rel: 'stylesheet',
    href: new URL('page.css', import.meta.url).href,
    load: onSettled,
    error: onSettled,
  }),
];
