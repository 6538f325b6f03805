// Owns the cases of row 9 of the promises: nothing that can be printed holds the key, or eight
// characters of it, whatever a server sends back.

import assert from 'node:assert/strict';
import { expectError, expectNoKey } from '../expect.js';
import * as faults from '../faults.js';
import { companyId, key, rolesRequest } from '../samples.js';

/** @import { Call } from '../drive.js' */
/** @import { Fault } from '../fault-server.js' */
/** @import { Case } from '../stage.js' */

/** What a server can make of the key. */
const statuses = [
  [400, 'validation'],
  [401, 'key_rejected'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [408, 'timeout'],
  [409, 'conflict'],
  [418, 'unrecognised'],
  [422, 'validation'],
  [429, 'rate_limited'],
  [500, 'server_error'],
  [503, 'server_error'],
];

const piece = key.slice(40, 48);

/** @type {[string, string, Fault][]} name, kind, fault */
const answers = [
  ...statuses.map(
    ([status, kind]) =>
      /** @type {[string, string, Fault]} */ ([
        `a ${status} that echoes the key everywhere`,
        kind,
        faults.echo(Number(status)),
      ]),
  ),
  [
    'eight characters of the key as request id and field name',
    'validation',
    faults.json(
      { type: 'ValidationError', status: 400, fieldName: piece },
      { status: 400, headers: [`x-request-id: id-${piece}`] },
    ),
  ],
  [
    'the key in the middle of a request id',
    'server_error',
    faults.status(500, [`x-request-id: a${key.slice(3)}b`]),
  ],
  ['the key as media type', 'unexpected_content', faults.reply({ type: key, body: key })],
  [
    'the key within a media type',
    'unexpected_content',
    faults.reply({ type: `text/${key.replaceAll('.', '-')}`, body: key }),
  ],
  [
    'a web page that shows the key',
    'unexpected_content',
    faults.reply({ type: 'text/html', body: `<p>${key}</p>` }),
  ],
  ['the key alone as the body', 'malformed_response', faults.reply({ body: key })],
  ['JSON cut behind the key', 'malformed_response', faults.reply({ body: `{"a":"${key}` })],
  [
    'the key as a place in the JSON',
    'malformed_response',
    faults.reply({ body: `{"${key}":{"${key}":` }),
  ],
  ['a redirect to a path with the key', 'redirect_refused', faults.redirect(302, `/${key}`)],
  [
    'a redirect to a user name with the key',
    'redirect_refused',
    faults.redirect(307, `http://${key}:${key}@localhost:1/?${key}#${key}`),
  ],
  [
    'a redirect to a host with a part of the key',
    'redirect_refused',
    faults.redirect(307, 'http://lowercase-secret.localhost/'),
  ],
  ['a reset', 'network', faults.resetBeforeHeaders],
  ['a reset within a body', 'connection_lost', faults.resetMidBody],
  ['no answer', 'timeout', faults.stallBeforeHeaders],
  ['too large an answer', 'response_too_large', faults.flood(8)],
];

/**
 * @param {string} name
 * @param {string} kind
 * @param {Fault} fault
 * @param {string} [ownKey]
 * @returns {Case}
 */
function echoed(name, kind, fault, ownKey = key) {
  return {
    name: `prints no part of the key after ${name} (${kind})`,
    run: async ({ serve, drive }) => {
      const api = serve(fault);
      const client = {
        apiKey: ownKey,
        companyId,
        baseUrl: api.baseUrl,
        retries: 0,
        timeoutMs: 400,
      };
      const outcome = await drive({ client, request: rolesRequest, print: true });
      expectError(outcome, { kind });
      assert.ok(outcome.printed.length > 20);
      expectNoKey(outcome.printed, ownKey);
    },
  };
}

const echoes = answers.map(([name, kind, fault]) =>
  echoed(name, kind, fault, name.includes('host') ? 'lowercase-secret.key' : key),
);

/** @type {Case} */
const retried = {
  name: 'prints no part of the key in the events of retries',
  run: async ({ serve, drive }) => {
    const api = serve(faults.echo(503));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    const outcome = await drive({ client, request: rolesRequest, print: true });
    expectError(outcome, { kind: 'server_error', attempts: 3 });
    assert.equal(outcome.events.length, 6);
    expectNoKey(outcome.printed, key);
  },
};

/** @type {Case} */
const aborted = {
  name: 'prints no part of the key after an abort (aborted)',
  run: async ({ serve, drive }) => {
    const api = serve(faults.stallMidBody);
    const client = { apiKey: key, baseUrl: api.baseUrl };
    const outcome = await drive({ client, abortAfterMs: 100, reason: 'enough', print: true });
    expectError(outcome, { kind: 'aborted' });
    expectNoKey(outcome.printed, key);
  },
};

/** What a caller can do with the key in the wrong place. */
/** @type {[string, (baseUrl: string) => Call][]} */
const mistakes = [
  ['with a line break', (baseUrl) => ({ client: { apiKey: `${key}\r\n${key}`, baseUrl } })],
  [
    'with a letter that no header carries',
    (baseUrl) => ({ client: { apiKey: `${key}é`, baseUrl } }),
  ],
  ['that is too long', (baseUrl) => ({ client: { apiKey: key.repeat(50), baseUrl } })],
  [
    'as a company id with a blank',
    (baseUrl) => ({ client: { apiKey: key, companyId: `${key} x`, baseUrl } }),
  ],
  [
    'as a path',
    (baseUrl) => ({ client: { apiKey: key, companyId, baseUrl }, request: { path: key } }),
  ],
  [
    'behind dots in a path',
    (baseUrl) => ({ client: { apiKey: key, companyId, baseUrl }, request: { path: `/../${key}` } }),
  ],
  [
    'as a method',
    (baseUrl) => ({
      client: { apiKey: key, companyId, baseUrl },
      request: { path: '/roles', method: key },
    }),
  ],
  [
    'as a query that is no object',
    (baseUrl) => ({
      client: { apiKey: key, companyId, baseUrl },
      request: { path: '/roles', query: key },
    }),
  ],
  ['as the name of an option', (baseUrl) => ({ client: { apiKey: key, baseUrl, [key]: key } })],
  ['as the base URL', () => ({ client: { apiKey: key, baseUrl: key } })],
  ['within the base URL', () => ({ client: { apiKey: key, baseUrl: `https://${key}@host` } })],
  ['as a time limit', (baseUrl) => ({ client: { apiKey: key, baseUrl, timeoutMs: key } })],
  ['as fetch', (baseUrl) => ({ client: { apiKey: key, baseUrl, fetch: key } })],
];

/** @type {Case[]} */
const invalid = mistakes.map(([name, make]) => ({
  name: `prints no part of a key ${name} (invalid_input)`,
  run: async ({ serve, drive }) => {
    const api = serve(faults.json({}));
    const outcome = await drive({ ...make(api.baseUrl), print: true });
    expectError(outcome, { kind: 'invalid_input' });
    expectNoKey(outcome.printed, key);
    assert.equal(api.requests.length, 0);
  },
}));

const wordKeys = ['1', '4', 'e', '_', 'key', 'timeout', 'rejected', 'key_rejected', 'server_error'];

/** @type {Case[]} */
const words = wordKeys.flatMap((word) => [
  {
    name: `keeps the fields of an error whole where the key is ${word}`,
    run: async ({ serve, drive }) => {
      const client = { apiKey: word, companyId, retries: 0 };
      const rejected = serve(faults.status(401));
      const first = await drive({
        client: { ...client, baseUrl: rejected.baseUrl },
        request: rolesRequest,
      });
      expectError(first, { kind: 'key_rejected', status: 401, retryable: false });
      const failing = serve(faults.status(503, ['retry-after: 14']));
      const second = await drive({
        client: { ...client, baseUrl: failing.baseUrl },
        request: { ...rolesRequest, method: 'POST' },
      });
      const expected = { kind: 'server_error', status: 503, retryable: true, maybeApplied: true };
      expectError(second, { ...expected, retryAfterMs: 14_000 });
    },
  },
]);

const onlyNode = "util.inspect is Node's own; a page has its console";

/** @type {Case} */
const inspected = {
  name: 'shows util.inspect no part of the key, hidden properties and all depths included',
  skip: { chromium: onlyNode, firefox: onlyNode },
  run: async ({ serve, drive }) => {
    for (const status of [401, 503]) {
      const client = { apiKey: key, companyId, baseUrl: serve(faults.echo(status)).baseUrl };
      const outcome = await drive({ client: { ...client, retries: 0 }, print: true });
      const hidden = outcome.printed.filter((text) => text.includes('[message]: '));
      assert.ok(hidden.length > 0, 'a text with hidden properties');
      expectNoKey(outcome.printed, key);
    }
  },
};

export const printingCases = [...echoes, retried, aborted, inspected, ...invalid, ...words];
