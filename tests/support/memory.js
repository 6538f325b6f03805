// Owns the measuring of memory from outside: what a process and all that it has started hold, sampled
// while something runs. Linux only. Owns no limit.

import { readdirSync, readFileSync } from 'node:fs';

/** @import { Outcome } from './drive.js' */

const SAMPLE_MS = 5;

/** Why nothing can be measured; undefined where it can. */
export const noMemory =
  process.platform === 'linux' ? undefined : 'memory is read from /proc, which only Linux has';

/**
 * @param {number} pid
 * @returns {string} '' where the process is gone
 */
function readStatus(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {string} status
 * @param {string} field
 */
function readField(status, field) {
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}

/**
 * @param {number} root
 * @returns {number[]} with its descendants
 */
function listTree(root) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), readField(readStatus(Number(name)), 'PPid')]),
  );
  const found = [root];
  for (const parent of found) {
    for (const [pid, known] of parents) if (known === parent) found.push(pid);
  }
  return found;
}

/**
 * @param {number[]} pids
 * @returns {number} bytes, without what is a copy of a file
 */
function holdBytes(pids) {
  return pids.reduce((sum, pid) => {
    const status = readStatus(pid);
    return sum + (readField(status, 'VmRSS') - readField(status, 'RssFile')) * 1024;
  }, 0);
}

/**
 * @param {number} pid
 * @param {() => Promise<Outcome>} run
 * @returns {Promise<{ outcome: Outcome, grownBytes: number }>} at its highest
 */
export async function watchMemory(pid, run) {
  const pids = listTree(pid);
  const before = holdBytes(pids);
  let highest = before;
  const sample = () => {
    highest = Math.max(highest, holdBytes(pids));
  };
  const timer = setInterval(sample, SAMPLE_MS);
  try {
    const outcome = await run();
    sample();
    return { outcome, grownBytes: highest - before };
  } finally {
    clearInterval(timer);
  }
}
