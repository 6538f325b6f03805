// Owns the cases of row 3 of the promises: one limit for each try and one for the whole call, both
// covering the body.

import assert from 'node:assert/strict';
import { expectError } from '../expect.js';
import {
  drip,
  inTurn,
  json,
  reply,
  stallAfterHeaders,
  stallBeforeHeaders,
  stallMidBody,
  status,
} from '../faults.js';
import { companyId, key, rolesRequest } from '../samples.js';

/** @import { Fault } from '../fault-server.js' */
/** @import { Case } from '../stage.js' */

/** The promise: so much later than the limit at most. */
const LATE_MS = 100;

/**
 * A timer of the same length beside a call: what a busy machine is late by is not the client's.
 * @param {number} limitMs
 * @returns {Promise<number>} milliseconds that it took
 */
function timeBareTimer(limitMs) {
  const startMs = performance.now();
  return new Promise((resolve) => {
    setTimeout(() => resolve(performance.now() - startMs), limitMs);
  });
}

/**
 * @param {number} elapsedMs
 * @param {number} limitMs
 * @param {number} [bareMs] what a bare timer of that length took
 */
function expectInTime(elapsedMs, limitMs, bareMs = limitMs) {
  // Timers round: a browser may fire one a millisecond early.
  assert.ok(
    elapsedMs >= limitMs - 2,
    `ended after ${elapsedMs} ms, before the limit ${limitMs} ms`,
  );
  assert.ok(elapsedMs <= bareMs + LATE_MS, `ended after ${elapsedMs} ms, a timer after ${bareMs}`);
}

/** @type {[string, Fault][]} */
const stalls = [
  ['before the headers', stallBeforeHeaders],
  ['behind the headers', stallAfterHeaders],
  ['within the body', stallMidBody],
  ['at one byte a second', drip()],
  ['at 50 bytes a second', drip(20)],
];

/** @type {Case[]} */
const perTry = stalls.flatMap(([name, fault]) =>
  ['GET', 'POST'].map((method) => ({
    name: `ends a ${method} that stalls ${name} within 100 ms of timeoutMs`,
    run: async ({ serve, drive, figure }) => {
      const api = serve(fault);
      const bareTimer = timeBareTimer(700);
      const outcome = await drive({
        client: { apiKey: key, companyId, baseUrl: api.baseUrl, timeoutMs: 700, retries: 0 },
        request: { ...rolesRequest, method },
      });
      const error = expectError(outcome, { kind: 'timeout', retryable: true, attempts: 1 });
      assert.equal(error.maybeApplied, method === 'POST' ? true : undefined);
      figure('error after a stall, with a limit of 700 ms', outcome.elapsedMs, 'ms');
      expectInTime(outcome.elapsedMs, 700, await bareTimer);
      await api.exchanges[0].closed;
    },
  })),
);

/** @type {Case[]} */
const whole = stalls.map(([name, fault]) => ({
  name: `ends a call whose tries stall ${name} within 100 ms of deadlineMs`,
  run: async ({ serve, drive }) => {
    const api = serve(fault);
    const limits = { timeoutMs: 300, deadlineMs: 700, retries: 10 };
    const bareTimer = timeBareTimer(700);
    const outcome = await drive({ client: { apiKey: key, baseUrl: api.baseUrl, ...limits } });
    const { attempts = 0 } = expectError(outcome, { kind: 'timeout' });
    // The last try may end before its request has reached the server.
    assert.ok([0, 1].includes(attempts - api.requests.length), `${attempts} attempts`);
    const latestMs = (await bareTimer) + LATE_MS;
    assert.ok(outcome.elapsedMs <= latestMs, `ended after ${outcome.elapsedMs} ms of ${latestMs}`);
  },
}));

/** @type {Case} */
const shortDeadline = {
  name: 'lets deadlineMs end a single try that timeoutMs would let run',
  run: async ({ serve, drive }) => {
    const api = serve(stallMidBody);
    const limits = { timeoutMs: 10_000, deadlineMs: 300 };
    const outcome = await drive({ client: { apiKey: key, baseUrl: api.baseUrl, ...limits } });
    expectError(outcome, { kind: 'timeout', attempts: 1 });
    expectInTime(outcome.elapsedMs, 300);
  },
};

/** @type {Case} */
const eachTry = {
  name: 'gives each try its own timeoutMs',
  run: async ({ serve, drive }) => {
    const api = serve(inTurn(stallMidBody, stallBeforeHeaders, json({ companies: [] })));
    const outcome = await drive({ client: { apiKey: key, baseUrl: api.baseUrl, timeoutMs: 200 } });
    assert.deepEqual(outcome.value, []);
    assert.equal(api.requests.length, 3);
    // Two limits and two waits of [250, 500] and [500, 1000] ms.
    assert.ok(outcome.elapsedMs > 1140 && outcome.elapsedMs < 2400, `${outcome.elapsedMs} ms`);
  },
};

/** @type {Case} */
const noWaitBeyond = {
  name: 'does not begin a wait that would pass deadlineMs',
  run: async ({ serve, drive }) => {
    const api = serve(status(503));
    const limits = { deadlineMs: 240, retries: 5 };
    const outcome = await drive({ client: { apiKey: key, baseUrl: api.baseUrl, ...limits } });
    expectError(outcome, { kind: 'server_error', attempts: 1 });
    assert.ok(outcome.elapsedMs < 200, `${outcome.elapsedMs} ms`);
  },
};

/** @type {Case} */
const parsing = {
  name: 'reads a reply as large as the default cap within 250 ms of a limit that passes meanwhile',
  run: async ({ serve, drive }) => {
    const body = `[${'{"a":[1,"b",null]},'.repeat(220_000)}0]`;
    const api = serve(reply({ body }));
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl, timeoutMs: 30, deadlineMs: 30 },
      request: rolesRequest,
    });
    assert.ok(body.length < 4 * 2 ** 20);
    expectError(outcome, { kind: 'timeout' });
    // Of the time beyond the limit, checking 4 MiB takes the most; nothing can break in on it.
    assert.ok(outcome.elapsedMs <= 30 + 2.5 * LATE_MS, `ended after ${outcome.elapsedMs} ms`);
  },
};

const badLimits = [2_147_483_648, 2 ** 53, 1e300, 0, -1, 1.5, '700', null, true, [700], {}];

/** @type {Case[]} */
const refused = ['timeoutMs', 'deadlineMs'].flatMap((option) =>
  badLimits.map((limit) => ({
    name: `refuses ${option} ${JSON.stringify(limit)} and sends nothing`,
    run: async ({ serve, drive }) => {
      const api = serve(json({ companies: [] }));
      const client = { apiKey: key, baseUrl: api.baseUrl, [option]: limit };
      expectError(await drive({ client }), { kind: 'invalid_input', where: option });
      assert.equal(api.requests.length, 0);
    },
  })),
);

/** @type {Case} */
const longest = {
  name: 'takes 2,147,483,647 ms as it is, and answers at once',
  run: async ({ serve, drive }) => {
    const api = serve(json({ companies: [] }));
    const limits = { timeoutMs: 2_147_483_647, deadlineMs: 2_147_483_647 };
    const outcome = await drive({ client: { apiKey: key, baseUrl: api.baseUrl, ...limits } });
    assert.deepEqual(outcome.value, []);
  },
};

export const deadlineCases = [
  ...perTry,
  ...whole,
  shortDeadline,
  eachTry,
  noWaitBeyond,
  parsing,
  ...refused,
  longest,
];
