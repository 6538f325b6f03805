// Owns the cases of row 8 of the promises: what a server's Retry-After does to the wait before a
// retry, and what it cannot do.

import assert from 'node:assert/strict';
import { expectError } from '../expect.js';
import * as faults from '../faults.js';
import { companyId, key, rolesRequest } from '../samples.js';

/** @import { Outcome } from '../drive.js' */
/** @import { Case, Stage } from '../stage.js' */

/** The client's own first wait where chance is 0. */
const OWN_MS = 250;
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const longDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * @param {number} fromNowMs
 * @param {number} [dayOff] how far the day of the week is wrong
 * @returns {{ imf: string, rfc850: string, asctime: string }} the three forms of RFC 9110, 5.6.7
 */
function dates(fromNowMs, dayOff = 0) {
  const date = new Date(Date.now() + fromNowMs);
  const [, day, month, year, time] = date.toUTCString().split(' ');
  const weekday = (date.getUTCDay() + dayOff) % 7;
  return {
    imf: `${days[weekday]}, ${day} ${month} ${year} ${time} GMT`,
    rfc850: `${longDays[weekday]}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
    asctime: `${days[weekday]} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`,
  };
}

/**
 * @param {Stage} stage
 * @param {() => string[]} headers made when the answer is
 * @param {{ status?: number, method?: string, deadlineMs?: number, clockJumpMs?: number }} [more]
 */
async function call({ serve, drive }, headers, more = {}) {
  const { status = 503, method = 'GET', deadlineMs = 10 * MINUTE, clockJumpMs } = more;
  const api = serve((exchange) => {
    faults.status(status, headers())(exchange);
  });
  const outcome = await drive({
    client: { apiKey: key, companyId, baseUrl: api.baseUrl, retries: 1, deadlineMs },
    request: { ...rolesRequest, method },
    skipWaits: true,
    random: 0,
    clockJumpMs,
  });
  return { outcome, sends: api.requests.length };
}

/**
 * @param {Outcome} outcome
 * @param {number} fromMs
 * @param {number} toMs
 */
function expectWait({ waits }, fromMs, toMs) {
  assert.equal(waits.length, 1, 'one wait');
  assert.ok(waits[0] >= fromMs && waits[0] <= toMs, `${waits[0]} ms, not ${fromMs} to ${toMs}`);
}

/** @type {[string, number][]} value, wait */
const seconds = [
  ['0', 0],
  ['1', SECOND],
  ['  5  ', 5 * SECOND],
  ['007', 7 * SECOND],
  ['59', 59 * SECOND],
  ['60', MINUTE],
  ['0000000000000000000000000000060', MINUTE],
];

/** @type {Case[]} */
const obeyed = seconds.flatMap(([value, ms]) =>
  [429, 503].map((status) => ({
    name: `waits ${ms} ms for a ${status} with Retry-After ${JSON.stringify(value)}`,
    run: async (stage) => {
      const { outcome, sends } = await call(stage, () => [`retry-after: ${value}`], { status });
      expectWait(outcome, ms, ms);
      expectError(outcome, { status, attempts: 2, retryAfterMs: ms });
      assert.equal(sends, 2);
    },
  })),
);

/** @type {['imf' | 'rfc850' | 'asctime', string][]} */
const dateForms = [
  ['imf', 'an IMF-fixdate'],
  ['rfc850', 'an RFC 850 date'],
  ['asctime', 'an asctime date'],
];

/** @type {Case[]} */
const dated = dateForms.flatMap(([form, name]) => [
  {
    name: `waits until ${name} that is 40 s ahead`,
    run: async (stage) => {
      const header = () => [`retry-after: ${dates(40 * SECOND)[form]}`];
      const { outcome } = await call(stage, header);
      // Seconds are whole in a date, and the answer takes its time.
      expectWait(outcome, 35 * SECOND, 40 * SECOND);
    },
  },
  {
    name: `takes the wrong day of the week in ${name} for a slip`,
    run: async (stage) => {
      const header = () => [`retry-after: ${dates(40 * SECOND, 3)[form]}`];
      const { outcome } = await call(stage, header);
      expectWait(outcome, 35 * SECOND, 40 * SECOND);
    },
  },
  {
    name: `waits its own time after ${name} that has passed`,
    run: async (stage) => {
      const header = () => [`retry-after: ${dates(-10 * SECOND)[form]}`];
      const { outcome } = await call(stage, header);
      expectWait(outcome, OWN_MS, OWN_MS);
      expectError(outcome, { retryAfterMs: undefined });
    },
  },
  {
    name: `does not wait until ${name} that is two days ahead, and says when`,
    run: async (stage) => {
      const header = () => [`retry-after: ${dates(2 * 24 * 60 * MINUTE)[form]}`];
      const { outcome, sends } = await call(stage, header);
      const { retryAfterMs = 0 } = expectError(outcome, { attempts: 1 });
      assert.ok(Math.abs(retryAfterMs - 2 * 24 * 60 * MINUTE) < 10 * SECOND);
      assert.deepEqual([sends, outcome.waits], [1, []]);
    },
  },
]);

const leapSecond = () => dates(40 * SECOND).imf.replace(/:\d\d GMT$/, ':60 GMT');

/** @type {[string, () => string[]][]} name, header lines */
const useless = [
  ...[
    '',
    '-5',
    '+5',
    '1.5',
    '1e9',
    '0x10',
    'abc',
    'NaN',
    'Infinity',
    '5, 10',
    '5s',
    '5 s',
    '1_000',
    'P1D',
    '2030-01-01T00:00:00Z',
    'Wed, 30 Feb 2028 00:00:00 GMT',
    'Wed, 01 Jan 2028 24:00:00 GMT',
    'Wed, 01 Jan 2028 00:00:61 GMT',
  ].map(
    (value) =>
      /** @type {[string, () => string[]]} */ ([
        JSON.stringify(value),
        () => [`retry-after: ${value}`],
      ]),
  ),
  ['twice', () => ['retry-after: 5', 'retry-after: 5']],
  ['twice, with two values', () => ['retry-after: 5', 'retry-after: 10']],
  ['of 3,000 letters', () => [`retry-after: ${'x'.repeat(3000)}`]],
  ['in another time zone', () => [`retry-after: ${dates(40 * SECOND).imf.replace('GMT', 'CET')}`]],
  ['with an offset', () => [`retry-after: ${dates(40 * SECOND).imf.replace('GMT', '+0000')}`]],
  ['under another name', () => ['x-retry-after: 5', 'retry-after-ms: 5000']],
];

/** @type {Case[]} */
const ignored = useless.map(([name, headers]) => ({
  name: `waits its own time for a Retry-After ${name}`,
  run: async (stage) => {
    const { outcome, sends } = await call(stage, headers);
    expectWait(outcome, OWN_MS, OWN_MS);
    expectError(outcome, { attempts: 2, retryAfterMs: undefined });
    assert.equal(sends, 2);
  },
}));

/** @type {[string, number][]} value, what the error carries at the least */
const tooLong = [
  ['61', 61 * SECOND],
  ['3600', 3600 * SECOND],
  ['2147484', 2_147_484 * SECOND],
  ['99999999999', 99_999_999_999 * SECOND],
  ['9'.repeat(400), 1e12],
];

/** @type {Case[]} */
const capped = tooLong.flatMap(([value, leastMs]) =>
  [429, 503].map((status) => ({
    name: `does not wait for a ${status} with Retry-After ${value.slice(0, 20)} (${value.length} digits), and says how long`,
    run: async (stage) => {
      const { outcome, sends } = await call(stage, () => [`retry-after: ${value}`], { status });
      const { retryAfterMs = 0 } = expectError(outcome, { status, attempts: 1 });
      if (value.length < 12) assert.equal(retryAfterMs, leastMs);
      else assert.ok(retryAfterMs >= leastMs, `${retryAfterMs} ms`);
      assert.deepEqual([sends, outcome.waits], [1, []]);
    },
  })),
);

/** @type {Case[]} */
const special = [
  {
    name: 'does not wait where the deadline would pass meanwhile, and says how long',
    run: async (stage) => {
      const deadline = { deadlineMs: 5 * SECOND };
      const { outcome, sends } = await call(stage, () => ['retry-after: 5'], deadline);
      expectError(outcome, { attempts: 1, retryAfterMs: 5 * SECOND });
      assert.deepEqual([sends, outcome.waits], [1, []]);
      assert.ok(outcome.elapsedMs < SECOND, `${outcome.elapsedMs} ms`);
    },
  },
  {
    name: 'waits as it is told where the deadline allows it',
    run: async (stage) => {
      const deadline = { deadlineMs: 7 * SECOND };
      const { outcome } = await call(stage, () => ['retry-after: 5'], deadline);
      expectWait(outcome, 5 * SECOND, 5 * SECOND);
    },
  },
  ...[400, 401, 403, 404].map((status) => ({
    name: `does not try a ${status} again because it has a Retry-After, and says how long`,
    run: async (/** @type {Stage} */ stage) => {
      const { outcome, sends } = await call(stage, () => ['retry-after: 0'], { status });
      expectError(outcome, { status, attempts: 1, retryAfterMs: 0 });
      assert.equal(sends, 1);
    },
  })),
  {
    name: 'does not try a POST again because a 429 has a Retry-After, and says how long',
    run: async (stage) => {
      const more = { status: 429, method: 'POST' };
      const { outcome, sends } = await call(stage, () => ['retry-after: 2'], more);
      expectError(outcome, { kind: 'rate_limited', attempts: 1, retryAfterMs: 2 * SECOND });
      assert.equal(sends, 1);
    },
  },
  {
    name: 'takes no notice of a Retry-After in a 200',
    run: async ({ serve, drive }) => {
      const api = serve(faults.json({ ok: true }, { headers: ['retry-after: 30'] }));
      const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
      const outcome = await drive({ client, request: rolesRequest });
      assert.deepEqual(outcome.value, { status: 200, data: { ok: true } });
      assert.equal(api.requests.length, 1);
    },
  },
  {
    name: 'waits to the end of a minute that has 61 seconds',
    run: async (stage) => {
      const { outcome } = await call(stage, () => [`retry-after: ${leapSecond()}`]);
      const { waits, error } = outcome;
      // Where that minute is the present one, its end may be more than 60 s ahead by the answer.
      assert.ok(waits.length === 1 ? waits[0] > OWN_MS : Number(error?.retryAfterMs) > MINUTE);
    },
  },
  ...[-24 * 60 * MINUTE, 24 * 60 * MINUTE].map((clockJumpMs) => ({
    name: `waits as planned while the clock jumps ${clockJumpMs > 0 ? 'ahead' : 'back'} by a day`,
    run: async (/** @type {Stage} */ stage) => {
      const { outcome, sends } = await call(stage, () => ['retry-after: 5'], { clockJumpMs });
      expectWait(outcome, 5 * SECOND, 5 * SECOND);
      const { elapsedMs = -1 } = expectError(outcome, { kind: 'server_error', attempts: 2 });
      assert.ok(elapsedMs >= 0 && elapsedMs < 5 * SECOND, `${elapsedMs} ms by its own count`);
      assert.equal(sends, 2);
    },
  })),
  {
    name: 'does wait: a second for Retry-After: 1',
    run: async ({ serve, drive }) => {
      const busy = faults.status(429, ['retry-after: 1']);
      const api = serve(faults.inTurn(busy, faults.json({ companies: [] })));
      const outcome = await drive({ client: { apiKey: key, baseUrl: api.baseUrl } });
      assert.deepEqual(outcome.value, []);
      const { elapsedMs } = outcome;
      assert.ok(elapsedMs >= 998 && elapsedMs < 1400, `${elapsedMs} ms`);
    },
  },
];

export const retryAfterCases = [...obeyed, ...dated, ...ignored, ...capped, ...special];
