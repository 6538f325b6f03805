// Owns the ear on a caller's signal: one listener for all calls that share it, since Node takes more than
// ten for a leak and warns of it.

/** @type {WeakMap<AbortSignal, Set<() => void>>} */
const watches = new WeakMap();

/** @this {AbortSignal} */
function follow() {
  watches.get(this)?.forEach((act) => {
    act();
  });
}

/**
 * @param {AbortSignal} signal
 * @param {() => void} act run where it aborts; not where it has aborted before
 * @returns {() => void} ends the watch; the last one takes the listener away
 */
export function watchAbort(signal, act) {
  const acts = watches.get(signal) ?? new Set();
  if (!acts.size) signal.addEventListener('abort', follow);
  watches.set(signal, acts.add(act));
  return () => {
    acts.delete(act);
    if (!acts.size) signal.removeEventListener('abort', follow);
  };
}
