// 10,000 clients, each made, called over real HTTP and disposed of, leave nothing behind.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadWithMemory } from '../module/support.js';
import { companyId, key } from '../support/samples.js';

/** @import { AddressInfo } from 'node:net' */

const CYCLES = 10_000;
const WARM_UP = 1_000;
const PARALLEL = 10;
const MEGABYTE = 2 ** 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

// In a process of its own, so that its memory is not counted.
const server = `
  const body = JSON.stringify({ companies: [{ _id: 'c1', name: 'One' }] });
  require('node:http').createServer((request, response) => {
    const status = request.url.includes('fail') ? 503 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1', function () { process.stdout.write(String(this.address().port)); });
`;

/** Counts what stays on a signal. */
function watchSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const { addEventListener, removeEventListener } = signal;
  let listeners = 0;
  Object.assign(signal, {
    addEventListener: (/** @type {Parameters<typeof addEventListener>} */ ...args) => {
      listeners++;
      addEventListener.apply(signal, args);
    },
    removeEventListener: (/** @type {Parameters<typeof removeEventListener>} */ ...args) => {
      listeners--;
      removeEventListener.apply(signal, args);
    },
  });
  return {
    signal,
    listeners: () => listeners,
    abort: (/** @type {unknown} */ reason) => controller.abort(reason),
  };
}

test('10,000 cycles of create, call and dispose leave memory and signal as they were', async (t) => {
  const child = spawn(process.execPath, ['-e', server], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill());
  const [port] = await once(child.stdout, 'data');
  const baseUrl = `http://127.0.0.1:${port}`;
  const { agencyhandy, memory } = await loadWithMemory();
  const { signal, listeners } = watchSignal();

  const cycle = async (/** @type {number} */ at) => {
    const client = agencyhandy.createClient({ apiKey: key, companyId, baseUrl, retries: 0 });
    const company = client.withCompany('c2');
    if (at % 3 === 0) assert.equal((await client.listCompanies({ signal })).length, 1);
    else if (at % 3 === 1) await company.request({ path: '/roles' }, { signal });
    else await assert.rejects(client.request({ path: '/fail' }, { signal }), { status: 503 });
    company.dispose();
    client.dispose();
  };
  const run = async (/** @type {number} */ count) => {
    for (let at = 0; at < count; at += PARALLEL) {
      await Promise.all(Array.from({ length: PARALLEL }, (_, index) => cycle(at + index)));
    }
  };
  const measure = async () => {
    // What a call leaves to the next turns of the loop, and to finalizers.
    for (let turn = 0; turn < 3; turn++) {
      collect();
      await wait(50);
    }
    const { rss, heapUsed } = process.memoryUsage();
    return { rss, heapUsed, wasm: memory().length };
  };

  await run(WARM_UP);
  const before = await measure();
  const startedAt = performance.now();
  await run(CYCLES);
  const seconds = (performance.now() - startedAt) / 1000;
  const after = await measure();

  const grown = (/** @type {keyof typeof before} */ what) =>
    (after[what] - before[what]) / MEGABYTE;
  t.diagnostic(
    `${CYCLES} cycles in ${seconds.toFixed(1)} s; MiB more: RSS ${grown('rss').toFixed(1)}, ` +
      `heap ${grown('heapUsed').toFixed(2)}, wasm ${grown('wasm')} of ${after.wasm / MEGABYTE}`,
  );
  assert.equal(grown('wasm'), 0);
  // 100 bytes that each cycle left behind would be a megabyte.
  assert.ok(grown('heapUsed') < 1, `${grown('heapUsed')} MiB more on the heap`);
  assert.ok(grown('rss') < 24, `${grown('rss')} MiB more in all`);
  assert.equal(listeners(), 0);
});

test('calls at once that share a signal put one listener on it, and Node warns of no leak', async (t) => {
  const hanging = createServer(() => {}).listen(0, '127.0.0.1');
  await once(hanging, 'listening');
  t.after(() => {
    hanging.closeAllConnections();
    hanging.close();
  });
  const { port } = /** @type {AddressInfo} */ (hanging.address());
  /** @type {string[]} */
  const warnings = [];
  const note = (/** @type {Error} */ { name }) => warnings.push(name);
  process.on('warning', note);
  t.after(() => process.off('warning', note));
  const { agencyhandy } = await loadWithMemory();
  const baseUrl = `http://127.0.0.1:${port}`;
  const clients = [0, 1].map(() => agencyhandy.createClient({ apiKey: key, companyId, baseUrl }));
  const { signal, listeners, abort } = watchSignal();
  const calls = Array.from({ length: 30 }, (_, at) => clients[at % 2].listCompanies({ signal }));
  const apart = clients[0].listCompanies();
  assert.equal(listeners(), 1);
  abort('enough');
  await Promise.all(
    calls.map((call) => assert.rejects(call, { kind: 'aborted', cause: 'enough' })),
  );
  assert.equal(listeners(), 0);
  await assert.rejects(clients[1].listCompanies({ signal }), { kind: 'aborted' });
  assert.equal(listeners(), 0);
  for (const client of clients) client.dispose();
  await assert.rejects(apart, { kind: 'disposed' });
  await wait(0);
  assert.deepEqual(warnings, []);
});
