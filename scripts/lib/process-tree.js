// Owns ending a process with all that it has started, also what has left its process group (dpkg
// under apt-get, compilers under ninja). Owns no start of a process.

import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const KILL_AFTER_MS = 5_000;
const LOOK_MS = 50;

/**
 * @param {number} pid
 * @returns {{ state: string, parent: number, group: number } | undefined} undefined where there is no
 *   such process, or no /proc
 */
function readProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it stands in brackets and may hold anything.
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent), group: Number(group) };
  } catch {
    return undefined;
  }
}

/** @returns {number[]} of every process on this machine; empty where there is no /proc */
function listPids() {
  try {
    return readdirSync('/proc').map(Number).filter(Boolean);
  } catch {
    return [];
  }
}

/**
 * @param {number} head a process that leads its own group
 * @returns {number[]} the head, its group and all descendants that run
 */
export function listTree(head) {
  const all = listPids().flatMap((pid) => {
    const found = readProcess(pid);
    return found && found.state !== 'Z' ? [{ pid, ...found }] : [];
  });
  const tree = new Set([head, ...all.filter(({ group }) => group === head).map(({ pid }) => pid)]);
  // A set grows while it is walked, so that children of children are found too.
  for (const pid of tree) {
    for (const child of all) if (child.parent === pid) tree.add(child.pid);
  }
  return [...tree];
}

/**
 * @param {number} pid negative for a group
 * @param {NodeJS.Signals} signal
 */
function signal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already, or not ours to signal (sudo).
  }
}

/**
 * @param {number} head
 * @param {number[]} tree
 * @param {NodeJS.Signals} name
 */
function signalTree(head, tree, name) {
  signal(-head, name);
  for (const pid of tree) signal(pid, name);
}

/**
 * Kills a tree at once.
 * @param {number} head
 */
export function killTree(head) {
  signalTree(head, listTree(head), 'SIGKILL');
}

/** @param {number} pid */
function isRunning(pid) {
  const found = readProcess(pid);
  return found !== undefined && found.state !== 'Z';
}

/**
 * Ends a tree: SIGTERM, and SIGKILL for what is left after 5 seconds.
 * @param {number} head
 * @returns {Promise<void>} settles when all are gone, or have been killed
 */
export async function endTree(head) {
  const tree = listTree(head);
  signalTree(head, tree, 'SIGTERM');
  const endMs = Date.now() + KILL_AFTER_MS;
  while (tree.some(isRunning)) {
    if (Date.now() > endMs) {
      signalTree(head, [...tree, ...listTree(head)], 'SIGKILL');
      return;
    }
    await sleep(LOOK_MS);
  }
}
