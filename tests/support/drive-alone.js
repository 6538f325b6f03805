// Owns a process with the client and nothing else, so that its memory is the client's. Calls come and
// outcomes go as messages.

import { load } from 'agencyhandy-onboarding';
import { drive } from './drive.js';

/** @import { Call } from './drive.js' */

const agencyhandy = await load();
process.on('message', async (/** @type {Call} */ call) => {
  process.send?.(await drive(agencyhandy, call));
});
