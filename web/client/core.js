// Owns nothing of its own: what every entry of the package shares, in one file of the package.
export { AgencyHandy } from './agencyhandy.js';
export { Client } from './client.js';
export { AgencyHandyError, isAgencyHandyError } from './errors.js';
export { createLoad } from './load.js';
export { Onboarding } from './onboarding.js';
