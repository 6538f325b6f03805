// Owns the cases of row 14 of the promises: a reply that ended too early is a lost connection, and
// never a part of a success.

import assert from 'node:assert/strict';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expectError } from '../expect.js';
import * as faults from '../faults.js';
import { companiesReply, companyId, key, rolesRequest } from '../samples.js';

/** @import { Fault } from '../fault-server.js' */
/** @import { Case } from '../stage.js' */

const whole = JSON.stringify(companiesReply());
const chunkOf = (/** @type {string} */ text) => `${text.length.toString(16)}\r\n${text}\r\n`;
/** Each beginning of it is JSON too. */
const digits = '1234567890';

/** @type {[string, Fault][]} */
const cuts = [
  ['a reset behind the headers', faults.resetAfterHeaders],
  ['a reset within the body', faults.resetMidBody],
  ['an end behind the headers', faults.wrongLength(40, '')],
  ['a body that is a byte short', faults.wrongLength(whole.length + 1, whole)],
  ['a body that is cut in the middle', faults.wrongLength(whole.length, whole.slice(0, 60))],
  ['a body whose beginning is JSON too', faults.wrongLength(digits.length, digits.slice(0, 4))],
  ['a whole body that promised 4 GiB more', faults.wrongLength(2 ** 32, whole)],
  ...Object.entries(faults.chunkFaults),
  ['a whole body without a last chunk', faults.chunked(chunkOf(whole))],
  ['chunks whose beginning is JSON too', faults.chunked(chunkOf('1234'))],
  ['no chunk at all', faults.chunked('')],
  ['a last chunk without its end', faults.chunked(`${chunkOf(whole)}0\r\n`)],
  ['a chunk longer than it says', faults.chunked(`2\r\n${whole}\r\n0\r\n\r\n`)],
];

/** @type {Case[]} */
const lost = cuts.flatMap(([name, fault]) => [
  {
    name: `takes ${name} for a lost connection`,
    run: async ({ serve, drive }) => {
      const api = serve(fault);
      const client = { apiKey: key, companyId, baseUrl: api.baseUrl, retries: 0 };
      const outcome = await drive({ client, request: rolesRequest });
      expectError(outcome, { kind: 'connection_lost', retryable: true, attempts: 1 });
      expectError(await drive({ client }), { kind: 'connection_lost' });
    },
  },
  {
    name: `reads the list that comes after ${name}`,
    run: async ({ serve, drive }) => {
      const api = serve(faults.inTurn(fault, fault, faults.reply({ body: whole })));
      const outcome = await drive({
        client: { apiKey: key, baseUrl: api.baseUrl },
        skipWaits: true,
      });
      assert.equal(/** @type {unknown[]} */ (outcome.value).length, 1);
      assert.equal(api.requests.length, 3);
    },
  },
  {
    name: `sends a POST once that ends in ${name}`,
    run: async ({ serve, drive }) => {
      const api = serve(fault);
      const outcome = await drive({
        client: { apiKey: key, companyId, baseUrl: api.baseUrl },
        request: { ...rolesRequest, method: 'POST', body: {} },
      });
      expectError(outcome, { kind: 'connection_lost', maybeApplied: true, attempts: 1 });
      assert.equal(api.requests.length, 1);
    },
  },
]);

/** @type {Case} */
const everywhere = {
  name: 'gives no part of a list that ends after any of its bytes',
  run: async ({ serve, drive }) => {
    for (let length = 0; length < whole.length; length++) {
      const api = serve(faults.wrongLength(whole.length, whole.slice(0, length)));
      const client = { apiKey: key, baseUrl: api.baseUrl, retries: 0 };
      expectError(await drive({ client }), { kind: 'connection_lost', attempts: 1 });
    }
  },
};

/** @type {Case} */
const failing = {
  name: 'keeps the status of an answer in mind that ended too early',
  run: async ({ serve, drive }) => {
    const api = serve((exchange) => {
      const head = 'HTTP/1.1 401 No\r\ncontent-type: application/json\r\ncontent-length: 99\r\n';
      exchange.write(`${head}${exchange.cors}\r\n{"type":`);
      exchange.socket.end();
    });
    const client = { apiKey: key, baseUrl: api.baseUrl, retries: 0 };
    expectError(await drive({ client }), { kind: 'connection_lost', status: 401 });
  },
};

const pack = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

/** @type {Case[]} */
const packed = Object.entries(pack).map(([encoding, compress]) => ({
  name: `gives no part of a list in ${encoding} that ends after any of its bytes`,
  skip: {
    chromium: 'its decoders differ, and it reads brotli over https alone',
    firefox: 'its decoders differ, and it reads brotli over https alone',
  },
  run: async ({ serve, drive }) => {
    const list = JSON.stringify(companiesReply());
    const bytes = compress(list);
    for (let length = 1; length < bytes.length; length++) {
      const api = serve(faults.encoded(encoding, bytes.subarray(0, length)));
      const client = { apiKey: key, companyId, baseUrl: api.baseUrl, retries: 0 };
      const outcome = await drive({ client, request: rolesRequest });
      if (outcome.error) {
        assert.ok(['connection_lost', 'malformed_response'].includes(outcome.error.kind));
        continue;
      }
      // Only the checksum is missing: the list is whole.
      assert.deepEqual(outcome.value, { status: 200, data: JSON.parse(list) });
      assert.ok(length >= bytes.length - 9, `a success after ${length} of ${bytes.length} bytes`);
    }
  },
}));

/** @type {Case[]} */
const undecodable = ['gzip', 'deflate', 'br'].map((encoding) => ({
  name: `takes JSON that says it is ${encoding} for a lost connection`,
  skip: {
    chromium: 'fails before the answer, as a network failure',
    firefox: 'fails before the answer, as a network failure',
  },
  run: async ({ serve, drive }) => {
    const api = serve(faults.encoded(encoding, Buffer.from(whole)));
    const client = { apiKey: key, baseUrl: api.baseUrl, retries: 0 };
    expectError(await drive({ client }), { kind: 'connection_lost' });
  },
}));

/** @type {[string, Fault, string[]][]} name, fault, kinds that hosts make of it */
const ambiguous = [
  ['two different lengths', faults.doubleLength, ['network', 'connection_lost']],
  [
    'a length and chunks',
    ({ write, cors, socket }) => {
      const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 4\r\n';
      write(`${head}transfer-encoding: chunked\r\n${cors}\r\n7\r\n`, '{"a":1}\r\n0\r\n\r\n');
      socket.end();
    },
    ['network', 'connection_lost'],
  ],
  ['a length that is no number', faults.raw(rawWith('content-length: 2x')), ['network']],
  ['a negative length', faults.raw(rawWith('content-length: -2')), ['network']],
  ['no head at all', faults.raw('hello\r\n\r\n'), ['network']],
  ['half a head', faults.raw('HTTP/1.1 200 OK\r\ncontent-ty'), ['network']],
  ['a status of four digits', faults.raw('HTTP/1.1 2000 OK\r\n\r\n'), ['network']],
  ['a status of letters', faults.raw('HTTP/1.1 abc OK\r\n\r\n'), ['network']],
  ['a status below 100', faults.raw('HTTP/1.1 000 OK\r\n\r\n'), ['network']],
  ['a header of a megabyte', faults.hugeHeader, ['network']],
];

/**
 * @param {string} header
 * @returns {string}
 */
function rawWith(header) {
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${header}\r\n\r\n{}`;
}

/** @type {Case[]} */
const refused = ambiguous.map(([name, fault, kinds]) => ({
  name: `gives a typed error for ${name}, and no success`,
  skip: {
    chromium: 'reads much of it all the same',
    firefox: 'reads much of it all the same',
  },
  run: async ({ serve, drive }) => {
    const api = serve(fault);
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl, retries: 0 };
    const outcome = await drive({ client, request: rolesRequest });
    const error = expectError(outcome, { attempts: 1, retryable: true });
    assert.ok(kinds.includes(error.kind), error.kind);
  },
}));

/** @type {[string, Fault, unknown][]} name, fault, data */
const wholeForms = [
  ['ends with the connection', faults.raw(`${rawWith('x: y')}`), {}],
  [
    'comes in single bytes',
    faults.chunked(`${[...'{"a":1}'].map(chunkOf).join('')}0\r\n\r\n`),
    { a: 1 },
  ],
  ['has trailers', faults.chunked(`${chunkOf('{"a":1}')}0\r\nx-check: 1\r\n\r\n`), { a: 1 }],
  ['is packed twice', faults.encoded('gzip, gzip', gzipSync(gzipSync('{"a":1}'))), { a: 1 }],
];

/** @type {Case[]} */
const complete = wholeForms.map(([name, fault, data]) => ({
  name: `reads a reply that ${name}`,
  skip: name.includes('connection')
    ? { chromium: 'carries no leave for a page to read it', firefox: 'the same' }
    : undefined,
  run: async ({ serve, drive }) => {
    const api = serve(fault);
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    const outcome = await drive({ client, request: rolesRequest });
    assert.deepEqual(outcome.value, { status: 200, data });
  },
}));

export const truncationCases = [
  ...lost,
  everywhere,
  failing,
  ...packed,
  ...undecodable,
  ...refused,
  ...complete,
];
