// Owns the cases of row 11 of the promises: a reply has a size cap, counted in decoded bytes.

import assert from 'node:assert/strict';
import { brotliCompressSync, constants, deflateSync } from 'node:zlib';
import { expectError } from '../expect.js';
import { encoded, flood, gzipOfBlanks, reply } from '../faults.js';
import { noMemory } from '../memory.js';
import { companyId, key, rolesRequest } from '../samples.js';

/** @import { Fault } from '../fault-server.js' */
/** @import { Case } from '../stage.js' */

const MEGABYTE = 2 ** 20;

/** @type {Uint8Array | undefined} */
let gzip;
/** Takes a second: made once. */
const makeGzip = () => {
  gzip ??= gzipOfBlanks(200);
  return gzip;
};

const brotliOfBlanks = (/** @type {number} */ megabytes) =>
  brotliCompressSync(Buffer.alloc(megabytes * MEGABYTE, ' '), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
  });

/** @type {[string, () => Fault, boolean?][]} name, fault, whether its bytes fit into buffers */
const bombs = [
  ['200 KiB of gzip that inflate to 200 MiB', () => encoded('gzip', makeGzip()), true],
  [
    'deflate that inflates to 64 MiB',
    () => encoded('deflate', deflateSync(Buffer.alloc(64 * MEGABYTE))),
    true,
  ],
  ['64 MiB as they are', () => flood(64)],
  ['64 MiB behind a 500', () => flood(64, 500)],
  ['64 MiB behind a 401', () => flood(64, 401)],
];

/** @type {Case[]} */
const tooLarge = bombs.map(([name, make, isSmall]) => ({
  name: `stops reading ${name} at the cap`,
  run: async ({ serve, drive }) => {
    const api = serve(make());
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    const outcome = await drive({ client, request: rolesRequest });
    const expected = { kind: 'response_too_large', retryable: false, attempts: 1 };
    expectError(outcome, expected);
    assert.ok(outcome.elapsedMs < 5_000, `${outcome.elapsedMs} ms`);
    assert.equal(api.requests.length, 1);
    // A client that has all bytes before it has inflated them has no connection to end.
    if (!isSmall) await api.exchanges[0].closed;
    const sent = api.exchanges[0].socket.bytesWritten;
    assert.ok(sent < 32 * MEGABYTE, `the server could send ${sent} bytes`);
  },
}));

/** @type {Case} */
const memory = {
  name: 'holds less than three times the cap while it reads 200 KiB of gzip that inflate to 200 MiB',
  skip: noMemory ? { chromium: noMemory, firefox: noMemory } : {},
  run: async ({ serve, watch, figure }) => {
    const quiet = serve(reply({ body: '{}' }));
    const api = serve(encoded('gzip', makeGzip()));
    const client = { apiKey: key, companyId };
    // What the first calls take is not the reply's.
    const first = { client: { ...client, baseUrl: quiet.baseUrl }, request: rolesRequest };
    await watch({ ...first, repeat: 50 });
    const bomb = { ...client, baseUrl: api.baseUrl };
    const { outcome, grownBytes } = await watch({ client: bomb, request: rolesRequest });
    expectError(outcome, { kind: 'response_too_large' });
    figure('memory that a gzip bomb took, with a cap of 4 MiB', grownBytes / MEGABYTE, 'MiB');
    assert.ok(grownBytes < 12 * MEGABYTE, `${grownBytes} bytes`);
    // Without this, a scale that sees nothing would do.
    const raised = { ...bomb, maxResponseBytes: 160 * MEGABYTE };
    const control = await watch({ client: raised, request: rolesRequest });
    expectError(control.outcome, { kind: 'response_too_large' });
    assert.ok(control.grownBytes > 12 * MEGABYTE, `control: ${control.grownBytes} bytes`);
  },
};

/** @type {Case} */
const brotli = {
  name: 'stops reading brotli that inflates to 64 MiB at the cap',
  // Browsers read brotli over https alone.
  skip: { chromium: 'no brotli over http', firefox: 'no brotli over http' },
  run: async ({ serve, drive }) => {
    const api = serve(encoded('br', brotliOfBlanks(64)));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    expectError(await drive({ client, request: rolesRequest }), { kind: 'response_too_large' });
  },
};

const text = (/** @type {number} */ bytes) => `"${'x'.repeat(bytes - 2)}"`;

/** @type {[string, number, number | undefined][]} name, bytes of the body, cap */
const atTheCap = [
  ['the default cap', 4 * MEGABYTE, undefined],
  ['a cap of 2 bytes', 2, 2],
  ['a cap of 1,000 bytes', 1000, 1000],
  ['a raised cap', 6 * MEGABYTE, 6 * MEGABYTE],
];

/** @type {Case[]} */
const edges = atTheCap.flatMap(([name, bytes, maxResponseBytes]) => [
  {
    name: `takes a reply that is exactly as large as ${name}`,
    run: async ({ serve, drive }) => {
      const api = serve(reply({ body: text(bytes) }));
      const client = { apiKey: key, companyId, baseUrl: api.baseUrl, maxResponseBytes };
      const { value } = await drive({ client, request: rolesRequest });
      const { data } = /** @type {{ data: string }} */ (value);
      assert.equal(data.length, bytes - 2);
    },
  },
  {
    name: `refuses a reply that is one byte larger than ${name}`,
    run: async ({ serve, drive }) => {
      const api = serve(reply({ body: text(bytes + 1) }));
      const client = { apiKey: key, companyId, baseUrl: api.baseUrl, maxResponseBytes };
      expectError(await drive({ client, request: rolesRequest }), { kind: 'response_too_large' });
    },
  },
]);

/** @type {Case} */
const write = {
  name: 'says of a POST whose reply is too large that it may have been applied',
  run: async ({ serve, drive }) => {
    const api = serve(flood(8));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    const outcome = await drive({ client, request: { ...rolesRequest, method: 'POST' } });
    expectError(outcome, { kind: 'response_too_large', maybeApplied: true, attempts: 1 });
    assert.equal(api.requests.length, 1);
  },
};

/** @type {Case[]} */
const refused = [0, -1, 1.5, '4096', null, 2 ** 53, 1e300, true, []].map((maxResponseBytes) => ({
  name: `refuses maxResponseBytes ${JSON.stringify(maxResponseBytes)}`,
  run: async ({ serve, drive }) => {
    const api = serve(reply({ body: '{}' }));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl, maxResponseBytes };
    const outcome = await drive({ client, request: rolesRequest });
    expectError(outcome, { kind: 'invalid_input', where: 'maxResponseBytes' });
    assert.equal(api.requests.length, 0);
  },
}));

export const sizeCases = [...tooLarge, memory, brotli, ...edges, write, ...refused];
