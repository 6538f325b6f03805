/** The two API calls: their shape, and each of their refusals. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send, useSandbox } from './support.js';

const guidesCompany = { _id: '6525994184e9ddd79853450e', name: 'onethread123' };

const guidesReply = `{
  "message": "Companies associated with API token.",
  "companies": [
    {
      "_id": "6525994184e9ddd79853450e",
      "name": "onethread123",
      "logo": "",
      "extraSmallLogo": "",
      "largeLogo": ""
    }
  ]
}`;

test("answers with the guide's example reply, byte for byte", async (t) => {
  const sandbox = await useSandbox(t, { companies: [guidesCompany] });
  const answer = await send(`${sandbox.url}/accounts/companies`, {
    headers: { 'x-api-key': sandbox.generateKey() },
  });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  assert.deepEqual(answer.bytes, Buffer.from(guidesReply));
});

test('has one invented company with a 24-digit id by default', async (t) => {
  const sandbox = await useSandbox(t);
  const answer = await send(`${sandbox.url}/accounts/companies`, {
    headers: { 'x-api-key': sandbox.generateKey() },
  });
  const { companies } = JSON.parse(answer.text);
  assert.equal(companies.length, 1);
  assert.match(companies[0]._id, /^[0-9a-f]{24}$/);
});

test('sends along 0 companies, 10,000 companies and unknown fields', async (t) => {
  const sandbox = await useSandbox(t, { companies: [] });
  const headers = { 'x-api-key': sandbox.generateKey() };
  const list = async () =>
    JSON.parse((await send(`${sandbox.url}/accounts/companies`, { headers })).text).companies;
  assert.deepEqual(await list(), []);
  sandbox.setCompanies(
    Array.from({ length: 10_000 }, (_, index) => ({
      _id: `id-${index}`,
      name: `Company ${index}`,
    })),
  );
  assert.deepEqual([(await list()).length, (await list())[9999].name], [10_000, 'Company 9999']);
  const odd = { ...guidesCompany, logo: 'https://cdn.example/a.png', plan: { seats: 3 } };
  sandbox.setCompanies([odd]);
  assert.deepEqual(await list(), [{ ...odd, extraSmallLogo: '', largeLogo: '' }]);
});

const badKeys = [
  { claim: 'no key', headers: {} },
  { claim: 'an empty key', headers: { 'x-api-key': '' } },
  { claim: 'a key it never made', headers: { 'x-api-key': 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln' } },
  { claim: 'a key in Authorization only', headers: { authorization: 'Bearer KEY' } },
  { claim: 'the key in other letter case', headers: { 'x-api-key': 'UPPER' } },
  { claim: 'the key with one character more', headers: { 'x-api-key': 'LONGER' } },
];

for (const path of ['/accounts/companies', '/roles?type=company']) {
  for (const { claim, headers } of badKeys) {
    test(`refuses ${claim} on ${path} with 401`, async (t) => {
      const sandbox = await useSandbox(t, { companies: [guidesCompany] });
      const key = sandbox.generateKey();
      const fill = (/** @type {string} */ text) =>
        text.replace('KEY', key).replace('UPPER', key.toUpperCase()).replace('LONGER', `${key}A`);
      const sent = Object.entries(headers).map(([name, value]) => [name, fill(value)]);
      const answer = await send(sandbox.url + path, { headers: Object.fromEntries(sent) });
      assert.equal(answer.status, 401);
      assert.deepEqual(JSON.parse(answer.text), { type: 'AuthenticationError', status: 401 });
    });
  }
}

test('refuses every key before one was generated', async (t) => {
  const sandbox = await useSandbox(t);
  const answer = await send(`${sandbox.url}/accounts/companies`, {
    headers: { 'x-api-key': 'undefined' },
  });
  assert.equal(answer.status, 401);
});

test('lists the roles of a company in the documented shape', async (t) => {
  const sandbox = await useSandbox(t, { companies: [guidesCompany] });
  const headers = { 'x-api-key': sandbox.generateKey(), companyid: guidesCompany._id };
  const answer = await send(`${sandbox.url}/roles?type=company`, { headers });
  const { roles } = JSON.parse(answer.text);
  assert.equal(answer.status, 200);
  assert.deepEqual(
    roles.map((/** @type {{ role: { name: string } }} */ { role }) => role.name),
    ['superAdmin', 'admin', 'member', 'client'],
  );
  for (const entry of roles) {
    const { _id, role, createdAt, updatedAt, ...rest } = entry;
    assert.deepEqual(rest, { company: guidesCompany._id, __v: 0, type: 'company' });
    assert.deepEqual(Object.keys(role), ['_id', 'responsibility', 'name']);
    assert.match(`${_id} ${role._id}`, /^[0-9a-f]{24} [0-9a-f]{24}$/);
    assert.notEqual(_id, role._id);
    for (const date of [createdAt, updatedAt]) assert.equal(new Date(date).toISOString(), date);
  }
});

test('takes the company header in any letter case', async (t) => {
  const sandbox = await useSandbox(t, { companies: [guidesCompany] });
  const headers = { 'X-API-Key': sandbox.generateKey(), companyId: guidesCompany._id };
  assert.equal((await send(`${sandbox.url}/roles?type=company`, { headers })).status, 200);
});

const roleRefusals = [
  {
    claim: 'a missing companyid',
    path: '/roles?type=company',
    companyId: undefined,
    error: { type: 'ValidationError', status: 400, fieldName: 'companyid' },
  },
  {
    claim: 'an empty companyid',
    path: '/roles?type=company',
    companyId: '',
    error: { type: 'ValidationError', status: 400, fieldName: 'companyid' },
  },
  {
    claim: "a companyid that is not the owner's",
    path: '/roles?type=company',
    companyId: '6525994184e9ddd79853450f',
    error: { type: 'PermissionError', status: 403 },
  },
  {
    claim: 'a missing type',
    path: '/roles',
    companyId: guidesCompany._id,
    error: { type: 'ValidationError', status: 400, fieldName: 'type' },
  },
  {
    claim: 'another type',
    path: '/roles?type=individual',
    companyId: guidesCompany._id,
    error: { type: 'ValidationError', status: 400, fieldName: 'type' },
  },
];

for (const { claim, path, companyId, error } of roleRefusals) {
  test(`refuses ${claim} on /roles with ${error.status} ${error.type}`, async (t) => {
    const sandbox = await useSandbox(t, { companies: [guidesCompany] });
    const key = { 'x-api-key': sandbox.generateKey() };
    const headers = companyId === undefined ? key : { ...key, companyid: companyId };
    const answer = await send(sandbox.url + path, { headers });
    assert.equal(answer.status, error.status);
    assert.deepEqual(JSON.parse(answer.text), error);
  });
}

test('answers every other path with a JSON 404', async (t) => {
  const sandbox = await useSandbox(t);
  for (const path of ['/', '/accounts', '/accounts/companies/', '/api/v1/roles', '/%2froles']) {
    const answer = await send(sandbox.url + path);
    assert.equal(answer.status, 404, path);
    assert.deepEqual(JSON.parse(answer.text), { type: 'NotFoundError', status: 404 }, path);
  }
});

test('answers a wrong method with a JSON 405 that names the right ones', async (t) => {
  const sandbox = await useSandbox(t);
  for (const path of ['/accounts/companies', '/roles']) {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await send(sandbox.url + path, { method });
      assert.equal(answer.status, 405, `${method} ${path}`);
      assert.equal(answer.headers.allow, 'GET, HEAD');
      assert.deepEqual(JSON.parse(answer.text), { type: 'MethodNotAllowedError', status: 405 });
    }
  }
});

test('refuses a body above 8 MiB with 413 and goes on', async (t) => {
  const sandbox = await useSandbox(t);
  const body = 'x'.repeat(12 * 1024 * 1024);
  const answer = await send(`${sandbox.url}/members/bulk-lead`, { method: 'POST', body });
  assert.equal(answer.status, 413);
  assert.equal((await send(`${sandbox.url}/`)).status, 404);
});

test('gives every answer an id of its own and forbids storing it', async (t) => {
  const sandbox = await useSandbox(t, { faults: [{ path: '/roles', status: 503 }] });
  const ids = new Set();
  const paths = ['/accounts/companies', '/roles', '/nowhere', '/workspace-config?tab=api-key'];
  for (const path of paths) {
    const { headers } = await send(sandbox.url + path);
    ids.add(headers['x-request-id']);
    assert.equal(headers['cache-control'], 'no-store', path);
    assert.equal(headers['referrer-policy'], 'no-referrer', path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
  }
  assert.equal(ids.size, paths.length);
  assert.equal(ids.has(undefined), false);
});
