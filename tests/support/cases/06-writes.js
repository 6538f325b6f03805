// Owns the cases of row 6 of the promises: POST and PUT are sent once, and where nobody knows whether
// the API has acted on them, the error says so.

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { expectError } from '../expect.js';
import * as faults from '../faults.js';
import { headerOf } from '../request-reader.js';
import { companyId, key, rolesRequest } from '../samples.js';

/** @import { AddressInfo } from 'node:net' */
/** @import { Fault } from '../fault-server.js' */
/** @import { Case } from '../stage.js' */

const body = { name: 'Lantern Tide', tags: ['a', 'é😀', '"\\'], count: 3 };

/** @type {[string, Fault, string, true | undefined][]} name, fault, kind, maybeApplied */
const rows = [
  ['a 500', faults.status(500), 'server_error', true],
  ['a 502 web page', faults.html(502), 'server_error', true],
  ['a 503', faults.status(503), 'server_error', true],
  ['a 503 with Retry-After: 0', faults.status(503, ['retry-after: 0']), 'server_error', true],
  ['a 504', faults.status(504), 'server_error', true],
  ['a 408', faults.status(408), 'timeout', true],
  ['a reset before the headers', faults.resetBeforeHeaders, 'network', true],
  ['an end before the headers', faults.closeBeforeHeaders, 'network', true],
  ['a reset behind the headers', faults.resetAfterHeaders, 'connection_lost', true],
  ['a reset within the body', faults.resetMidBody, 'connection_lost', true],
  ['a body that ends early', faults.wrongLength(40, '[1]'), 'connection_lost', true],
  ['silence', faults.stallBeforeHeaders, 'timeout', true],
  ['a stalled body', faults.stallMidBody, 'timeout', true],
  ['broken JSON', faults.reply({ body: '{"a":' }), 'malformed_response', true],
  ['a web page', faults.html(200), 'unexpected_content', true],
  ['too large a reply', faults.flood(8), 'response_too_large', true],
  ['a 400', faults.status(400), 'validation', undefined],
  ['a 401', faults.status(401), 'key_rejected', undefined],
  ['a 403', faults.status(403), 'forbidden', undefined],
  ['a 404', faults.status(404), 'not_found', undefined],
  ['a 409', faults.status(409), 'conflict', undefined],
  ['a 422', faults.status(422), 'validation', undefined],
  ['a 429', faults.status(429), 'rate_limited', undefined],
  ['a 429 with Retry-After: 0', faults.status(429, ['retry-after: 0']), 'rate_limited', undefined],
  ['a redirect', faults.redirect(307, '/v2'), 'redirect_refused', undefined],
];

/** @type {Case[]} */
const once = rows.flatMap(([name, fault, kind, maybeApplied]) =>
  ['POST', 'PUT'].map((method) => ({
    name: `sends a ${method} once that ends in ${name} (${maybeApplied ? 'maybe applied' : 'not applied'})`,
    run: async ({ serve, drive }) => {
      const api = serve(faults.inTurn(fault, faults.json({ ok: true })));
      const outcome = await drive({
        client: { apiKey: key, companyId, baseUrl: api.baseUrl, timeoutMs: 400 },
        request: { ...rolesRequest, method, body, idempotent: true },
        skipWaits: true,
      });
      expectError(outcome, { kind, maybeApplied, attempts: 1 });
      // A second send would have come by now, or with the first timer.
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal(api.requests.length, 1);
      assert.deepEqual(outcome.waits, []);
      assert.deepEqual(JSON.parse(api.requests[0].body.toString()), body);
    },
  })),
);

/** @type {Case[]} */
const reads = ['GET', 'HEAD'].flatMap((method) =>
  /** @type {[string, Fault][]} */ ([
    ['a 500', faults.status(500)],
    ['a reset', faults.resetBeforeHeaders],
    ['silence', faults.stallBeforeHeaders],
  ]).map(([name, fault]) => ({
    name: `says nothing of maybeApplied after ${name} of a ${method}`,
    run: async ({ serve, drive }) => {
      const api = serve(fault);
      const outcome = await drive({
        client: { apiKey: key, companyId, baseUrl: api.baseUrl, timeoutMs: 200, retries: 0 },
        request: { ...rolesRequest, method },
      });
      expectError(outcome, { maybeApplied: undefined, attempts: 1 });
    },
  })),
);

/** @type {Case[]} */
const others = ['PATCH', 'DELETE'].map((method) => ({
  name: `sends a ${method} once that nobody marked idempotent, and says that it may have been applied`,
  run: async ({ serve, drive }) => {
    const api = serve(faults.resetBeforeHeaders);
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl },
      request: { ...rolesRequest, method },
      skipWaits: true,
    });
    expectError(outcome, { kind: 'network', maybeApplied: true, attempts: 1 });
    assert.equal(api.requests.length, 1);
  },
}));

/** @type {Case} */
const reused = {
  name: 'sends a POST once where its kept connection ends under it',
  skip: {
    chromium: 'repeats by itself what it sends on a connection that has ended',
    firefox: 'repeats by itself what it sends on a connection that has ended',
  },
  run: async ({ serve, drive }) => {
    const api = serve(faults.closeOnReuse);
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl },
      request: { ...rolesRequest, method: 'POST', body },
      repeat: 6,
      skipWaits: true,
    });
    expectError(outcome, { kind: 'network', maybeApplied: true, attempts: 1 });
    assert.ok(outcome.succeeded < 6, 'no connection was kept');
    assert.equal(api.requests.length, 6);
  },
};

/** @type {Case} */
const unreachable = {
  name: 'opens one connection for a PUT that nobody answers',
  run: async ({ drive }) => {
    let opened = 0;
    const server = createServer((socket) => {
      opened++;
      socket.on('error', () => {});
      socket.resetAndDestroy();
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {AddressInfo} */ (server.address());
    const client = { apiKey: key, companyId, baseUrl: `http://127.0.0.1:${port}` };
    const outcome = await drive({ client, request: { ...rolesRequest, method: 'PUT', body } });
    server.close();
    expectError(outcome, { kind: 'network', maybeApplied: true, attempts: 1 });
    assert.equal(opened, 1);
  },
};

/** @type {Case[]} */
const bodies = ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({
  name: `sends the body of a ${method} whole, as JSON, with its length`,
  run: async ({ serve, drive }) => {
    const api = serve(faults.json({ ok: true }, { status: 201 }));
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl },
      request: { ...rolesRequest, method, body: { ...body, text: 'é'.repeat(300_000) } },
    });
    assert.deepEqual(outcome.value, { status: 201, data: { ok: true } });
    const [request] = api.requests;
    assert.equal(headerOf(request, 'content-type'), 'application/json');
    assert.equal(Number(headerOf(request, 'content-length')), request.body.length);
    const received = JSON.parse(request.body.toString());
    assert.equal(received.text, 'é'.repeat(300_000));
    assert.deepEqual({ ...received, text: undefined }, { ...body, text: undefined });
  },
}));

export const writeCases = [...once, ...reads, ...others, reused, unreachable, ...bodies];
