/** The key: its form, its life, its death. */

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { createKeyStore } from '../../web/sandbox/key-store.js';
import { payloadOf, send, useSandbox } from './support.js';

/**
 * @param {{ url: string }} sandbox
 * @param {string} key
 */
const statusWith = async ({ url }, key) =>
  (await send(`${url}/accounts/companies`, { headers: { 'x-api-key': key } })).status;

test('makes keys that are JWTs with a member, a company, a time and an id, and no expiry', async (t) => {
  const sandbox = await useSandbox(t, { companies: [{ _id: 'a1', name: 'Paper Kite Agency' }] });
  const before = Math.floor(Date.now() / 1000);
  const key = sandbox.generateKey();
  const [header, , signature] = key.split('.');
  assert.match(key, /^[\w-]+\.[\w-]+\.[\w-]+$/);
  assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url').toString()), {
    alg: 'HS256',
    typ: 'JWT',
  });
  assert.equal(Buffer.from(signature, 'base64url').length, 32);
  const { member, company, jti, iat, ...rest } = payloadOf(key);
  assert.match(String(member), /^[0-9a-f]{24}$/);
  assert.equal(company, 'a1');
  assert.match(String(jti), /^[0-9a-f-]{36}$/);
  assert.ok(Number(iat) >= before && Number(iat) <= before + 5);
  assert.deepEqual(rest, {});
});

test('signs keys with a secret that differs from start to start', async (t) => {
  const [one, other] = [createKeyStore(undefined), createKeyStore(undefined)];
  const key = one.generate('a1');
  other.generate('a1');
  assert.equal(one.accepts(key), true);
  assert.equal(other.accepts(key), false);
  const [header, payload, signature] = key.split('.');
  const guess = createHmac('sha256', '').update(`${header}.${payload}`).digest('base64url');
  t.assert.notStrictEqual(signature, guess);
});

test('makes a different key each time', async (t) => {
  const sandbox = await useSandbox(t);
  const keys = new Set(Array.from({ length: 50 }, sandbox.generateKey));
  assert.equal(keys.size, 50);
});

test('kills the old key the moment a new one is made', async (t) => {
  const sandbox = await useSandbox(t);
  const old = sandbox.generateKey();
  assert.equal(await statusWith(sandbox, old), 200);
  const fresh = sandbox.generateKey();
  assert.deepEqual([await statusWith(sandbox, old), await statusWith(sandbox, fresh)], [401, 200]);
});

test('keeps a key working when companies, CORS and faults change', async (t) => {
  const sandbox = await useSandbox(t);
  const key = sandbox.generateKey();
  sandbox.setCompanies([]);
  sandbox.setCors('closed');
  sandbox.setFaults([]);
  assert.equal(await statusWith(sandbox, key), 200);
});

test('gives keys an expiry when a lifetime is asked for', async (t) => {
  const sandbox = await useSandbox(t, { keyLifetimeSeconds: 3600 });
  const key = sandbox.generateKey();
  const { iat, exp } = payloadOf(key);
  assert.equal(Number(exp) - Number(iat), 3600);
  assert.equal(await statusWith(sandbox, key), 200);
});

test('refuses an expired key with 401', async (t) => {
  const sandbox = await useSandbox(t, { keyLifetimeSeconds: -1 });
  const key = sandbox.generateKey();
  assert.ok(Number(payloadOf(key).exp) < Date.now() / 1000);
  assert.equal(await statusWith(sandbox, key), 401);
});

test('makes a key for an owner without a company', async (t) => {
  const sandbox = await useSandbox(t, { companies: [] });
  const key = sandbox.generateKey();
  assert.equal(Object.hasOwn(payloadOf(key), 'company'), false);
  assert.equal(await statusWith(sandbox, key), 200);
});
