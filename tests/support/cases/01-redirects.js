// Owns the cases of row 1 of the promises: a redirect is never followed, and the key never leaves its
// origin.

import assert from 'node:assert/strict';
import { makeCertificate, trustingAny } from '../certificate.js';
import { expectError } from '../expect.js';
import { redirect } from '../faults.js';
import { companyId, key, rolesRequest } from '../samples.js';

/** @import { Case, Stage } from '../stage.js' */

/**
 * @typedef {object} Form one way of writing a target
 * @property {string} name
 * @property {(api: number, third: number) => string} locate from the two ports
 * @property {string} [host] of the API
 * @property {boolean} [secure] the API speaks https
 * @property {boolean} [hasCredentials] no browser lets a page of another origin follow it
 * @property {(third: number) => string} [names] the origin that the error names
 */

/** @type {Form[]} */
export const forms = [
  { name: 'another host', locate: (_, third) => `http://localhost:${third}/a?b=1` },
  { name: 'another port', locate: (_, third) => `http://127.0.0.1:${third}/a?b=1` },
  {
    name: 'a sub-domain',
    host: 'localhost',
    locate: (_, third) => `http://evil.localhost:${third}/a`,
    names: (third) => `http://evil.localhost:${third}`,
  },
  {
    name: 'http instead of https',
    secure: true,
    locate: (_, third) => `http://127.0.0.1:${third}/`,
  },
  { name: '//host', locate: (_, third) => `//127.0.0.1:${third}/a` },
  { name: '\\\\host', locate: (_, third) => `\\\\127.0.0.1:${third}/a` },
  { name: '/\\host', locate: (_, third) => `/\\127.0.0.1:${third}/a` },
  {
    name: 'the API as a user name',
    hasCredentials: true,
    locate: (api, third) => `http://127.0.0.1:${api}@127.0.0.1:${third}/a`,
  },
  {
    name: 'user name and password',
    hasCredentials: true,
    locate: (_, third) => `http://api:word@127.0.0.1:${third}/a`,
  },
  { name: 'a fragment', locate: (_, third) => `http://127.0.0.1:${third}/a#b` },
];

/**
 * @param {string} message
 * @param {string} origin
 */
function expectOriginOnly(message, origin) {
  assert.match(message, new RegExp(`${origin.replaceAll('.', '\\.')}\\.?$`));
}

/**
 * @param {Stage} stage
 * @param {Form} form
 * @param {number} status
 * @param {string} method
 */
async function refuse(stage, { locate, host, secure, names }, status, method) {
  const third = await stage.listen();
  const server = await stage.listen(secure ? { tls: makeCertificate() } : {});
  const api = server.serve(redirect(status, locate(server.port, third.port)), host);
  const call = {
    client: { apiKey: key, companyId, baseUrl: api.baseUrl },
    request: { ...rolesRequest, method },
  };
  const outcome = await (secure ? trustingAny(() => stage.drive(call)) : stage.drive(call));
  const error = expectError(outcome, { kind: 'redirect_refused', retryable: false });
  stage.figure('connections that third parties of redirects saw', third.connections());
  assert.equal(third.connections(), 0, 'connections that the third party saw');
  assert.equal(api.requests.length, 1);
  if (stage.host !== 'node') return;
  assert.equal(error.status, status);
  const origin = names?.(third.port) ?? new URL(locate(server.port, third.port), api.origin).origin;
  expectOriginOnly(error.message, origin);
}

const reason = 'a page is told neither the status nor the target of a redirect';
const untold = { chromium: reason, firefox: reason };

/** @type {Case[]} */
const matrix = [301, 302, 303, 307, 308].flatMap((status) =>
  forms.map((form) => ({
    name: `refuses a ${status} to ${form.name}`,
    inPart: untold,
    run: (/** @type {Stage} */ stage) => refuse(stage, form, status, 'GET'),
  })),
);

/** @type {Case[]} */
const writes = [301, 302, 303, 307, 308].map((status) => ({
  name: `refuses a ${status} of a POST`,
  inPart: untold,
  run: (stage) => refuse(stage, forms[1], status, 'POST'),
}));

/**
 * @param {string} name
 * @param {number} status
 * @param {string | undefined | ((api: string) => string)} location
 * @param {RegExp} [message]
 * @returns {Case}
 */
function odd(name, status, location, message = /redirect, which is never followed/) {
  return {
    name,
    run: async (stage) => {
      const server = await stage.listen();
      let target = typeof location === 'string' ? location : undefined;
      const api = server.serve((exchange) => redirect(status, target)(exchange));
      if (typeof location === 'function') target = location(api.baseUrl);
      const outcome = await stage.drive({ client: { apiKey: key, baseUrl: api.baseUrl } });
      const error = expectError(outcome, { kind: 'redirect_refused' });
      assert.match(error.message, message);
      assert.equal(api.requests.length, 1);
      assert.deepEqual(server.strays(), []);
    },
  };
}

/** @type {Case} */
const noUrl = {
  ...odd('refuses a redirect to no URL at all', 301, 'http://[half'),
  skip: { chromium: 'Chromium itself ends a redirect to no URL, as a network failure' },
};

/** @type {Case[]} */
const oddities = [
  odd('refuses a redirect to the same address', 307, (api) => `${api}/accounts/companies`),
  odd('refuses a redirect within the same origin', 308, (api) => new URL('/v2', api).href),
  odd('refuses a relative redirect', 302, 'v2/companies'),
  odd('refuses a redirect without a Location', 302, undefined),
  odd('refuses a redirect with an empty Location', 307, ''),
  odd('refuses a redirect to javascript:', 302, 'javascript:alert(1)'),
  odd('refuses a redirect to a data: URL', 302, 'data:application/json,{}'),
  odd('refuses a redirect to a file', 301, 'file:///etc/hostname'),
  noUrl,
  odd('refuses a 300 with a Location', 300, 'http://127.0.0.1:1/'),
  odd('refuses a 304 with a Location', 304, 'http://127.0.0.1:1/'),
  odd('refuses a 305', 305, 'http://127.0.0.1:1/'),
  odd('refuses a 306', 306, 'http://127.0.0.1:1/'),
];

/** @type {Case} */
const secondHop = {
  name: 'sends nothing to a second hop within the origin, and nothing to a third party behind it',
  run: async (stage) => {
    const third = await stage.listen();
    const hop = stage.serve(redirect(307, `http://127.0.0.1:${third.port}/`));
    const api = stage.serve(redirect(307, `${hop.baseUrl}/accounts/companies`));
    const outcome = await stage.drive({ client: { apiKey: key, baseUrl: api.baseUrl } });
    expectError(outcome, { kind: 'redirect_refused' });
    assert.deepEqual([api.requests.length, hop.requests.length, third.connections()], [1, 0, 0]);
  },
};

export const redirectCases = [...matrix, ...writes, ...oddities, secondHop];
