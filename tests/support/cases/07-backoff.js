// Owns the cases of row 7 of the promises: how long a client waits before it tries again, and how
// many retries it may spend at all.

import assert from 'node:assert/strict';
import { expectError } from '../expect.js';
import * as faults from '../faults.js';
import { companyId, key, rolesRequest } from '../samples.js';

/** @import { Fault } from '../fault-server.js' */
/** @import { Case } from '../stage.js' */

/** The promise: b before each retry. */
const longest = [500, 1000, 2000, 4000, 8000, 8000, 8000, 8000, 8000, 8000];

const patient = { retries: 10, deadlineMs: 600_000 };

/** @type {[string, number, (b: number) => number][]} name, chance, wait */
const draws = [
  ['half of b', 0, (b) => b / 2],
  ['three quarters of b', 0.5, (b) => 0.75 * b],
  ['almost b', 0.999, (b) => 0.9995 * b],
];

/** @type {Case[]} */
const exact = draws.map(([name, random, wait]) => ({
  name: `waits ${name} where chance is ${random}, b doubling from 0.5 s to 8 s`,
  run: async ({ serve, drive }) => {
    const api = serve(faults.status(503));
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl, ...patient },
      request: rolesRequest,
      skipWaits: true,
      random,
    });
    expectError(outcome, { attempts: 11, retryAfterMs: undefined });
    assert.deepEqual(
      outcome.waits,
      longest.map((b) => Math.floor(wait(b))),
    );
    const told = outcome.events.filter(({ type }) => type === 'retry');
    assert.deepEqual(
      told.map(({ delayMs }) => delayMs),
      outcome.waits,
    );
  },
}));

/** @type {Case} */
const spread = {
  name: 'spreads 200 first waits over all of [250 ms, 500 ms]',
  run: async ({ serve, drive }) => {
    const api = serve((exchange) => {
      // One in two fails, so that the budget is always full.
      const fault = exchange.attempt % 2 === 1 ? faults.status(502) : faults.json({});
      fault(exchange);
    });
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl },
      request: rolesRequest,
      repeat: 200,
      skipWaits: true,
    });
    const { waits } = outcome;
    assert.equal(waits.length, 200);
    for (const ms of waits) assert.ok(ms >= 250 && ms <= 500, `${ms} ms`);
    // Each quarter is missed by chance with a probability of 0.75^200 = 1e-25.
    for (const quarter of [0, 1, 2, 3]) {
      const from = 250 + 62.5 * quarter;
      assert.ok(
        waits.some((ms) => ms >= from && ms <= from + 62.5),
        `none from ${from} ms on`,
      );
    }
  },
};

/** @type {Case} */
const real = {
  name: 'does wait: two retries take 750 ms at the least and 1,500 ms at the most',
  run: async ({ serve, drive }) => {
    const api = serve(faults.status(500));
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl },
      request: rolesRequest,
    });
    expectError(outcome, { attempts: 3 });
    const { elapsedMs, waits } = outcome;
    const asked = waits[0] + waits[1];
    assert.ok(elapsedMs >= asked - 2 && asked >= 750, `${elapsedMs} ms of ${asked}`);
    assert.ok(elapsedMs < asked + 300 && asked <= 1500, `${elapsedMs} ms of ${asked}`);
  },
};

/** @type {[string, Fault, number][]} name, fault, calls at a time */
const storms = [
  ['a 503 with Retry-After: 0', faults.status(503, ['retry-after: 0']), 1],
  ['a 500', faults.status(500), 50],
  ['a reset', faults.resetBeforeHeaders, 20],
];

/** @type {Case[]} */
const budget = storms.map(([name, fault, parallel]) => ({
  name: `sends at most 1,010 times for 1,000 calls that fail with ${name}, ${parallel} at a time`,
  run: async ({ host, serve, drive }) => {
    const api = serve(fault);
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl, retries: 10, deadlineMs: 600_000 },
      request: rolesRequest,
      repeat: 1000,
      parallel: host === 'node' ? parallel : Math.min(parallel, 6),
      skipWaits: true,
    });
    assert.equal(outcome.succeeded, 0);
    const sends = outcome.events.filter(({ type }) => type === 'send').length;
    assert.equal(sends, 1010);
    assert.equal(api.requests.length, 1010);
    assert.equal(outcome.waits.length, 10);
  },
}));

/** @type {Case} */
const refill = {
  name: 'spends ten retries, then none, then ten again after a success',
  run: async ({ serve, drive }) => {
    // Calls 1 to 20 fail; the 31st request (20 calls and 10 retries came before) succeeds.
    const api = serve((exchange) => {
      const fault = exchange.attempt === 31 ? faults.json({}) : faults.status(503);
      fault(exchange);
    });
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl },
      request: rolesRequest,
      repeat: 41,
      skipWaits: true,
    });
    assert.equal(outcome.succeeded, 1);
    assert.equal(outcome.waits.length, 20);
    assert.equal(api.requests.length, 61);
    const answered = outcome.events.findIndex(({ type }) => type === 'answer');
    const early = outcome.events.slice(0, answered).filter(({ type }) => type === 'retry').length;
    assert.equal(early, 10);
  },
};

/** @type {Case} */
const own = {
  name: 'gives each client a budget of its own',
  run: async ({ serve, drive }) => {
    const api = serve(faults.status(503));
    const call = {
      client: { apiKey: key, companyId, baseUrl: api.baseUrl },
      request: rolesRequest,
      repeat: 20,
      skipWaits: true,
    };
    const outcomes = [await drive(call), await drive(call)];
    assert.deepEqual(
      outcomes.map(({ waits }) => waits.length),
      [10, 10],
    );
  },
};

/** @type {Case} */
const writes = {
  name: 'spends nothing of it on a POST',
  run: async ({ serve, drive }) => {
    const api = serve(faults.status(503));
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl },
      request: { ...rolesRequest, method: 'POST' },
      repeat: 100,
    });
    assert.equal(api.requests.length, 100);
    assert.deepEqual(outcome.waits, []);
  },
};

export const backoffCases = [...exact, spread, real, ...budget, refill, own, writes];
