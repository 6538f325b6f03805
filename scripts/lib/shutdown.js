// Owns the end of a script: what is closed, in which order, with which exit code, when a signal
// comes or when the parent is gone. Owns no child and no server; their owners register a closer.

const CLOSE_LIMIT_MS = 8_000;
const PARENT_CHECK_MS = 500;
// npm forwards the signal that the terminal has sent to the whole group: one Ctrl+C comes twice.
const REPEAT_MS = 1_000;

/** @typedef {() => unknown} Closer closes one thing; may return a promise */

/** @type {Set<Closer>} */
const closers = new Set();
let endingSinceMs = 0;

/**
 * Registers something to close at the end.
 * @param {Closer} closer called once, with nothing
 * @returns {() => void} takes it off the list again
 */
export function onShutdown(closer) {
  closers.add(closer);
  return () => {
    closers.delete(closer);
  };
}

/** @returns {boolean} whether the script is on its way out */
export function isShuttingDown() {
  return endingSinceMs > 0;
}

/**
 * Closes all that is registered, newest first, at most 8 seconds in all. Never rejects.
 * @returns {Promise<void>}
 */
export async function closeAll() {
  const all = [...closers].reverse();
  closers.clear();
  const closed = Promise.allSettled(all.map(async (close) => close()));
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, CLOSE_LIMIT_MS);
  });
  await Promise.race([closed, limit]);
  clearTimeout(timer);
}

/** @param {number} exitCode */
async function end(exitCode) {
  if (endingSinceMs > 0) {
    if (Date.now() - endingSinceMs > REPEAT_MS) process.exit(exitCode);
    return;
  }
  endingSinceMs = Date.now();
  await closeAll();
  process.exit(exitCode);
}

/**
 * Ends the script on SIGINT, SIGTERM and SIGHUP, and, where npm has started it, when npm is gone.
 * @param {{ exitCode?: number }} [options] the exit code after a signal; 128 + its number unless told
 */
export function endOnSignals({ exitCode } = {}) {
  process.on('SIGINT', () => end(exitCode ?? 130));
  process.on('SIGTERM', () => end(exitCode ?? 143));
  process.on('SIGHUP', () => end(exitCode ?? 129));
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end(exitCode ?? 143);
  }, PARENT_CHECK_MS).unref();
}
