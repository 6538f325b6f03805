// Owns what is particular to the frame's document: which hosts may embed it, and the headers that
// differ for it. Owns no header that every file has (site.js).

import { PlainError } from './output.js';

/**
 * @param {string} text origins with commas or spaces between them, or `*`
 * @returns {string[]} exact origins, or `*` alone
 * @throws {PlainError} exit code 2, for anything else
 */
export function readFrameHosts(text) {
  const hosts = text.split(/[\s,]+/).filter(Boolean);
  const wrong = hosts.find((host) => host !== '*' && !isOrigin(host));
  if (wrong !== undefined || (hosts.length > 1 && hosts.includes('*'))) {
    throw new PlainError(
      `--frame-hosts takes origins such as https://tools.example, or * alone, not '${wrong ?? text}'`,
      { exitCode: 2 },
    );
  }
  return hosts;
}

/** A host may hold `;` and `*`, which mean something else in a policy. */
const plainOrigin = /^https?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d+)?$/;

/** @param {string} text */
function isOrigin(text) {
  return plainOrigin.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/**
 * What frame.html is served with, unlike the site's other files. A policy lists sources, and browsers
 * hold every policy they get: this one has to replace the site's, not to be added to it.
 * @param {string} policy the site's Content-Security-Policy
 * @param {readonly string[]} [frameHosts] what `readFrameHosts` gave; none: nobody may embed it
 * @returns {Record<string, string | undefined>} undefined: not sent
 */
export function frameHeaders(policy, frameHosts = []) {
  const ancestors = frameHosts.length > 0 ? frameHosts.join(' ') : "'none'";
  return {
    'Content-Security-Policy': policy.replace(
      "frame-ancestors 'none'",
      `frame-ancestors ${ancestors}`,
    ),
    // Means nothing in a frame.
    'Cross-Origin-Opener-Policy': undefined,
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
}
