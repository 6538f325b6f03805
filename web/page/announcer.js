/**
 * Owns the two live regions: progress and success in the one `role=status`, failures in the one
 * `role=alert`. The nodes never change. What they say also stands, visibly, near its cause.
 */

import { h } from './dom.js';

/**
 * @typedef {object} Announcer
 * @property {readonly HTMLElement[]} nodes
 * @property {(text: string) => void} status Ends a failure that was announced before.
 * @property {(text: string) => void} alert
 * @property {() => void} clear
 */

/** @returns {Announcer} */
export const createAnnouncer = () => {
  const status = h('div.unseen', { role: 'status' });
  const alert = h('div.unseen', { role: 'alert' });

  /**
   * @param {string} progress
   * @param {string} failure
   */
  const say = (progress, failure) => {
    status.textContent = progress;
    alert.textContent = failure;
  };

  return {
    nodes: [status, alert],
    status: (text) => say(text, ''),
    alert: (text) => say('', text),
    clear: () => say('', ''),
  };
};
