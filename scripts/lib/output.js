// Owns what a person reads: plain lines, durations, and errors that need no stack. Owns no
// decision about when to print.

/** An error that its message explains. It is printed without a stack. */
export class PlainError extends Error {
  /**
   * @param {string} message one line, says what is wrong and what to do
   * @param {{ exitCode?: number, details?: string }} [options] `exitCode` is 1 unless told;
   *   `details` is printed below the message, e.g. a command's output
   */
  constructor(message, { exitCode = 1, details = '' } = {}) {
    super(message);
    this.name = 'PlainError';
    this.exitCode = exitCode;
    this.details = details;
  }
}

/**
 * Prints one line on standard output.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * @param {number} durationMs
 * @returns {string} '0.4 s', '24 s', '2 min 5 s'
 */
export function formatDuration(durationMs) {
  const seconds = durationMs / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 120) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * @param {string[]} words
 * @returns {string} 'a', 'a and b', 'a, b and c'
 */
export function listWords(words) {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
