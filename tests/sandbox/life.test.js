/** The sandbox as an object: options, the record of requests, and its end. */

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inventCompanies, startSandbox } from '../../web/sandbox/index.js';
import { runNode, send, useSandbox } from './support.js';

/** @import { SandboxOptions } from '../../web/sandbox/index.js' */

test('says where it is', async (t) => {
  const sandbox = await useSandbox(t);
  assert.equal(sandbox.url, `http://127.0.0.1:${sandbox.port}`);
  assert.equal(sandbox.settingsUrl, `${sandbox.url}/workspace-config?tab=api-key`);
});

test('says where it is reached when it listens on IPv6 or on every address', async (t) => {
  for (const [host, name] of [
    ['::1', '[::1]'],
    ['0.0.0.0', '127.0.0.1'],
  ]) {
    const sandbox = await useSandbox(t, { host });
    assert.equal(sandbox.url, `http://${name}:${sandbox.port}`);
    assert.equal((await send(`${sandbox.url}/nowhere`)).status, 404);
  }
});

test('keeps two sandboxes apart', async (t) => {
  const [one, other] = [await useSandbox(t), await useSandbox(t)];
  const headers = { 'x-api-key': one.generateKey() };
  other.generateKey();
  other.setFaults([{ path: '/roles', status: 500 }]);
  assert.equal((await send(`${one.url}/accounts/companies`, { headers })).status, 200);
  assert.equal((await send(`${other.url}/accounts/companies`, { headers })).status, 401);
  assert.deepEqual([one.requests.length, other.requests.length], [1, 1]);
});

test('records every request in order, as it was sent', async (t) => {
  const sandbox = await useSandbox(t);
  await send(`${sandbox.url}/accounts/companies?a=%20b`, {
    headers: { 'X-API-Key': 'k', Origin: 'https://page.example' },
  });
  await send(`${sandbox.url}/members/bulk-lead`, { method: 'POST', body: '[{"name":"é"}]' });
  await send(`${sandbox.url}/roles`, {
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'GET' },
  });
  assert.deepEqual(
    sandbox.requests.map(({ method, path, body, origin }) => [method, path, body, origin]),
    [
      ['GET', '/accounts/companies?a=%20b', '', 'https://page.example'],
      ['POST', '/members/bulk-lead', '[{"name":"é"}]', undefined],
      ['OPTIONS', '/roles', '', undefined],
    ],
  );
  assert.equal(sandbox.requests[0].headers['x-api-key'], 'k');
  assert.equal(Object.hasOwn(sandbox.requests[0].headers, 'companyid'), false);
});

test('records a request that is no proper one', async (t) => {
  const sandbox = await useSandbox(t);
  const answer = await send(`${sandbox.url}/roles`, { headers: { host: 'a b' } });
  assert.equal(answer.status, 400);
  assert.equal(sandbox.requests.length, 1);
});

test('empties the record in place', async (t) => {
  const sandbox = await useSandbox(t);
  const { requests } = sandbox;
  await send(`${sandbox.url}/roles`);
  assert.equal(requests.length, 1);
  sandbox.clearRequests();
  await send(`${sandbox.url}/again`);
  assert.deepEqual(
    requests.map(({ path }) => path),
    ['/again'],
  );
  assert.equal(sandbox.requests, requests);
});

const badOptions = /** @type {[unknown, string][]} */ ([
  [{ prot: 1 }, 'prot: unknown option'],
  [{ port: -1 }, 'port: must be an integer from 0 to 65535'],
  [{ port: '8080' }, 'port: must be an integer from 0 to 65535'],
  [{ host: '' }, 'host: must be an address'],
  [{ cors: 'ajar' }, 'cors: must be one of open, closed, no-api-key-header, refusals-closed'],
  [{ cors: null }, 'cors: must be one of open, closed, no-api-key-header, refusals-closed'],
  [{ keyLifetimeSeconds: 1.5 }, 'keyLifetimeSeconds: must be an integer'],
  [{ companies: {} }, 'companies: must be an array'],
  [{ companies: [{ name: 'x' }] }, 'companies[0]._id: must be a string'],
  [{ companies: [{ _id: 'a', name: 'x' }, { _id: 'b' }] }, 'companies[1].name: must be a string'],
  [{ companies: [null] }, 'companies[0]._id: must be a string'],
  [{ faults: [{ status: 1 }] }, 'faults[0].status: must be an integer from 200 to 599'],
]);

test('refuses options that cannot be, and names the place', async () => {
  for (const [options, message] of badOptions) {
    const start = startSandbox(/** @type {SandboxOptions} */ (options));
    await assert.rejects(start, { name: 'TypeError', message });
  }
});

test('reports a port that is taken', async (t) => {
  const { port } = await useSandbox(t);
  await assert.rejects(startSandbox({ port }), { code: 'EADDRINUSE' });
});

test('invents companies whose ids and names all differ', () => {
  const companies = inventCompanies(10_000);
  assert.equal(new Set(companies.map(({ _id }) => _id)).size, 10_000);
  assert.equal(new Set(companies.map(({ name }) => name)).size, 10_000);
  for (const { _id } of companies) assert.match(_id, /^[0-9a-f]{24}$/);
});

test('replaces no global of the process it runs in', async (t) => {
  const before = [globalThis.Request, globalThis.Response, globalThis.fetch, globalThis.Headers];
  const sandbox = await useSandbox(t);
  await send(`${sandbox.url}/accounts/companies`);
  assert.deepEqual(
    [globalThis.Request, globalThis.Response, globalThis.fetch, globalThis.Headers],
    before,
  );
});

test('closes at once, with open sockets, hanging requests and long delays', async () => {
  const sandbox = await startSandbox({
    faults: [
      { path: '/hang', hang: true },
      { path: '/slow', delayMs: 60_000 },
    ],
  });
  const idle = connect(sandbox.port, '127.0.0.1').on('error', () => {});
  const idleEnds = new Promise((resolve) => idle.once('close', () => resolve('closed')));
  const pending = ['/hang', '/slow'].map((path) =>
    assert.rejects(send(sandbox.url + path), { code: 'ECONNRESET' }),
  );
  while (sandbox.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  const startedMs = performance.now();
  await sandbox.close();
  assert.ok(performance.now() - startedMs < 1000);
  await Promise.all(pending);
  assert.equal(await idleEnds, 'closed');
  await assert.rejects(send(sandbox.url), { code: 'ECONNREFUSED' });
});

test('can be closed again and again', async () => {
  const sandbox = await startSandbox();
  await Promise.all([sandbox.close(), sandbox.close()]);
  await sandbox.close();
  await assert.rejects(send(sandbox.url), { code: 'ECONNREFUSED' });
});

test('leaves no handle behind: a process that closed it ends by itself', async () => {
  const index = fileURLToPath(new URL('../../web/sandbox/index.js', import.meta.url));
  const program = `
    const { startSandbox } = await import(${JSON.stringify(index)});
    const sandbox = await startSandbox({ faults: [{ delayMs: 60000 }] });
    const pending = fetch(sandbox.url + '/roles').catch(() => 'dropped');
    while (sandbox.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await sandbox.close();
    console.log(await pending);
  `;
  const { status, stdout, stderr } = await runNode(['--input-type=module', '-e', program]);
  assert.deepEqual([status, stdout, stderr], [0, 'dropped\n', '']);
});

test('says nothing on the console, whatever clients do', async () => {
  const index = fileURLToPath(new URL('../../web/sandbox/index.js', import.meta.url));
  const program = `
    const { startSandbox, inventCompanies } = await import(${JSON.stringify(index)});
    const sandbox = await startSandbox({ companies: inventCompanies(10000) });
    const headers = { 'x-api-key': sandbox.generateKey() };
    for (let index = 0; index < 10; index += 1) {
      const stop = new AbortController();
      const response = await fetch(sandbox.url + '/accounts/companies', { headers, signal: stop.signal });
      stop.abort();
      await response.text().catch(() => undefined);
    }
    sandbox.setFaults([{ times: 3, reset: true }]);
    for (let index = 0; index < 3; index += 1) await fetch(sandbox.url, { headers }).catch(() => undefined);
    const body = new ReadableStream({ pull: (flow) => flow.error(new Error('gone')) });
    await fetch(sandbox.url, { method: 'POST', body, duplex: 'half', headers }).catch(() => undefined);
    await sandbox.close();
  `;
  assert.deepEqual(await runNode(['--input-type=module', '-e', program]), {
    status: 0,
    stdout: '',
    stderr: '',
  });
});
