// The key in the WebAssembly memory: in no phase, neither whole nor a piece of 12 bytes.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { countPieces, loadWithMemory } from './support.js';

// No two pieces of 12 characters are alike, and none stands in a module by chance.
const key = Array.from({ length: 40 }, (_, at) => `k${(at * 7919 + 104729).toString(36)}`).join('');

/** @type {Record<string, (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void>} */
const answers = {
  ok: (_, response) =>
    response.setHeader('content-type', 'application/json').end('{"companies":[]}'),
  echo: ({ headers }, response) => {
    const text = JSON.stringify({
      companies: [{ _id: headers['x-api-key'], name: headers['x-api-key'] }],
    });
    response.setHeader('content-type', 'application/json').end(text);
  },
  refused: ({ headers }, response) => {
    const text = JSON.stringify({ type: 'X', status: 401, fieldName: headers['x-api-key'] });
    response
      .writeHead(401, {
        'content-type': 'application/json',
        'x-request-id': String(headers['x-api-key']),
      })
      .end(text);
  },
  broken: ({ headers }, response) =>
    response
      .setHeader('content-type', 'application/json')
      .end(`{"companies":"${headers['x-api-key']}`),
  redirect: (_, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
  reset: (_, response) => response.destroy(),
  hang: () => {},
};

/** @param {keyof typeof answers} name */
async function serve(name) {
  const server = createServer((request, response) => answers[name](request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { baseUrl: `http://127.0.0.1:${port}`, close };
}

test('the search finds a text that is there', async () => {
  const { agencyhandy, memory } = await loadWithMemory();
  agencyhandy.apiKeySettingsUrl('acme');
  assert.ok(memory().includes('workspace-config'));
  assert.equal(countPieces(Buffer.from(`x${key}x`), key), key.length - 11);
});

for (const name of /** @type {(keyof typeof answers)[]} */ (Object.keys(answers))) {
  test(`no piece of the key is left while a request runs and after it (${name})`, async () => {
    const { agencyhandy, memory } = await loadWithMemory();
    const { baseUrl, close } = await serve(name);
    const client = agencyhandy.createClient({ apiKey: key, baseUrl, retries: 0, timeoutMs: 200 });
    assert.equal(countPieces(memory(), key), 0, 'before the call');
    const call = client.listCompanies().catch(() => 'failed');
    await wait(1);
    assert.equal(countPieces(memory(), key), 0, 'while it runs');
    await call;
    assert.equal(countPieces(memory(), key), 0, 'after it');
    const second = client
      .withCompany('c1')
      .request({ path: '/roles' })
      .catch(() => 'failed');
    await second;
    client.dispose();
    assert.equal(countPieces(memory(), key), 0, 'after dispose');
    await close();
  });
}

test('no piece of the key is left after a call was aborted', async () => {
  const { agencyhandy, memory } = await loadWithMemory();
  const { baseUrl, close } = await serve('hang');
  const client = agencyhandy.createClient({ apiKey: key, baseUrl });
  const controller = new AbortController();
  const call = client.listCompanies({ signal: controller.signal });
  await wait(20);
  controller.abort();
  await assert.rejects(call, { kind: 'aborted' });
  assert.equal(countPieces(memory(), key), 0);
  client.dispose();
  await close();
});

test('no piece of the key is left by the functions that only look at it', async () => {
  const { agencyhandy, memory } = await loadWithMemory();
  agencyhandy.inspectApiKey(` Bearer "${key}" `);
  assert.throws(() => agencyhandy.inspectApiKey(`${key}\n${key}`), { kind: 'invalid_input' });
  assert.throws(() => agencyhandy.apiKeySettingsUrl(`eyJ${key}.${key}.${key}`), {
    kind: 'invalid_input',
  });
  agencyhandy.authHeaders({ apiKey: key, companyId: 'c1' });
  agencyhandy.buildRequest({ path: '/roles' }, { apiKey: key, companyId: 'c1' });
  agencyhandy.snippet(
    'curl-bash',
    { path: '/roles' },
    { secrets: 'inline', apiKey: key, companyId: 'c1' },
  );
  assert.equal(countPieces(memory(), key), 0);
});

test('no piece of the key is left by an onboarding that verified it and forgot it', async () => {
  const { agencyhandy, memory } = await loadWithMemory();
  const { baseUrl, close } = await serve('echo');
  const onboarding = agencyhandy.createOnboarding({ baseUrl });
  const done = new Promise((resolve) => {
    onboarding.subscribe(({ name }) => name === 'ready' && resolve(undefined));
  });
  onboarding.send({ type: 'key', text: key });
  assert.equal(countPieces(memory(), key), 0, 'while it verifies');
  await done;
  onboarding.send({ type: 'forget' });
  onboarding.dispose();
  assert.equal(countPieces(memory(), key), 0, 'after it was forgotten');
  await close();
});

test('10,000 clients leave the memory as large as it was', async () => {
  const { agencyhandy, memory } = await loadWithMemory();
  const cycle = () => {
    const client = agencyhandy.createClient({ apiKey: key });
    client.withCompany('c1').dispose();
    client.dispose();
    agencyhandy.createOnboarding().dispose();
  };
  for (let i = 0; i < 100; i++) cycle();
  const before = memory().length;
  for (let i = 0; i < 10_000; i++) cycle();
  assert.equal(memory().length, before);
});
