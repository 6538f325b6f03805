// Owns the rule that one process at a time builds in this clone. Owns no build.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './output.js';
import { onShutdown } from './shutdown.js';

const RETRY_MS = 200;

/**
 * @param {string} lockFile
 * @returns {boolean} whether the lock is ours now
 */
function tryLock(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} lockFile
 * @returns {number | undefined} the process that holds the lock and is alive
 */
function liveHolder(lockFile) {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'));
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

/**
 * Runs `work` while no other process of this clone runs its own; waits for it before.
 * @template T
 * @param {string} lockFile
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(lockFile, work) {
  mkdirSync(dirname(lockFile), { recursive: true });
  let hasSaid = false;
  while (!tryLock(lockFile)) {
    const holder = liveHolder(lockFile);
    if (holder === undefined) {
      // Its process is gone, or has not written its number yet: look once more before taking it.
      await sleep(RETRY_MS);
      if (liveHolder(lockFile) === undefined) rmSync(lockFile, { force: true });
      continue;
    }
    if (!hasSaid) say(`waiting for another build in this folder (process ${holder})`);
    hasSaid = true;
    await sleep(RETRY_MS);
  }
  const unlock = () => rmSync(lockFile, { force: true });
  const forget = onShutdown(unlock);
  try {
    return await work();
  } finally {
    forget();
    unlock();
  }
}
