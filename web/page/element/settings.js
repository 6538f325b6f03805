/** Owns what an element is told of locale and theme, and how it reports what happened. */

import { toTheme } from './protocol.js';

/**
 * @param {Element} element
 * @returns {string | undefined} The nearest that is named: by the element itself, then around it.
 */
export const toWantedLocale = (element) =>
  element.getAttribute('locale') ||
  element.closest('[lang]')?.getAttribute('lang') ||
  document.documentElement.lang ||
  undefined;

/** @param {Element} element */
export const toWantedTheme = (element) => toTheme(element.getAttribute('theme')) ?? 'auto';

/**
 * Tells everyone around, out of shadow roots too: nothing of it is secret.
 *
 * @param {Element} element
 * @param {'done' | 'localechange'} type
 * @param {object} detail
 */
export const report = (element, type, detail) =>
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
