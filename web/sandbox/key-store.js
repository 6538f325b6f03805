/**
 * Owns the one API key that a workspace has at a time: making it, replacing it, recognising it.
 * Does not own who may make one (settings-routes.js) or what a request needs besides (api-routes.js).
 *
 * A key is a JWT signed with HS256. The secret is random for each store, so no key of an earlier run
 * works. A key is never logged and never part of an error.
 */

import { createHmac, randomBytes, randomUUID } from 'node:crypto';

/**
 * @typedef {object} KeyStore
 * @property {() => boolean} exists Whether a key has been generated; an expired one counts.
 * @property {(companyId: string | undefined) => string} generate Makes a key; the one before dies at once.
 * @property {(candidate: string | undefined) => boolean} accepts Whether this exact text is the current
 *   key and has not expired.
 */

/** @param {object} part */
const toBase64Url = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * @param {object} payload
 * @param {Buffer} secret
 */
const signJwt = (payload, secret) => {
  const signed = `${toBase64Url({ alg: 'HS256', typ: 'JWT' })}.${toBase64Url(payload)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};

const nowSeconds = () => Math.floor(Date.now() / 1000);

/**
 * @param {number | undefined} lifetimeSeconds Undefined: keys carry no `exp` and do not expire.
 * @returns {KeyStore}
 */
export const createKeyStore = (lifetimeSeconds) => {
  const secret = randomBytes(32);
  const memberId = randomBytes(12).toString('hex');
  /** @type {{ key: string, expiresAtSeconds: number } | undefined} */
  let current;

  return {
    exists: () => current !== undefined,
    generate: (companyId) => {
      const iat = nowSeconds();
      const exp = lifetimeSeconds === undefined ? undefined : iat + lifetimeSeconds;
      const payload = { member: memberId, company: companyId, jti: randomUUID(), iat, exp };
      current = {
        key: signJwt(payload, secret),
        expiresAtSeconds: exp ?? Number.POSITIVE_INFINITY,
      };
      return current.key;
    },
    accepts: (candidate) =>
      current !== undefined && candidate === current.key && nowSeconds() < current.expiresAtSeconds,
  };
};
