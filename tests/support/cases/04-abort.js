// Owns the cases of row 4 of the promises: an abort ends a call in any phase, at once and whole.

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { expectError } from '../expect.js';
import {
  drip,
  json,
  reply,
  stallAfterHeaders,
  stallBeforeHeaders,
  stallMidBody,
  status,
} from '../faults.js';
import { companyId, key, rolesRequest } from '../samples.js';

/** @import { AddressInfo } from 'node:net' */
/** @import { Outcome } from '../drive.js' */
/** @import { Fault } from '../fault-server.js' */
/** @import { Case, Stage } from '../stage.js' */

/** The promise. */
const LATE_MS = 20;

/**
 * @param {Outcome} outcome
 * @param {Stage['figure']} figure
 */
function expectAborted(outcome, figure) {
  const error = expectError(outcome, { kind: 'aborted', retryable: false });
  const { lateMs = Number.NaN } = outcome;
  figure('from an abort to the end of its call', lateMs, 'ms');
  assert.ok(lateMs <= LATE_MS, `ended ${lateMs} ms after the abort`);
  assert.equal(outcome.causeIsReason, true, 'cause is the reason');
  assert.equal(outcome.listenersLeft, 0, 'listeners left on the signal');
  return error;
}

/** @type {[string, Fault][]} */
const phases = [
  ['while it waits for the headers', stallBeforeHeaders],
  ['while it waits for the body', stallAfterHeaders],
  ['within the body', stallMidBody],
  ['while the body drips', drip(20)],
];

/** @type {Case[]} */
const running = phases.flatMap(([name, fault]) =>
  ['GET', 'POST'].map((method) => ({
    name: `ends a ${method} ${name}, and its connection`,
    run: async ({ serve, drive, figure }) => {
      const api = serve(fault);
      const outcome = await drive({
        client: { apiKey: key, companyId, baseUrl: api.baseUrl },
        request: { ...rolesRequest, method },
        abortAfterMs: 200,
        reason: 'changed my mind',
      });
      const error = expectAborted(outcome, figure);
      assert.equal(error.maybeApplied, method === 'POST' ? true : undefined);
      assert.equal(error.attempts, 1);
      const before = performance.now();
      await api.exchanges[0].closed;
      const openMs = performance.now() - before;
      assert.ok(openMs < 100, `the connection stayed open for ${openMs} ms`);
    },
  })),
);

/** @type {Case} */
const early = {
  name: 'sends nothing where the signal was aborted before',
  run: async ({ serve, drive, figure }) => {
    const api = serve(json({ ok: true }));
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl },
      request: { ...rolesRequest, method: 'POST' },
      abortAfterMs: 0,
      reason: 'before',
    });
    const error = expectAborted(outcome, figure);
    assert.equal(error.maybeApplied, undefined);
    assert.equal(error.attempts, 0);
    assert.equal(api.requests.length, 0);
    assert.equal(outcome.events.length, 0);
  },
};

/** @type {Case} */
const inEvent = {
  name: 'ends a call that its own send event aborts',
  run: async ({ serve, drive, figure }) => {
    const api = serve(stallBeforeHeaders);
    const client = { apiKey: key, baseUrl: api.baseUrl };
    expectAborted(await drive({ client, abortOn: 'send', reason: 'at once' }), figure);
  },
};

/** @type {Case} */
const connecting = {
  name: 'ends a call while its connection is being made',
  run: async ({ drive, figure }) => {
    /** @type {Set<import('node:net').Socket>} */
    const sockets = new Set();
    // Takes the connection and never answers the TLS greeting.
    const silent = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
      socket.resume();
    });
    await new Promise((resolve) => silent.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {AddressInfo} */ (silent.address());
    try {
      const client = { apiKey: key, baseUrl: `https://127.0.0.1:${port}` };
      expectAborted(await drive({ client, abortAfterMs: 200, reason: 'too slow' }), figure);
    } finally {
      for (const socket of sockets) socket.destroy();
      silent.close();
    }
  },
};

/** @type {Case} */
const waiting = {
  name: 'ends a call while it waits for its retry, and sends nothing more',
  run: async ({ serve, drive, figure }) => {
    const api = serve(status(503, ['retry-after: 5']));
    const client = { apiKey: key, baseUrl: api.baseUrl };
    const call = { client, abortOn: /** @type {const} */ ('retry'), abortDelayMs: 50 };
    expectAborted(await drive({ ...call, reason: 'no patience' }), figure);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(api.requests.length, 1);
  },
};

/** @type {Case} */
const late = {
  name: 'leaves a call alone that has ended before the abort',
  run: async ({ serve, drive }) => {
    const api = serve(json({ companies: [] }));
    const client = { apiKey: key, baseUrl: api.baseUrl };
    const outcome = await drive({ client, abortAfterMs: 5_000 });
    assert.deepEqual(outcome.value, []);
    assert.equal(outcome.listenersLeft, 0);
  },
};

const reasons = ['a word', '', 0, 42, false, null, { a: 1 }, [1], undefined];

/** @type {Case[]} */
const anyReason = reasons.map((reason) => ({
  name: `hands the reason ${JSON.stringify(reason)} on as cause`,
  run: async ({ serve, drive, figure }) => {
    const api = serve(stallBeforeHeaders);
    const client = { apiKey: key, baseUrl: api.baseUrl };
    expectAborted(await drive({ client, abortAfterMs: 60, reason }), figure);
  },
}));

/** @type {Case[]} */
const manyCalls = [1_000, 10_000].map((repeat) => ({
  name: `leaves no listener behind after ${repeat.toLocaleString('en')} calls on one signal`,
  isLong: repeat > 1_000,
  run: async ({ host, serve, drive }) => {
    const api = serve(reply({ body: '{"companies":[]}' }));
    const outcome = await drive({
      client: { apiKey: key, baseUrl: api.baseUrl, deadlineMs: 120_000, timeoutMs: 120_000 },
      repeat,
      parallel: host === 'node' ? 10 : 6,
    });
    assert.equal(outcome.succeeded, repeat);
    assert.equal(outcome.listenersLeft, 0);
    assert.equal(api.requests.length, repeat);
  },
}));

/**
 * A machine that is busy elsewhere delays a run of it, a late client every run.
 * @param {Case} one
 * @returns {Case}
 */
const patiently = (one) => ({
  ...one,
  run: async (...given) => {
    for (let triesLeft = 2; ; triesLeft--) {
      try {
        return await one.run(...given);
      } catch (error) {
        const isLate =
          error instanceof assert.AssertionError && /after the abort$/.test(error.message);
        if (!isLate || triesLeft === 0) throw error;
      }
    }
  },
});

export const abortCases = [
  early,
  inEvent,
  connecting,
  ...running,
  waiting,
  late,
  ...anyReason,
  ...manyCalls,
].map(patiently);
