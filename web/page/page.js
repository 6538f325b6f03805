/** Owns the start of the page: it defines the element that the HTML already holds. */

import { AgencyHandyOnboardingElement } from './onboarding-element.js';

customElements.define('agencyhandy-onboarding', AgencyHandyOnboardingElement);
