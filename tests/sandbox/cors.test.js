/** The raw CORS headers of each mode. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corsHeadersOf, send, useSandbox } from './support.js';

/** @import { CorsMode } from '../../web/sandbox/cors.js' */

const origins = ['https://page.example', 'http://127.0.0.1:8080', 'null'];

/**
 * @param {string} url
 * @param {string} origin
 */
const preflight = (url, origin) =>
  send(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'companyid,x-api-key',
    },
  });

/** @param {string | undefined} list */
const toNames = (list) => (list ?? '').split(', ');

for (const origin of origins) {
  test(`open: lets origin ${origin} send the key and read every answer`, async (t) => {
    const sandbox = await useSandbox(t);
    const url = `${sandbox.url}/accounts/companies`;
    const allowed = await preflight(url, origin);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.text, '');
    assert.equal(allowed.headers['access-control-allow-origin'], '*');
    assert.deepEqual(toNames(allowed.headers['access-control-allow-headers']), [
      'x-api-key',
      'companyid',
      'content-type',
    ]);
    assert.ok(toNames(allowed.headers['access-control-allow-methods']).includes('GET'));
    for (const key of [sandbox.generateKey(), 'wrong']) {
      const { headers } = await send(url, { headers: { origin, 'x-api-key': key } });
      assert.equal(headers['access-control-allow-origin'], '*');
      assert.deepEqual(toNames(headers['access-control-expose-headers']), [
        'retry-after',
        'x-request-id',
      ]);
      assert.equal(headers['access-control-allow-credentials'], undefined);
    }
  });
}

test('open: also lets errors and faults be read', async (t) => {
  const sandbox = await useSandbox(t, {
    faults: [
      { path: '/a', status: 429, headers: { 'retry-after': '7' } },
      { path: '/b', redirectTo: 'https://elsewhere.example/' },
    ],
  });
  for (const [path, status] of /** @type {const} */ ([
    ['/a', 429],
    ['/b', 307],
    ['/c', 404],
  ])) {
    const answer = await send(sandbox.url + path, { headers: { origin: origins[0] } });
    assert.equal(answer.status, status);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
  }
});

test('open: forbids caching a preflight, so that a change of mode counts at once', async (t) => {
  const sandbox = await useSandbox(t);
  const { headers } = await preflight(`${sandbox.url}/roles`, origins[0]);
  assert.equal(headers['access-control-max-age'], '0');
});

test('closed: sends no CORS header at all, and 404 for a preflight', async (t) => {
  const sandbox = await useSandbox(t, { cors: 'closed', faults: [{ path: '/f', status: 500 }] });
  const url = `${sandbox.url}/accounts/companies`;
  const refused = await preflight(url, origins[0]);
  assert.equal(refused.status, 404);
  assert.deepEqual(corsHeadersOf(refused), []);
  const headers = { origin: origins[0], 'x-api-key': sandbox.generateKey() };
  const answer = await send(url, { headers });
  assert.equal(answer.status, 200);
  assert.deepEqual(corsHeadersOf(answer), []);
  assert.deepEqual(corsHeadersOf(await send(`${sandbox.url}/f`, { headers })), []);
});

test('no-api-key-header: allows other headers in the preflight, and reading', async (t) => {
  const sandbox = await useSandbox(t, { cors: 'no-api-key-header' });
  const url = `${sandbox.url}/accounts/companies`;
  const { status, headers } = await preflight(url, origins[0]);
  assert.equal(status, 204);
  assert.deepEqual(toNames(headers['access-control-allow-headers']), ['companyid', 'content-type']);
  const answer = await send(url, { headers: { origin: origins[0] } });
  assert.equal(answer.status, 401);
  assert.equal(answer.headers['access-control-allow-origin'], '*');
});

test('refusals-closed: hides 401 and 403, and nothing else', async (t) => {
  const sandbox = await useSandbox(t, { cors: 'refusals-closed' });
  const key = sandbox.generateKey();
  const roles = `${sandbox.url}/roles?type=company`;
  const cases = /** @type {const} */ ([
    [401, { 'x-api-key': 'wrong' }],
    [403, { 'x-api-key': key, companyid: 'not-mine' }],
    [400, { 'x-api-key': key }],
  ]);
  for (const [status, headers] of cases) {
    const answer = await send(roles, { headers: { origin: origins[0], ...headers } });
    assert.equal(answer.status, status);
    assert.equal(corsHeadersOf(answer).length > 0, status === 400, `${status}`);
  }
  assert.equal((await preflight(roles, origins[0])).status, 204);
  sandbox.setFaults([{ status: 403 }]);
  assert.deepEqual(corsHeadersOf(await send(roles)), []);
});

test('changes its mode while it runs', async (t) => {
  const sandbox = await useSandbox(t);
  const url = `${sandbox.url}/roles`;
  /** @type {[CorsMode, number][]} */
  const changes = [
    ['closed', 404],
    ['open', 204],
    ['no-api-key-header', 204],
  ];
  for (const [mode, status] of changes) {
    sandbox.setCors(mode);
    assert.equal((await preflight(url, origins[0])).status, status, mode);
  }
});

test('never lets another origin read the settings tab', async (t) => {
  const sandbox = await useSandbox(t);
  const headers = { origin: origins[0] };
  const paths = ['?tab=api-key', '', '/script.js', '/nothing'].map(
    (end) => `/workspace-config${end}`,
  );
  for (const path of paths) {
    assert.deepEqual(corsHeadersOf(await send(sandbox.url + path, { headers })), [], path);
    assert.deepEqual(corsHeadersOf(await preflight(sandbox.url + path, origins[0])), [], path);
  }
});
