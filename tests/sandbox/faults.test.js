/** The faults: what meets which request, and what it does to it. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { send, useSandbox } from './support.js';

/** @import { AddressInfo } from 'node:net' */
/** @import { Fault } from '../../web/sandbox/faults.js' */

const companies = '/accounts/companies';

/**
 * A server that counts what reaches it.
 *
 * @param {import('node:test').TestContext} t
 */
const useThirdServer = async (t) => {
  const third = { url: '', received: 0 };
  const server = createServer((_request, response) => {
    third.received += 1;
    response.end('third');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  third.url = `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`;
  return third;
};

test('redirects to another server, to which a client that follows really gets', async (t) => {
  const third = await useThirdServer(t);
  const sandbox = await useSandbox(t, { faults: [{ redirectTo: `${third.url}/elsewhere` }] });
  const answer = await send(sandbox.url + companies);
  assert.equal(answer.status, 307);
  assert.equal(answer.headers.location, `${third.url}/elsewhere`);
  assert.equal(third.received, 0);
  assert.equal(await (await fetch(sandbox.url + companies)).text(), 'third');
  assert.equal(third.received, 1);
});

test('redirects with the status and the Location that were asked for, unchanged', async (t) => {
  const sandbox = await useSandbox(t);
  for (const status of [301, 302, 303, 308]) {
    for (const redirectTo of ['//other.example/x', '\\\\other.example', '/same?a=b']) {
      sandbox.setFaults([{ status, redirectTo }]);
      const answer = await send(sandbox.url + companies);
      assert.deepEqual([answer.status, answer.headers.location], [status, redirectTo]);
    }
  }
});

/** @type {{ claim: string, fault: Fault, status: number, type: string, text: string }[]} */
const replies = [
  {
    claim: 'a 401 with the error object',
    fault: { status: 401 },
    status: 401,
    type: 'application/json; charset=utf-8',
    text: '{\n  "type": "AuthenticationError",\n  "status": 401\n}',
  },
  {
    claim: 'a 403 with the error object',
    fault: { status: 403 },
    status: 403,
    type: 'application/json; charset=utf-8',
    text: '{\n  "type": "PermissionError",\n  "status": 403\n}',
  },
  {
    claim: 'a 500 with the error object',
    fault: { status: 500 },
    status: 500,
    type: 'application/json; charset=utf-8',
    text: '{\n  "type": "InternalServerError",\n  "status": 500\n}',
  },
  {
    claim: 'an HTML 502',
    fault: { status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' },
    status: 502,
    type: 'text/html',
    text: '<h1>Bad Gateway</h1>',
  },
  {
    claim: 'an HTML 200',
    fault: { contentType: 'text/html; charset=utf-8', body: '<!doctype html>' },
    status: 200,
    type: 'text/html; charset=utf-8',
    text: '<!doctype html>',
  },
  {
    claim: 'malformed JSON',
    fault: { body: '{"companies": [' },
    status: 200,
    type: 'application/json; charset=utf-8',
    text: '{"companies": [',
  },
  {
    claim: 'an empty 200',
    fault: { status: 200 },
    status: 200,
    type: 'application/json; charset=utf-8',
    text: '',
  },
];

for (const { claim, fault, status, type, text } of replies) {
  test(`answers with ${claim}`, async (t) => {
    const sandbox = await useSandbox(t, { faults: [fault] });
    const answer = await send(sandbox.url + companies);
    assert.equal(answer.status, status);
    assert.equal(answer.headers['content-type'], type);
    assert.equal(answer.text, text);
  });
}

test('answers with bytes that are no text, as they are', async (t) => {
  const body = new Uint8Array([0xef, 0xbb, 0xbf, 0xff, 0x00]);
  const sandbox = await useSandbox(t, { faults: [{ body }] });
  assert.deepEqual(new Uint8Array((await send(sandbox.url + companies)).bytes), body);
});

test('answers 204 and 304 without a body', async (t) => {
  const sandbox = await useSandbox(t);
  for (const status of [204, 304]) {
    sandbox.setFaults([{ status, body: 'ignored' }]);
    const answer = await send(sandbox.url + companies);
    assert.deepEqual([answer.status, answer.text], [status, '']);
  }
});

test('sends Retry-After with 429 and 503', async (t) => {
  const sandbox = await useSandbox(t);
  for (const status of [429, 503]) {
    sandbox.setFaults([{ status, headers: { 'retry-after': '120' } }]);
    const answer = await send(sandbox.url + companies);
    assert.deepEqual([answer.status, answer.headers['retry-after']], [status, '120']);
  }
});

test("lets a fault's headers win over the sandbox's own", async (t) => {
  const own = {
    'access-control-allow-origin': 'https://only.example',
    'x-request-id': 'mine',
    'cache-control': 'max-age=60',
  };
  const sandbox = await useSandbox(t, { faults: [{ status: 500, headers: own }] });
  const { headers } = await send(sandbox.url + companies);
  for (const [name, value] of Object.entries(own)) assert.equal(headers[name], value);
});

test('puts headers and a media type on the ordinary answer when it has no answer of its own', async (t) => {
  const fault = { headers: { 'x-extra': 'yes' }, contentType: 'text/plain' };
  const sandbox = await useSandbox(t, { companies: [], faults: [fault] });
  const headers = { 'x-api-key': sandbox.generateKey() };
  const answer = await send(sandbox.url + companies, { headers });
  assert.deepEqual(JSON.parse(answer.text).companies, []);
  assert.deepEqual(
    [answer.headers['x-extra'], answer.headers['content-type']],
    ['yes', 'text/plain'],
  );
});

test('delays the ordinary answer and a fault of its own alike', async (t) => {
  const sandbox = await useSandbox(t);
  for (const fault of [{ delayMs: 150 }, { delayMs: 150, status: 401 }]) {
    sandbox.setFaults([fault]);
    const startedMs = performance.now();
    assert.equal((await send(sandbox.url + companies)).status, 401);
    assert.ok(performance.now() - startedMs >= 145);
  }
});

test('never answers when it hangs, and still records the request', async (t) => {
  const sandbox = await useSandbox(t, { faults: [{ hang: true }] });
  await assert.rejects(send(sandbox.url + companies, { timeoutMs: 300 }), { name: 'AbortError' });
  assert.equal(sandbox.requests.length, 1);
});

test('resets the connection, at once or after a delay', async (t) => {
  const sandbox = await useSandbox(t);
  for (const delayMs of [0, 50]) {
    sandbox.setFaults([{ reset: true, delayMs }]);
    await assert.rejects(send(sandbox.url + companies), { code: 'ECONNRESET' });
  }
  sandbox.setFaults([]);
  assert.equal((await send(sandbox.url + companies)).status, 401);
});

test('meets only the method and path that it names', async (t) => {
  const sandbox = await useSandbox(t);
  /** @type {[Fault, string, string, boolean][]} */
  const cases = [
    [{ method: 'GET', status: 500 }, 'GET', '/roles', true],
    [{ method: 'get', status: 500 }, 'GET', '/roles', true],
    [{ method: 'PUT', status: 500 }, 'GET', '/roles', false],
    [{ path: '/roles', status: 500 }, 'GET', '/roles?type=company', true],
    [{ path: '/roles?type=company', status: 500 }, 'GET', '/roles?type=company', true],
    [{ path: '/roles?type=company', status: 500 }, 'GET', '/roles', false],
    [{ path: '/role', status: 500 }, 'GET', '/roles', false],
    [{ status: 500 }, 'DELETE', '/anything', true],
    [{ status: 500 }, 'GET', '/workspace-config?tab=api-key', false],
    [{ path: '/workspace-config', status: 500 }, 'GET', '/workspace-config?tab=api-key', true],
  ];
  for (const [fault, method, path, met] of cases) {
    sandbox.setFaults([fault]);
    const { status } = await send(sandbox.url + path, { method });
    assert.equal(status === 500, met, `${JSON.stringify(fault)} ${method} ${path}`);
  }
});

test('meets a preflight only when it names OPTIONS', async (t) => {
  const sandbox = await useSandbox(t, { faults: [{ status: 500, times: 1 }] });
  const options = { method: 'OPTIONS', headers: { 'access-control-request-method': 'GET' } };
  assert.equal((await send(sandbox.url + companies, options)).status, 204);
  assert.equal((await send(sandbox.url + companies)).status, 500);
  sandbox.setFaults([{ method: 'OPTIONS', status: 500 }]);
  assert.equal((await send(sandbox.url + companies, options)).status, 500);
});

test('counts down, takes the first that meets, and lets through what has no effect', async (t) => {
  const mine = [{ times: 1 }, { times: 2, status: 500 }, { times: 1, status: 429 }];
  const sandbox = await useSandbox(t, { faults: mine });
  const statuses = [];
  for (let index = 0; index < 5; index += 1) {
    statuses.push((await send(sandbox.url + companies)).status);
  }
  assert.deepEqual(statuses, [401, 500, 500, 429, 401]);
  assert.deepEqual(mine, [{ times: 1 }, { times: 2, status: 500 }, { times: 1, status: 429 }]);
});

const badFaults = /** @type {[unknown, string][]} */ ([
  ['500', 'faults: must be an array'],
  [[null], 'faults[0]: must be an object'],
  [[{ statusCode: 500 }], 'faults[0].statusCode: unknown'],
  [[{ toString: 1 }], 'faults[0].toString: unknown'],
  [[{}, { status: 199 }], 'faults[1].status: must be an integer from 200 to 599'],
  [[{ status: '500' }], 'faults[0].status: must be an integer from 200 to 599'],
  [[{ times: 0 }], 'faults[0].times: must be an integer from 1 to 9007199254740991'],
  [[{ delayMs: 2 ** 31 }], 'faults[0].delayMs: must be an integer from 0 to 2147483647'],
  [[{ path: 'roles' }], 'faults[0].path: must start with /'],
  [[{ method: 1 }], 'faults[0].method: must be a string'],
  [[{ headers: { 'a b': 'c' } }], 'faults[0].headers: must be header names and values'],
  [[{ headers: { a: 'b\nc' } }], 'faults[0].headers: must be header names and values'],
  [[{ headers: null }], 'faults[0].headers: must be header names and values'],
  [[{ contentType: 'a\r\nb' }], 'faults[0].contentType: must be a header value'],
  [[{ redirectTo: 'a\nb' }], 'faults[0].redirectTo: must be a header value'],
  [[{ body: {} }], 'faults[0].body: must be a string or Uint8Array'],
  [[{ hang: false }], 'faults[0].hang: must be true'],
]);

test('refuses faults that cannot be, names the place, and keeps the ones it has', async (t) => {
  const sandbox = await useSandbox(t, { faults: [{ status: 418 }] });
  for (const [faults, message] of badFaults) {
    const set = () => sandbox.setFaults(/** @type {Fault[]} */ (faults));
    assert.throws(set, { name: 'TypeError', message });
  }
  assert.equal((await send(sandbox.url + companies)).status, 418);
});
