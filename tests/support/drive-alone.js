// Owns a process with the client and nothing else, so that its memory is the client's. Calls come and
// outcomes go as messages.

import { load } from 'agencyhandy-onboarding';
import { drive } from './drive.js';

/** @import { Call } from './drive.js' */

const SAMPLE_MS = 1;
const agencyhandy = await load();

/** What is held, garbage that nobody has collected included. The process' own size jumps by chance. */
function holdBytes() {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

process.on('message', async (/** @type {Call} */ call) => {
  const before = holdBytes();
  let highest = before;
  const sample = () => {
    highest = Math.max(highest, holdBytes());
  };
  const timer = setInterval(sample, SAMPLE_MS);
  const outcome = await drive(agencyhandy, call);
  sample();
  clearInterval(timer);
  process.send?.({ outcome, grownBytes: highest - before });
});
