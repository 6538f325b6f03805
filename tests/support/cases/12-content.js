// Owns the cases of row 12 of the promises: what is no reply of the API is told apart from one, and no
// text of it is repeated.

import assert from 'node:assert/strict';
import { expectError } from '../expect.js';
import { html, json, reply } from '../faults.js';
import { companiesReply, companyId, key, rolesRequest } from '../samples.js';

/** @import { Fault } from '../fault-server.js' */
/** @import { Case } from '../stage.js' */

/** @type {[string, Fault, Record<string, unknown>, RegExp?][]} name, fault, error, message */
const pages = [
  ['a 200 web page', html(200), { kind: 'unexpected_content', status: 200 }, /text\/html/],
  ['a 201 web page', html(201), { kind: 'unexpected_content', status: 201 }, /text\/html/],
  [
    'a web page of 100 KB',
    html(200, 100_000),
    { kind: 'unexpected_content', status: 200 },
    /text\/html/,
  ],
  ['a 502 web page of 100 KB', html(502, 100_000), { kind: 'server_error', status: 502 }],
  ['a 503 web page', html(503), { kind: 'server_error', status: 503 }],
  ['a 401 web page', html(401), { kind: 'key_rejected', status: 401 }],
  ['a 403 web page', html(403), { kind: 'forbidden', status: 403 }],
  ['a 404 web page', html(404), { kind: 'not_found', status: 404 }],
  ['a 418 web page', html(418), { kind: 'unrecognised', status: 418 }],
  [
    'plain text',
    reply({ type: 'text/plain', body: 'secret words' }),
    { kind: 'unexpected_content' },
    /text\/plain/,
  ],
  [
    'a picture',
    reply({ type: 'image/png', body: Buffer.from([0x89, 0x50]) }),
    { kind: 'unexpected_content' },
  ],
  [
    'JSON that says it is a web page',
    reply({ type: 'text/html', body: '{"companies":[]}' }),
    { kind: 'unexpected_content' },
  ],
  [
    'a web page that says it is JSON',
    reply({ body: '<p>secret words</p>' }),
    { kind: 'malformed_response', status: 200 },
  ],
  [
    'a web page without a media type',
    reply({ type: null, body: '<p>secret words</p>' }),
    { kind: 'malformed_response' },
  ],
];

/** @type {Case[]} */
const notTheApi = pages.map(([name, fault, expected, message = /./]) => ({
  name: `gives ${expected.kind} for ${name}, without a word of it`,
  run: async ({ serve, drive }) => {
    const api = serve(fault);
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl, retries: 0 };
    const outcome = await drive({ client, request: rolesRequest, print: true });
    const error = expectError(outcome, expected);
    assert.match(error.message, message);
    assert.ok(error.message.length <= 200, `${error.message.length} characters`);
    assert.ok(!outcome.printed.join().includes('secret words'));
  },
}));

/** @type {[string | null, boolean][]} media type, whether it is one of JSON */
const types = [
  ['application/json', true],
  ['APPLICATION/JSON', true],
  ['application/json;charset=utf-8', true],
  ['application/json; charset=utf-16', true],
  [' application/json ', true],
  ['application/problem+json', true],
  ['application/vnd.example.v1+JSON; a=b', true],
  [null, true],
  ['text/json', false],
  ['application/jsonp', false],
  ['application/json5', false],
  ['application/x-json', false],
  ['+json', false],
  ['json', false],
  ['application/xml', false],
  ['text/html;application/json', false],
  ['application/octet-stream', false],
];

/** @type {Case[]} */
const mediaTypes = types.map(([type, isJson]) => ({
  name: `${isJson ? 'reads' : 'refuses'} the media type ${type}`,
  run: async ({ serve, drive }) => {
    const api = serve(reply({ type, body: '{"ok":true}' }));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    const outcome = await drive({ client, request: rolesRequest });
    if (isJson) assert.deepEqual(outcome.value, { status: 200, data: { ok: true } });
    else expectError(outcome, { kind: 'unexpected_content', status: 200 });
  },
}));

const BAD = 'malformed_response';

/** @type {[string, string, unknown, unknown][]} name, body, data of request, error or companies */
const bodies = [
  ['an empty body', '', undefined, BAD],
  ['null', 'null', null, BAD],
  ['[]', '[]', [], BAD],
  ['"x"', '"x"', 'x', BAD],
  ['0', '0', 0, BAD],
  ['false', 'false', false, BAD],
  ['{}', '{}', {}, BAD],
  ['{"companies":{}}', '{"companies":{}}', { companies: {} }, BAD],
  ['{"companies":null}', '{"companies":null}', { companies: null }, BAD],
  ['no companies', '{"companies":[]}', { companies: [] }, []],
  ['a leading byte order mark', '\ufeff{"companies":[]}', { companies: [] }, []],
  ['white space around', ' \r\n\t{"companies":[]}\n ', { companies: [] }, []],
  ['an error in a 200', '{"error":"no"}', { error: 'no' }, BAD],
  ['success: false in a 200', '{"success":false}', { success: false }, BAD],
];

/** @type {Case[]} */
const forms = bodies.map(([name, body, data, companies]) => ({
  name: `defines a 200 that is ${name}`,
  run: async ({ serve, drive }) => {
    const api = serve(reply({ body }));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    const answer = await drive({ client, request: rolesRequest });
    const expected = data === undefined ? { status: 200 } : { status: 200, data };
    assert.deepEqual(JSON.parse(JSON.stringify(answer.value)), expected);
    const list = await drive({ client });
    if (typeof companies === 'string') expectError(list, { kind: companies, status: 200 });
    else assert.deepEqual(list.value, companies);
  },
}));

/** @type {Case[]} */
const blank = [' ', '\n', '\ufeff', '\u0000', '{', 'undefined', 'NaN', "{'a':1}", '{"a":1}x'].map(
  (body) => ({
    name: `gives malformed_response for the body ${JSON.stringify(body)}`,
    run: async ({ serve, drive }) => {
      const api = serve(reply({ body }));
      const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
      const outcome = await drive({ client, request: rolesRequest });
      expectError(outcome, { kind: BAD, status: 200, retryable: false, attempts: 1 });
    },
  }),
);

/** @type {Case[]} */
const empty = [204, 205].map((status) => ({
  name: `gives no data for a ${status}`,
  run: async ({ serve, drive }) => {
    const api = serve(reply({ status, type: null }));
    const client = { apiKey: key, companyId, baseUrl: api.baseUrl };
    const { value } = await drive({ client, request: rolesRequest });
    assert.deepEqual(JSON.parse(JSON.stringify(value)), { status });
    expectError(await drive({ client }), { kind: BAD, status });
  },
}));

/** @type {Case} */
const many = {
  name: 'reads 10,000 companies, and where the last one has no id names its place',
  run: async ({ serve, drive }) => {
    const list = companiesReply(10_000);
    const client = { apiKey: key };
    const { value } = await drive({ client: { ...client, baseUrl: serve(json(list)).baseUrl } });
    const companies = /** @type {{ id: string, name: string }[]} */ (value);
    assert.equal(companies.length, 10_000);
    assert.deepEqual(companies[0], {
      id: companyId,
      name: 'Lantern Tide Studio',
      logo: 'https://cdn.example.com/logo.png',
      extraSmallLogo: '',
      largeLogo: 'https://cdn.example.com/large.png',
    });
    Reflect.deleteProperty(list.companies[9_999], '_id');
    const outcome = await drive({ client: { ...client, baseUrl: serve(json(list)).baseUrl } });
    expectError(outcome, { kind: BAD, where: 'companies[9999]._id' });
  },
};

export const contentCases = [...notTheApi, ...mediaTypes, ...forms, ...blank, ...empty, many];
