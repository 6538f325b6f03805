// Owns the big list of naughty strings on its way through the client: each of them in one place of a
// call. Owns no place: the rows name theirs.

import assert from 'node:assert/strict';
import { expectError } from './expect.js';
import { json } from './faults.js';
import { headerOf } from './request-reader.js';
import { companyId, key } from './samples.js';
import { readStrings } from './suites.js';

/** @import { Call } from './drive.js' */
/** @import { ReceivedRequest } from './request-reader.js' */
/** @import { Stage } from './stage.js' */

/**
 * What RFC 9112 lets stand in a request's head, and nothing that this client does not send.
 * @param {ReceivedRequest} request
 */
function expectWellFormed({ head, body }) {
  const [line, ...headers] = head.split('\r\n');
  assert.match(line, /^GET \/[A-Za-z0-9\-._~!$&'()*+,;=:@%/?]* HTTP\/1\.1$/);
  assert.doesNotMatch(line, /%(?![0-9A-F]{2})|\/\.{1,2}(?=[/? ])/i);
  for (const header of headers)
    assert.match(header, /^[A-Za-z0-9-]+: [\x21-\x7e](?:[ -~]*[\x21-\x7e])?$/);
  const names = headers.map((header) => header.split(':')[0].toLowerCase());
  assert.equal(new Set(names).size, names.length, 'a header twice');
  assert.equal(body.length, 0);
}

/**
 * Every string in one place of a call: refused there with nothing sent, or sent once, well formed.
 * @param {Stage} stage
 * @param {string} where option that an error names
 * @param {(text: string) => Partial<Call>} make
 * @param {(request: ReceivedRequest, text: string) => void} expectSent
 * @returns {Promise<number>} how many were sent
 */
export async function sendStrings({ listen, drive }, where, make, expectSent) {
  const server = await listen();
  const api = server.serve(json({ ok: true }));
  const strings = readStrings();
  assert.equal(strings.length, 515);
  let sent = 0;
  /** @type {string[] | undefined} */
  let headerNames;
  for (const text of strings) {
    const { client, ...call } = make(text);
    const outcome = await drive({
      client: { apiKey: key, companyId, baseUrl: api.baseUrl, retries: 0, ...client },
      request: { path: '/roles' },
      ...call,
    });
    if (outcome.error) {
      expectError(outcome, { kind: 'invalid_input', where });
      assert.equal(api.requests.length, sent, `something was sent for ${JSON.stringify(text)}`);
      continue;
    }
    assert.deepEqual(outcome.value, { status: 200, data: { ok: true } }, JSON.stringify(text));
    sent++;
    assert.equal(api.requests.length, sent);
    const request = api.requests[sent - 1];
    expectWellFormed(request);
    const names = request.headers.map(([name]) => name);
    headerNames ??= names;
    assert.deepEqual(names, headerNames, 'the same headers for all');
    if (where !== 'apiKey') assert.equal(headerOf(request, 'x-api-key'), key);
    if (where !== 'companyId') assert.equal(headerOf(request, 'companyid'), companyId);
    assert.equal(headerOf(request, 'host'), new URL(api.baseUrl).host);
    assert.ok(request.target.startsWith(`${new URL(api.baseUrl).pathname}/`));
    expectSent(request, text);
  }
  assert.deepEqual(server.strays(), []);
  return sent;
}
