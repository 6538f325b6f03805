// Owns the cases of row 13 of the promises: which texts are JSON, and what becomes of those that are.

import assert from 'node:assert/strict';
import { expectError } from '../expect.js';
import { json, reply } from '../faults.js';
import { companyId, key, rolesRequest } from '../samples.js';
import { readJsonSuite, readVerdicts, skipWithoutJsonSuite } from '../suites.js';

/** @import { Case, Stage } from '../stage.js' */

/** What crosses from a page to this process is plain JSON. */
const nodeOnly = {
  chromium: 'the value does not cross from the page to the test',
  firefox: 'the value does not cross from the page to the test',
};

const MOST_LEVELS = 512;

/**
 * @param {Stage} stage
 * @param {string | Uint8Array} body
 * @param {Record<string, unknown>} [options] of the client
 */
async function read({ serve, drive }, body, options = {}) {
  const api = serve(reply({ body }));
  const client = { apiKey: key, companyId, baseUrl: api.baseUrl, ...options };
  const outcome = await drive({ client, request: rolesRequest });
  return {
    outcome,
    data: /** @type {{ data?: unknown } | undefined} */ (outcome.value)?.data,
    list: () => drive({ client }),
  };
}

/**
 * @param {Stage} stage
 * @param {string | Uint8Array} body
 * @param {Record<string, unknown>} [options] of the client
 */
async function expectRefused(stage, body, options) {
  const { outcome } = await read(stage, body, options);
  return expectError(outcome, { kind: 'malformed_response', status: 200, attempts: 1 });
}

/** @type {Case[]} */
const accepted = readJsonSuite('y_').map(({ name, bytes }) => ({
  name: `accepts ${name} as JSON.parse() does`,
  run: async (stage) => {
    const { outcome, data } = await read(stage, bytes);
    assert.equal(outcome.error, undefined);
    assert.deepStrictEqual(data, JSON.parse(bytes.toString()));
  },
  // -0 and the like.
  skip: nodeOnly,
}));

/** @type {Case[]} */
const refused = readJsonSuite('n_').map(({ name, bytes }) => ({
  name: `refuses ${name}`,
  run: async (stage) => {
    if (bytes.length > 0) {
      const { message } = await expectRefused(stage, bytes);
      assert.match(message, /^This is not valid JSON|^The JSON is nested deeper/);
      return;
    }
    // No text at all: a call without data, and no list of companies.
    const { outcome, data, list } = await read(stage, bytes);
    assert.deepEqual([outcome.succeeded, data], [1, undefined]);
    expectError(await list(), { kind: 'malformed_response', status: 200 });
  },
}));

const verdicts = readVerdicts();

/** @type {Case[]} */
const decided = readJsonSuite('i_').map(({ name, bytes }) => ({
  name: `decides on ${name} as it is written down`,
  skip: nodeOnly,
  run: async (stage) => {
    const verdict = verdicts.get(name);
    assert.notEqual(verdict, undefined, 'a verdict in tests/core/json_suite_test.cpp');
    if (!verdict) {
      await expectRefused(stage, bytes);
      return;
    }
    const { outcome, data } = await read(stage, bytes);
    assert.equal(outcome.error, undefined);
    const text = bytes.toString().replace(/^\ufeff/, '');
    const [, big] = /^\[(-?\d+)\]\n?$/.exec(text) ?? [];
    assert.deepStrictEqual(data, big ? [BigInt(big)] : JSON.parse(text));
  },
}));

/** @type {Case} */
const complete = {
  name: 'has read 95 texts to accept, 188 to refuse and 35 to decide on',
  skip: skipWithoutJsonSuite,
  run: async () => {
    assert.deepEqual([accepted.length, refused.length, decided.length], [95, 188, 35]);
    assert.deepEqual(
      [...verdicts.keys()].sort(),
      readJsonSuite('i_').map(({ name }) => name),
    );
  },
};

const nested = (/** @type {string} */ open, /** @type {string} */ close, /** @type {number} */ n) =>
  open.repeat(n) + (open === '[' ? '' : '1') + close.repeat(n);

/** @type {[string, string, string][]} */
const brackets = [
  ['arrays', '[', ']'],
  ['objects', '{"a":', '}'],
];

/** @type {Case[]} */
const depth = brackets.flatMap(([name, open, close]) => [
  {
    name: `reads ${MOST_LEVELS} levels of ${name}`,
    run: async (/** @type {Stage} */ stage) => {
      const { data } = await read(stage, nested(open, close, MOST_LEVELS));
      let levels = 0;
      for (let at = data; typeof at === 'object' && at !== null; levels++)
        at = Object.values(at)[0];
      assert.equal(levels, MOST_LEVELS);
    },
  },
  ...[MOST_LEVELS + 1, 100_000].flatMap((levels) =>
    ['', close.repeat(levels)].map((end) => ({
      name: `refuses ${levels} levels of ${name}, ${end ? 'closed' : 'left open'}, as too deep`,
      run: async (/** @type {Stage} */ stage) => {
        const { message } = await expectRefused(stage, `${open.repeat(levels)}1${end}`);
        assert.match(message, /nested deeper than 512 levels/);
      },
    })),
  ),
]);

const p = 2 ** 53;

/** @type {[string, unknown][]} text, data */
const numbers = [
  ['9007199254740991', p - 1],
  ['-9007199254740991', 1 - p],
  ['9007199254740992', 9007199254740992n],
  ['9007199254740993', 9007199254740993n],
  ['-9007199254740993', -9007199254740993n],
  ['18446744073709551615', 18446744073709551615n],
  ['18446744073709551616', 18446744073709551616n],
  ['1234567890123456789012345678901234567890', 1234567890123456789012345678901234567890n],
  ['-1234567890123456789012345678901234567890', -1234567890123456789012345678901234567890n],
  [`1${'0'.repeat(300)}`, 10n ** 300n],
  ['-0', -0],
  ['0', 0],
  ['1E5', 100000],
  ['1e308', 1e308],
  ['1e-400', 0],
  ['9007199254740993.0', 9007199254740992],
  ['9007199254740993e0', 9007199254740992],
  ['0.1', 0.1],
  ['5e-324', 5e-324],
];

/** @type {Case[]} */
const exact = numbers.map(([text, value]) => ({
  name: `reads ${text.slice(0, 50)} exactly, alone and among others`,
  skip: nodeOnly,
  run: async (stage) => {
    const alone = await read(stage, text);
    assert.deepStrictEqual(alone.data, value);
    const within = `{"${text}":[${text},"${text}",{"a":${text}}],"b":1.5,"c":"\\"${text}","d":"\\\\"}`;
    const { data } = await read(stage, within);
    const expected = { [text]: [value, text, { a: value }], b: 1.5, c: `"${text}`, d: '\\' };
    assert.deepStrictEqual(data, expected);
  },
}));

/** @type {Case[]} */
const tooLarge = ['1e309', '-1e309', '1e400', `1${'0'.repeat(400)}.5`, '1e99999999999'].map(
  (text) => ({
    name: `refuses ${text.slice(0, 30)}, which no number holds`,
    run: async (stage) => {
      await expectRefused(stage, `[${text}]`);
    },
  }),
);

/** @type {[string, string | Uint8Array, unknown][]} name, body, data */
const texts = [
  ['the last of two equal names', '{"a":1,"b":2,"a":3}', { a: 3, b: 2 }],
  ['the last of two equal names, written in two ways', '{"a":1,"\\u0061":2}', { a: 2 }],
  ['names that only look alike', '{"é":1,"e\\u0301":2}', { é: 1, 'e\u0301': 2 }],
  ['every escape', '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\ude00"', '"\\/\b\f\n\r\tA😀'],
  ['an escaped NUL', '"a\\u0000b"', 'a\0b'],
  ['line separators', '"\u2028\u2029"', '\u2028\u2029'],
  ['a non-character', '"\uffff"', '\uffff'],
];

/** @type {Case[]} */
const values = texts.map(([name, body, expected]) => ({
  name: `reads ${name}`,
  run: async (stage) => {
    const { data } = await read(stage, body);
    assert.deepEqual(data, expected);
  },
}));

const hostileNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'then',
  'hasOwnProperty',
];

/** @type {Case[]} */
const names = hostileNames.flatMap((name) =>
  ['1', '9007199254740993'].map((number) => ({
    name: `takes ${name} beside ${number} for a name like any other`,
    skip: nodeOnly,
    run: async (/** @type {Stage} */ stage) => {
      const body = `{"${name}":{"admin":true},"n":${number},"list":[{"${name}":1}]}`;
      const { data } = await read(stage, body);
      const object = /** @type {Record<string, unknown>} */ (data);
      assert.deepEqual(Object.keys(object), [name, 'n', 'list']);
      assert.equal(Object.getPrototypeOf(object), Object.prototype);
      assert.deepEqual(Object.getOwnPropertyDescriptor(object, name)?.value, { admin: true });
      assert.equal(Reflect.get({}, 'admin'), undefined);
    },
  })),
);

/** @type {[string, Uint8Array | string][]} name, body */
const notUtf8 = [
  ['UTF-16, little end first', Buffer.from('\ufeff{"a":1}', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\ufeff{"a":1}', 'utf16le').swap16()],
  ['Latin-1', Buffer.from('{"a":"é"}', 'latin1')],
  ['a NUL between', '{"a":1,\0"b":2}'],
  ['a NUL behind', '{"a":1}\0'],
  ['a NUL in a string', '{"a":"\0"}'],
  ['a NUL alone', '\0'],
  ['a lone high surrogate', '"\\ud800"'],
  ['a lone low surrogate', '"\\udc00"'],
  ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ['an overlong slash', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
  ['a cut character', Buffer.from([0x22, 0xe2, 0x82, 0x22])],
  ['a code point beyond the last', Buffer.from([0x22, 0xf4, 0x90, 0x80, 0x80, 0x22])],
  ['two byte order marks', '\ufeff\ufeff{}'],
  ['a byte order mark behind', '{}\ufeff'],
  ['a comment', '{"a":1 /* no */}'],
  ['a comma too many', '[1,]'],
  ['a number with a plus', '[+1]'],
  ['a hexadecimal number', '[0x1]'],
  ['two texts', '{}{}'],
  ['a line break in a string', '["a\nb"]'],
];

/** @type {Case[]} */
const encodings = notUtf8.map(([name, body]) => ({
  name: `refuses ${name}`,
  run: async (stage) => {
    await expectRefused(stage, body);
  },
}));

const MEGABYTE = 2 ** 20;
const large = { maxResponseBytes: 64 * MEGABYTE, timeoutMs: 60_000, deadlineMs: 60_000 };

/** @type {Case[]} */
const sizes = [
  {
    name: 'reads an array of 1,000,000 numbers',
    run: async (stage) => {
      const { data } = await read(stage, `[${'7,'.repeat(999_999)}7]`, large);
      assert.equal(/** @type {unknown[]} */ (data).length, 1_000_000);
    },
  },
  {
    name: 'reads a string of 10 MB',
    run: async (stage) => {
      const { data } = await read(stage, `"${'x'.repeat(10 * MEGABYTE)}"`, large);
      assert.equal(/** @type {string} */ (data).length, 10 * MEGABYTE);
    },
  },
  {
    name: 'reads a string of 10 MB beside an integer beyond 2^53',
    skip: nodeOnly,
    run: async (stage) => {
      const body = `["${'x\\n'.repeat(3 * MEGABYTE)}",9007199254740993]`;
      const { outcome, data } = await read(stage, body, large);
      assert.equal(outcome.foreign, undefined);
      const [text, number] = /** @type {[string, bigint]} */ (data);
      assert.deepEqual([text.length, number], [6 * MEGABYTE, 9007199254740993n]);
    },
  },
];

/** @type {[string, string, unknown][]} name, body, companies or error */
const lists = [
  ['the last of two lists', '{"companies":[{"_id":"a"}],"companies":[{"_id":"b"}]}', ['b']],
  [
    'an id with 40 digits',
    '{"companies":[{"_id":1234567890123456789012345678901234567890}]}',
    null,
  ],
  ['__proto__ as a list', '{"__proto__":{"companies":[{"_id":"a"}]}}', null],
  ['__proto__ as a company', '{"companies":[{"__proto__":{"_id":"a"}}]}', null],
];

/** @type {Case[]} */
const companies = lists.map(([name, body, ids]) => ({
  name: `defines ${name} of companies`,
  run: async ({ serve, drive }) => {
    const api = serve(reply({ body }));
    const outcome = await drive({ client: { apiKey: key, baseUrl: api.baseUrl } });
    if (ids === null) {
      expectError(outcome, { kind: 'malformed_response', status: 200 });
      return;
    }
    const list = /** @type {{ id: string }[]} */ (outcome.value);
    assert.deepEqual(
      list.map(({ id }) => id),
      ids,
    );
  },
}));

/** @type {Case} */
const unchanged = {
  name: 'hands 2,000 values of every kind on as they are',
  run: async (stage) => {
    const value = Array.from({ length: 2000 }, (_, at) => ({
      [`n${at}`]: [at, -at / 7, `text ${at} "\\\u0001é😀`, at % 2 === 0, null, {}, []],
    }));
    const api = stage.serve(json(value));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    const outcome = await stage.drive({ client, request: rolesRequest });
    assert.deepEqual(outcome.value, { status: 200, data: JSON.parse(JSON.stringify(value)) });
  },
};

export const jsonCases = [
  complete,
  ...accepted,
  ...refused,
  ...decided,
  ...depth,
  ...exact,
  ...tooLarge,
  ...values,
  ...names,
  ...encodings,
  ...sizes,
  ...companies,
  unchanged,
];
