// Owns the cases of row 10 of the promises: a key or a company id that no header may carry is refused
// before anything sees it, and named by code point and place alone.

import assert from 'node:assert/strict';
import { expectError, expectNoKey } from '../expect.js';
import { json } from '../faults.js';
import { sendStrings } from '../naughty.js';
import { headerOf } from '../request-reader.js';
import { companyId, key } from '../samples.js';
import { skipWithoutStrings } from '../suites.js';

/** @import { Case } from '../stage.js' */

const front = 'abcdefghijk';
const back = 'lmnopqrstuv';

/** @type {[string, number][]} name, code point: each stands alone in the middle */
const badCharacters = [
  ['a space', 0x20],
  ['a tab', 0x09],
  ['a line feed', 0x0a],
  ['a carriage return', 0x0d],
  ['NUL', 0],
  ['ESC', 0x1b],
  ['DEL', 0x7f],
  ['a no-break space', 0xa0],
  ['a soft hyphen', 0xad],
  ['é', 0xe9],
  ['ÿ', 0xff],
  ['a zero-width space', 0x200b],
  ['a right-to-left mark', 0x200f],
  ['a right-to-left override', 0x202e],
  ['a curly quote', 0x201c],
  ['a word joiner', 0x2060],
  ['a byte order mark', 0xfeff],
  ['a full-width a', 0xff41],
  ['an emoji', 0x1f600],
];

/** @type {[string, unknown, string | undefined][]} name, value, the end of the reason */
const badValues = [
  ['empty', '', 'empty'],
  ['blank', '   ', 'empty'],
  ['a tab and a line feed', '\t\n', 'empty'],
  ['a byte order mark alone', '\ufeff', 'empty'],
  ['4,097 long', 'k'.repeat(4097), 'too_long'],
  ['a million long', 'k'.repeat(1_000_000), 'too_long'],
  ['an injected header', 'abc\r\nx-evil: 1', 'bad_character'],
  ['half a character', 'abc\ud83ddef', undefined],
  ['a number', 12345678, undefined],
  ['zero', 0, undefined],
  ['null', null, undefined],
  ['true', true, undefined],
  ['a list', ['abcdefgh'], undefined],
  ['an object', { length: 8 }, undefined],
];

const subjects = [
  { where: 'apiKey', prefix: 'key', client: (/** @type {unknown} */ value) => ({ apiKey: value }) },
  {
    where: 'companyId',
    prefix: 'company_id',
    client: (/** @type {unknown} */ value) => ({ apiKey: key, companyId: value }),
  },
];

/** @type {Case[]} */
const characters = subjects.flatMap(({ where, prefix, client }) =>
  badCharacters.map(([name, codePoint]) => ({
    name: `refuses ${where} with ${name} in it, by code point and place`,
    run: async ({ serve, drive }) => {
      const api = serve(json({ companies: [] }));
      // A blank in front counts: the place is one of the text as given.
      const value = ` ${front}${String.fromCodePoint(codePoint)}${back}`;
      const outcome = await drive({
        client: { ...client(value), baseUrl: api.baseUrl },
        print: true,
      });
      const reason = `${prefix}_bad_character`;
      expectError(outcome, { kind: 'invalid_input', where, reason, position: 12, codePoint });
      expectNoKey(outcome.printed, front);
      expectNoKey(outcome.printed, back);
      assert.equal(api.requests.length, 0);
      assert.equal(outcome.events.length, 0);
    },
  })),
);

/** @type {Case[]} */
const values = subjects.flatMap(({ where, prefix, client }) =>
  badValues.map(([name, value, reason]) => ({
    name: `refuses ${where} that is ${name}`,
    run: async ({ serve, drive }) => {
      const api = serve(json({ companies: [] }));
      const outcome = await drive({ client: { ...client(value), baseUrl: api.baseUrl } });
      const expected = { kind: 'invalid_input', where };
      expectError(outcome, reason ? { ...expected, reason: `${prefix}_${reason}` } : expected);
      assert.ok(outcome.elapsedMs < 500, `${outcome.elapsedMs} ms`);
      assert.equal(api.requests.length, 0);
    },
  })),
);

/** @type {Case} */
const absent = {
  name: 'refuses to make a client without a key',
  run: async ({ serve, drive }) => {
    const api = serve(json({}));
    const outcome = await drive({ client: { baseUrl: api.baseUrl } });
    expectError(outcome, { kind: 'invalid_input', where: 'apiKey', reason: 'key_missing' });
  },
};

/** @type {Case[]} */
const goodValues = [
  ['one character', '!'],
  ['4,096 characters', 'k'.repeat(4096)],
  [
    'every visible ASCII character',
    String.fromCharCode(...Array.from({ length: 94 }, (_, at) => at + 33)),
  ],
].map(([name, value]) => ({
  name: `sends ${name} as key and company id unchanged`,
  run: async ({ serve, drive }) => {
    const api = serve(json({}));
    const client = { apiKey: value, companyId: value, baseUrl: api.baseUrl };
    const outcome = await drive({ client, request: { path: '/roles' } });
    assert.equal(outcome.error, undefined);
    assert.equal(headerOf(api.requests[0], 'x-api-key'), value);
    assert.equal(headerOf(api.requests[0], 'companyid'), value);
  },
}));

/** @type {Case} */
const trimmed = {
  name: 'drops white space around key and company id',
  run: async ({ serve, drive }) => {
    const api = serve(json({}));
    const client = { apiKey: `\r\n ${key}\u00a0\ufeff\n`, companyId: `\t${companyId}\u3000` };
    await drive({ client: { ...client, baseUrl: api.baseUrl }, request: { path: '/roles' } });
    assert.equal(headerOf(api.requests[0], 'x-api-key'), key);
    assert.equal(headerOf(api.requests[0], 'companyid'), companyId);
  },
};

/** @type {Case} */
const headers = {
  name: 'sends the key, the company id and nothing that tells of the page or the person',
  run: async ({ serve, drive }) => {
    const api = serve(json({ companies: [] }));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    await drive({ client });
    await drive({ client, request: { path: '/roles' } });
    const [list, roles] = api.requests;
    assert.equal(headerOf(list, 'companyid'), undefined);
    assert.equal(headerOf(roles, 'companyid'), companyId);
    for (const request of api.requests) {
      assert.equal(headerOf(request, 'x-api-key'), key);
      for (const name of ['cookie', 'referer', 'authorization', 'content-type']) {
        assert.equal(headerOf(request, name), undefined, name);
      }
    }
    assert.match(roles.head, /^companyid: /m, 'in lower case');
  },
};

/** @type {Case[]} */
const strings = subjects.map(({ where, client }) => ({
  name: `refuses 515 naughty strings as ${where}, or sends them well formed`,
  skip: skipWithoutStrings,
  run: async (stage) => {
    const header = where === 'apiKey' ? 'x-api-key' : 'companyid';
    const sent = await sendStrings(
      stage,
      where,
      (text) => ({ client: client(text) }),
      (request, text) => {
        assert.equal(headerOf(request, header), text.trim());
        assert.match(text.trim(), /^[!-~]+$/);
      },
    );
    assert.ok(sent >= 50, `${sent} were sent`);
  },
}));

export const inputCases = [
  ...characters,
  ...values,
  absent,
  ...goodValues,
  trimmed,
  headers,
  ...strings,
];
