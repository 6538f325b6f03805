// Owns the cases of row 2 of the promises: no path, id or base URL leads anywhere but to the API's
// own origin.

import assert from 'node:assert/strict';
import { expectError } from '../expect.js';
import { json } from '../faults.js';
import { sendStrings } from '../naughty.js';
import { headerOf } from '../request-reader.js';
import { companyId, key } from '../samples.js';
import { skipWithoutStrings } from '../suites.js';

/** @import { Call } from '../drive.js' */
/** @import { Case } from '../stage.js' */

const badPaths = [
  'http://evil.example/roles',
  'HTTPS://evil.example/roles',
  '//evil.example/roles',
  '\\\\evil.example\\roles',
  '/\\evil.example/roles',
  '\\/evil.example/roles',
  '/roles\\..\\keys',
  'roles',
  '',
  '/..',
  '/../keys',
  '/roles/../keys',
  '/./roles',
  '/roles/.',
  '/%2e%2e/keys',
  '/%2E%2E/keys',
  '/.%2e/keys',
  '/%2e/roles',
  '/roles%2fkeys',
  '/roles%2Fkeys',
  '/roles%5ckeys',
  '/roles%00',
  '/roles%0d%0ax-api-key:%20other',
  '/roles?type=company',
  '/roles#top',
  '/roles//keys',
  '/%',
  '/%4',
  '/%zz',
  '/\u0000',
  '/a\r\nx-evil: 1',
  '/a\tb',
  '/\u007f',
  '/\ud800',
  `/${'a'.repeat(8193)}`,
  ':evil',
  '@evil.example/roles',
  'javascript:alert(1)',
];

const badSegments = [
  [],
  [''],
  ['orders', ''],
  ['.'],
  ['..'],
  ['orders', '..'],
  ['a/b'],
  ['a\\b'],
  ['%2e%2e'],
  ['%2E%2e'],
  ['a%2fb'],
  ['a%5Cb'],
  ['a%00b'],
  ['\u0000'],
  ['a\nb'],
  ['\udfff'],
];

/** Paths that look odd and are good: what stands in the request line. */
const goodPaths = [
  ['/roles', '/roles'],
  ['/', '/'],
  ['/roles/', '/roles/'],
  ['/a b', '/a%20b'],
  ['/@evil.example', '/@evil.example'],
  ['/a;b=c', '/a;b=c'],
  ['/http:evil', '/http:evil'],
  ['/é', '/%C3%A9'],
  ['/%C3%A9', '/%C3%A9'],
  ["/it's", '/it%27s'],
  ['/<b>"`{|}', '/%3Cb%3E%22%60%7B%7C%7D'],
  ['/...', '/...'],
  [['orders', '65 2?#%'], '/orders/65%202%3F%23%25'],
  [['..a', '@evil.example', 'http:'], '/..a/%40evil.example/http%3A'],
  [['😀'], '/%F0%9F%98%80'],
];

const badBaseUrls = [
  '',
  'api.agencyhandy.com',
  '//api.agencyhandy.com',
  'ftp://api.agencyhandy.com',
  'javascript:alert(1)',
  'file:///etc',
  'http://api.agencyhandy.com',
  'http://10.0.0.1',
  'http://127.1',
  'http://0x7f.1',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'http://evil-localhost',
  'http://[::2]',
  'https://user@api.agencyhandy.com',
  'https://user:word@api.agencyhandy.com',
  'https://api.agencyhandy.com@evil.example',
  'https://api.agencyhandy.com?key=1',
  'https://api.agencyhandy.com#top',
  'https://api.agencyhandy.com:0',
  'https://api.agencyhandy.com:65536',
  'https://api.agencyhandy.com:x',
  'https://api.agencyhandy.com:',
  'https://',
  'https:///evil.example',
  'https://\\evil.example',
  'https://api.agencyhandy.com\\@evil.example',
  'https://api .agencyhandy.com',
  'https://api.agencyhandy.com/..',
  'https://api.agencyhandy.com/%2e%2e/v1',
  'https://api.agencyhandy.com//v1',
  'https://münchen.example',
  'https://ⓐⓟⓘ.agencyhandy.com',
  'https://api.agencyhandy.com\r\nx: y',
  'https://api.agencyhandy.com\u0000',
  'https://\ud800',
  'https://1.2.3.4',
];

/**
 * @param {unknown} text
 * @returns {string} fit for a test's name
 */
const show = (text) => {
  const shown = JSON.stringify(text).replace(
    /[^ -~]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16)}`,
  );
  return shown.length > 60 ? `${shown.slice(0, 40)}… (${shown.length})` : shown;
};

/**
 * @param {string} name
 * @param {(baseUrl: string) => Call} make
 * @param {string} where
 * @returns {Case} in which nothing may be sent
 */
function refused(name, make, where) {
  return {
    name,
    run: async ({ listen, drive }) => {
      const server = await listen();
      const api = server.serve(json({}));
      const outcome = await drive(make(api.baseUrl));
      expectError(outcome, { kind: 'invalid_input', where, retryable: false });
      assert.equal(server.connections(), 0, 'connections that the server saw');
    },
  };
}

/** @type {Case} */
const quiet = {
  name: 'reports no send and counts no attempt for what it has refused',
  run: async ({ serve, drive }) => {
    const api = serve(json({}));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    const outcome = await drive({ client, request: { path: '/../keys' } });
    const { attempts = 0 } = expectError(outcome, { kind: 'invalid_input' });
    const sends = outcome.events.filter(({ type }) => type === 'send').length;
    assert.deepEqual([attempts, sends, api.requests.length], [0, 0, 0]);
  },
};

const paths = [...badPaths, ...badSegments].map((path) =>
  refused(
    `refuses the path ${show(path)} and sends nothing`,
    (baseUrl) => ({ client: { apiKey: key, companyId, baseUrl }, request: { path } }),
    'path',
  ),
);

const baseUrls = badBaseUrls.map((baseUrl) =>
  refused(
    `refuses the base URL ${show(baseUrl)}`,
    () => ({ client: { apiKey: key, companyId, baseUrl }, repeat: 0 }),
    'baseUrl',
  ),
);

/** @type {Case[]} */
const good = goodPaths.map(([path, target]) => ({
  name: `sends the path ${show(path)} as ${target}, to its own origin`,
  run: async ({ serve, drive }) => {
    const api = serve(json({ ok: true }));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    const outcome = await drive({ client, request: { path } });
    assert.deepEqual(outcome.value, { status: 200, data: { ok: true } });
    const base = new URL(api.baseUrl);
    assert.equal(api.requests[0].target, base.pathname + target);
    assert.equal(headerOf(api.requests[0], 'host'), base.host);
  },
}));

/** @type {Case} */
const query = {
  name: 'percent-encodes names and values of a query',
  run: async ({ serve, drive }) => {
    const api = serve(json({}));
    await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl },
      request: { path: '/r', query: { 'a&b': "x=y#z/'?", c: ['1', true, 2], 'd\r\n': '\u0000é' } },
    });
    const expected = '/r?a%26b=x%3Dy%23z%2F%27%3F&c=1&c=true&c=2&d%0D%0A=%00%C3%A9';
    assert.equal(api.requests[0].target, new URL(api.baseUrl).pathname + expected);
  },
};

/** @type {Case[]} */
const longBase = ['/', '/api/v1', '/api/v1/'].map((path) => ({
  name: `joins a base URL that ends in ${path} with one slash`,
  run: async ({ serve, drive }) => {
    const api = serve(json({ companies: [] }));
    await drive({ client: { apiKey: key, baseUrl: api.baseUrl + path } });
    const base = new URL(api.baseUrl).pathname + path.replace(/\/$/, '');
    assert.equal(api.requests[0].target, `${base}/accounts/companies`);
  },
}));

const target = (/** @type {import('../request-reader.js').ReceivedRequest} */ request) =>
  request.target.replace(/^\/f\d+/, '');

/** @type {[string, string, (text: string) => Partial<Call>, (sent: string, text: string) => void, number][]} */
const naughty = [
  [
    'paths',
    'path',
    (text) => ({ request: { path: `/${text}` } }),
    (sent, text) => {
      // As it stands, or with %xx of it left alone.
      assert.ok([text, safelyDecoded(text)].includes(safelyDecoded(sent.slice(1))));
    },
    250,
  ],
  [
    'whole paths',
    'path',
    (text) => ({ request: { path: text } }),
    (sent, text) => assert.equal(safelyDecoded(sent), safelyDecoded(text)),
    1,
  ],
  [
    'segments',
    'path',
    (text) => ({ request: { path: ['before', text, 'after'] } }),
    (sent, text) => {
      assert.equal(sent.split('/').length, 4);
      assert.equal(decodeURIComponent(sent), `/before/${text}/after`);
    },
    250,
  ],
  [
    'values of a query',
    'query',
    (text) => ({ request: { path: '/r', query: { name: text, after: '1' } } }),
    (sent, text) => {
      const query = sent.slice('/r?'.length);
      assert.deepEqual(query.split('&').map(decodeURIComponent), [`name=${text}`, 'after=1']);
    },
    500,
  ],
  [
    'names of a query',
    'query',
    (text) => ({ request: { path: '/r', query: { [text]: 'value' } } }),
    (sent, text) => assert.equal(decodeURIComponent(sent), `/r?${text}=value`),
    500,
  ],
];

/**
 * @param {string} text
 * @returns {string} itself where it cannot be decoded
 */
function safelyDecoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @type {Case[]} */
const strings = naughty.map(([name, where, make, expectSent, least]) => ({
  name: `refuses 515 naughty strings as ${name}, or sends them well formed to its own origin`,
  skip: skipWithoutStrings,
  run: async (stage) => {
    const sent = await sendStrings(stage, where, make, (request, text) =>
      expectSent(target(request), text),
    );
    assert.ok(sent >= least, `${sent} were sent`);
  },
}));

export const pathCases = [...paths, quiet, ...baseUrls, ...good, query, ...longBase, ...strings];
