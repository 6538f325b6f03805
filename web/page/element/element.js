/**
 * Owns the entry `agencyhandy-onboarding/element`: importing it defines the element. The frame's side
 * is all that it holds; the inline mode is loaded where an element asks for it.
 */

import { defineElement, AgencyHandyOnboardingElement as Element } from '../onboarding-element.js';
import { mountFrame } from './frame-mode.js';

defineElement({
  frame: () => mountFrame,
  inline: async () => (await import('./element-inline.js')).mountInline,
});

/** @type {typeof import('./public-types.d.ts').AgencyHandyOnboardingElement} What its types promise. */
export const AgencyHandyOnboardingElement = Element;
