// Owns the cases of row 5 of the promises: what may pass is tried again, twice, for calls that change
// nothing; nothing else is.

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { makeCertificate } from '../certificate.js';
import { expectError } from '../expect.js';
import * as faults from '../faults.js';
import { companyId, key, rolesRequest } from '../samples.js';

/** @import { AddressInfo } from 'node:net' */
/** @import { Outcome } from '../drive.js' */
/** @import { Fault } from '../fault-server.js' */
/** @import { Case, Stage } from '../stage.js' */

const good = faults.json({ ok: true });

/**
 * @param {Stage} stage
 * @param {Fault} fault
 * @param {Record<string, unknown>} [request]
 * @param {Record<string, unknown>} [options] of the client
 */
async function call({ serve, drive }, fault, request = {}, options = {}) {
  const api = serve(fault);
  const outcome = await drive({
    client: { apiKey: key, companyId, baseUrl: api.baseUrl, ...options },
    request: { ...rolesRequest, ...request },
    skipWaits: true,
  });
  return { outcome, sends: api.requests.length };
}

/**
 * @param {Outcome} outcome
 * @returns {string[]}
 */
const typesOf = ({ events }) => events.map(({ type }) => type);

/** @type {[string, Fault, Record<string, unknown>][]} name, fault, the error of the last try */
const passing = [
  ...[408, 429, 500, 502, 503, 504].map(
    (status) =>
      /** @type {[string, Fault, Record<string, unknown>]} */ ([
        `a ${status}`,
        faults.status(status),
        { status, retryable: true },
      ]),
  ),
  ['a 503 web page', faults.html(503), { kind: 'server_error', status: 503 }],
  ['a reset before the headers', faults.resetBeforeHeaders, { kind: 'network' }],
  ['an end before the headers', faults.closeBeforeHeaders, { kind: 'network' }],
  ['a reset behind the headers', faults.resetAfterHeaders, { kind: 'connection_lost' }],
  ['a reset within the body', faults.resetMidBody, { kind: 'connection_lost' }],
];

/** @type {Case[]} */
const repeated = passing.flatMap(([name, fault, last]) => [
  ...[1, 2].map((times) => ({
    name: `tries again after ${name}, ${times === 1 ? 'once' : 'twice'}, and succeeds`,
    run: async (/** @type {Stage} */ stage) => {
      const failures = Array.from({ length: times }, () => fault);
      const { outcome, sends } = await call(stage, faults.inTurn(...failures, good));
      assert.deepEqual(outcome.value, { status: 200, data: { ok: true } });
      assert.equal(sends, times + 1);
      const again = Array.from({ length: times }, () => ['send', 'retry']).flat();
      assert.deepEqual(typesOf(outcome), [...again, 'send', 'answer']);
    },
  })),
  {
    name: `gives up after the third time of ${name}`,
    run: async (/** @type {Stage} */ stage) => {
      const { outcome, sends } = await call(stage, fault);
      const error = expectError(outcome, { ...last, attempts: 3 });
      if (error.kind === 'network') assert.equal(error.status, undefined);
      assert.equal(sends, 3);
      assert.deepEqual(typesOf(outcome).slice(-2), ['send', 'failure']);
    },
  },
]);

/** @type {[string, Fault, string][]} name, fault, kind */
const final = [
  [400, 'validation'],
  [401, 'key_rejected'],
  [402, 'unrecognised'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [409, 'conflict'],
  [410, 'unrecognised'],
  [418, 'unrecognised'],
  [422, 'validation'],
  [425, 'unrecognised'],
  [451, 'unrecognised'],
  [501, 'server_error'],
  [505, 'server_error'],
  [599, 'server_error'],
  [600, 'unrecognised'],
  [999, 'unrecognised'],
].map(
  ([status, kind]) =>
    /** @type {[string, Fault, string]} */ ([`a ${status}`, faults.status(Number(status)), kind]),
);

/** @type {[string, Fault, string][]} */
const finalForms = [
  ['a redirect', faults.redirect(307, '/v2'), 'redirect_refused'],
  ['a web page', faults.html(200), 'unexpected_content'],
  ['broken JSON', faults.reply({ body: '{"a":' }), 'malformed_response'],
  ['too large a reply', faults.flood(8), 'response_too_large'],
];

/** @type {Case[]} */
const notRepeated = [...final, ...finalForms].map(([name, fault, kind]) => ({
  name: `does not try again after ${name} (${kind})`,
  run: async (stage) => {
    const { outcome, sends } = await call(stage, faults.inTurn(fault, good));
    expectError(outcome, { kind, attempts: 1 });
    assert.equal(sends, 1);
  },
}));

/** @type {[string, boolean | undefined, number][]} method, idempotent, sends */
const methods = [
  ['GET', undefined, 3],
  ['get', undefined, 3],
  ['HEAD', undefined, 3],
  ['PATCH', undefined, 1],
  ['DELETE', undefined, 1],
  ['PATCH', true, 3],
  ['DELETE', true, 3],
  ['DELETE', false, 1],
  ['POST', true, 1],
  ['PUT', true, 1],
];

/** @type {Case[]} */
const byMethod = methods.map(([method, idempotent, sends]) => ({
  name: `sends a failing ${method}${idempotent === undefined ? '' : ` with idempotent: ${idempotent}`} ${sends} times`,
  run: async (stage) => {
    const made = await call(stage, faults.status(503), { method, idempotent });
    expectError(made.outcome, { kind: 'server_error', attempts: sends });
    assert.equal(made.sends, sends);
  },
}));

/** @type {Case[]} */
const counts = [0, 1, 2, 5, 10].map((retries) => ({
  name: `sends ${retries + 1} times with retries: ${retries}`,
  run: async (stage) => {
    const { outcome, sends } = await call(
      stage,
      faults.status(500),
      {},
      { retries, deadlineMs: 600_000 },
    );
    expectError(outcome, { attempts: retries + 1, status: 500 });
    assert.equal(sends, retries + 1);
  },
}));

/** @type {Case[]} */
const refused = [-1, 11, 1.5, '2', null, true].map((retries) => ({
  name: `refuses retries ${JSON.stringify(retries)} and sends nothing`,
  run: async (stage) => {
    const { outcome, sends } = await call(stage, good, {}, { retries });
    expectError(outcome, { kind: 'invalid_input', where: 'retries' });
    assert.equal(sends, 0);
  },
}));

/** @type {Case[]} */
const mixtures = [
  {
    name: 'tells of the last failure, not of the first',
    run: async (stage) => {
      const turns = [faults.status(500), faults.resetBeforeHeaders, faults.status(504)];
      const { outcome } = await call(stage, faults.inTurn(...turns));
      expectError(outcome, { kind: 'server_error', status: 504, attempts: 3 });
    },
  },
  {
    name: 'stops at the first answer that is final',
    run: async (stage) => {
      const turns = [faults.status(503), faults.status(401), good];
      const { outcome, sends } = await call(stage, faults.inTurn(...turns));
      expectError(outcome, { kind: 'key_rejected', status: 401, attempts: 2 });
      assert.equal(sends, 2);
    },
  },
  {
    name: 'tries again after a try that was too slow',
    run: async (stage) => {
      const turns = [faults.stallBeforeHeaders, faults.stallMidBody, good];
      const { outcome, sends } = await call(stage, faults.inTurn(...turns), {}, { timeoutMs: 200 });
      assert.equal(outcome.succeeded, 1);
      assert.equal(sends, 3);
    },
  },
  {
    name: 'tries the list of companies again',
    run: async ({ serve, drive }) => {
      const api = serve(faults.inTurn(faults.status(502), faults.json({ companies: [] })));
      const outcome = await drive({
        client: { apiKey: key, baseUrl: api.baseUrl },
        skipWaits: true,
      });
      assert.deepEqual(outcome.value, []);
      assert.equal(api.requests.length, 2);
    },
  },
  {
    name: 'tries a GET again whose kept connection ends under it',
    run: async ({ serve, drive }) => {
      const api = serve(faults.closeOnReuse);
      const outcome = await drive({
        client: { apiKey: key, companyId, baseUrl: api.baseUrl },
        request: rolesRequest,
        repeat: 6,
        skipWaits: true,
      });
      assert.equal(outcome.succeeded, 6);
      const { length: retries } = outcome.waits;
      assert.ok(retries > 0, 'no connection was kept');
      assert.equal(api.requests.length, 6 + retries);
    },
  },
  {
    name: 'reads past 102 and 103 to the answer',
    run: async (stage) => {
      const processing = faults.inTurn((exchange) => {
        exchange.write('HTTP/1.1 102 Processing\r\n\r\n');
        faults.earlyHints(exchange);
      });
      const { outcome, sends } = await call(stage, processing);
      assert.equal(outcome.succeeded, 1);
      assert.equal(sends, 1);
    },
  },
  {
    name: 'reads past 1,000 headers to the answer',
    run: async (stage) => {
      const { outcome } = await call(stage, faults.manyHeaders);
      assert.equal(outcome.succeeded, 1);
    },
  },
];

/**
 * @param {(socket: import('node:net').Socket) => void} welcome
 * @returns {Promise<{ port: number, opened: () => number, close: () => void }>} a server that speaks
 *   no HTTP
 */
async function listenRaw(welcome) {
  let opened = 0;
  const server = createServer((socket) => {
    opened++;
    socket.on('error', () => {});
    welcome(socket);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {AddressInfo} */ (server.address());
  return { port, opened: () => opened, close: () => server.close() };
}

/** @type {Case[]} */
const unreachable = [
  {
    name: 'tries again where a connection is refused, and says network',
    run: async ({ drive }) => {
      const { port, close } = await listenRaw(() => {});
      close();
      const client = { apiKey: key, baseUrl: `http://127.0.0.1:${port}` };
      const outcome = await drive({ client, skipWaits: true });
      expectError(outcome, { kind: 'network', attempts: 3, status: undefined, retryable: true });
    },
  },
  {
    name: 'tries again where TLS is answered with plain text, and says network',
    run: async ({ drive }) => {
      const { port, opened, close } = await listenRaw((socket) => socket.end('no TLS here\r\n'));
      const client = { apiKey: key, baseUrl: `https://127.0.0.1:${port}` };
      const outcome = await drive({ client, skipWaits: true });
      close();
      expectError(outcome, { kind: 'network', attempts: 3, status: undefined });
      assert.ok(opened() >= 3);
    },
  },
  {
    name: 'tries again where nobody has signed the certificate, says network, and sends no request',
    skip: { chromium: 'may run without a check of certificates' },
    run: async ({ listen, drive }) => {
      const server = await listen({ tls: makeCertificate() });
      const api = server.serve(good);
      const outcome = await drive({
        client: { apiKey: key, baseUrl: api.baseUrl },
        skipWaits: true,
      });
      expectError(outcome, { kind: 'network', attempts: 3, status: undefined });
      assert.equal(api.requests.length + server.strays().length, 0);
    },
  },
];

export const retryCases = [
  ...repeated,
  ...notRepeated,
  ...byMethod,
  ...counts,
  ...refused,
  ...mixtures,
  ...unreachable,
];
