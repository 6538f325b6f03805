/**
 * Owns the answer to one question: does a form post come from the sandbox's own page? Another page must
 * not be able to press Generate, for that would kill the key in use.
 */

/**
 * The first witness that is there decides: the browser's Sec-Fetch-Site; else an Origin that names one
 * (it is `null` under `Referrer-Policy: no-referrer`); else the token that only the page itself could read.
 *
 * @param {object} post
 * @param {string | undefined} post.secFetchSite
 * @param {string | undefined} post.origin
 * @param {string} post.ownOrigin
 * @param {string | null} post.token
 * @param {string} post.ownToken
 * @returns {boolean}
 */
export const isOwnPost = ({ secFetchSite, origin, ownOrigin, token, ownToken }) => {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin';
  if (origin !== undefined && origin !== 'null') return origin === ownOrigin;
  return token === ownToken;
};
