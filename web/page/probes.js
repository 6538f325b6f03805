/**
 * Owns the finding out why a call ended without a status. A web page is told nothing but "failed";
 * two more requests, without the key, tell some of the causes apart. Does not own the words.
 *
 * | cause                                     | no-cors | cors   |
 * |-------------------------------------------|---------|--------|
 * | no CORS headers at all                    | opaque  | fails  |
 * | the key's header is not allowed           | opaque  | status |
 * | a refusal of the key sent without CORS    | opaque  | either |
 * | server down, DNS, a blocker               | fails   | fails  |
 */

/**
 * - `offline`: the browser knows that it has no network
 * - `policy`: this page's own Content-Security-Policy stopped the call
 * - `unreachable`: nothing reaches the API from here
 * - `closed`: the server is up, its answers are not readable by web pages
 * - `headerRefused`: pages may read its answers, yet not this request's
 * - `slow`: a probe had no answer in time
 *
 * @typedef {'offline' | 'policy' | 'unreachable' | 'closed' | 'headerRefused' | 'slow'} Verdict
 */

const probeTimeoutMs = 5_000;

/** @type {RequestInit} */
const neverWith = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' };

/**
 * @param {string} url
 * @param {RequestInit} init
 * @param {AbortSignal} signal
 * @returns {Promise<'answered' | 'failed' | 'slow'>} Throws the signal's reason once it is aborted.
 */
const probe = async (url, init, signal) => {
  const limit = AbortSignal.timeout(probeTimeoutMs);
  try {
    await fetch(url, { ...neverWith, ...init, signal: AbortSignal.any([signal, limit]) });
    return 'answered';
  } catch {
    signal.throwIfAborted();
    return limit.aborted ? 'slow' : 'failed';
  }
};

/**
 * @param {string} url The address of the call that failed.
 * @param {{ signal: AbortSignal, blockedByPolicy: () => boolean }} options
 * @returns {Promise<Verdict>} Throws the signal's reason once it is aborted.
 */
export const diagnose = async (url, { signal, blockedByPolicy }) => {
  if (!navigator.onLine) return 'offline';
  // A no-cors request must follow redirects, by the fetch standard; it carries nothing to lose.
  const [opaque, readable] = await Promise.all([
    probe(url, { mode: 'no-cors' }, signal),
    probe(url, { mode: 'cors', redirect: 'error' }, signal),
  ]);
  if (blockedByPolicy()) return 'policy';
  if (readable === 'answered') return 'headerRefused';
  if (opaque === 'slow' || readable === 'slow') return 'slow';
  return opaque === 'answered' ? 'closed' : 'unreachable';
};
