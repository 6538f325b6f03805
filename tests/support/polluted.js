// Owns a worker thread in which Object.prototype has been given one more name: the client runs in
// there alone, and the test's server does not. Owns no expectation.

import { parentPort, workerData } from 'node:worker_threads';
import { load } from 'agencyhandy-onboarding';

/** @typedef {{ answer: object, kind?: string, status?: number }} Result of a GET and a POST */

/** Names that a library may read from an object that has none of its own. */
export const pollutions = {
  headers: { 'x-evil': '1' },
  redirect: 'follow',
  method: 'DELETE',
  credentials: 'include',
  mode: 'no-cors',
  cache: 'force-cache',
  referrer: 'http://127.0.0.1/evil',
  integrity: 'sha256-evil',
  keepalive: true,
  duplex: 'full',
  apiKey: 'evil-evil-evil',
  companyId: 'evil',
  company: false,
  baseUrl: 'http://127.0.0.1:1',
  fetch: 'evil',
  timeoutMs: 1,
  deadlineMs: 1,
  retries: 0,
  maxResponseBytes: 1,
  onEvent: 'evil',
  idempotent: 'evil',
  signal: new AbortController().signal,
  path: '/evil',
  kind: 'evil',
  retryable: true,
  fresh: true,
  wasm: 'evil',
  companies: [],
};

/** Names that Node's own fetch() reads so, beyond the reach of who calls it. */
export const platformPollutions = {
  body: 'evil',
  window: 'evil',
  dispatcher: {},
  query: { evil: '1' },
  status: 999,
};

/**
 * @param {Awaited<ReturnType<typeof load>>} module
 * @param {{ apiKey: string, companyId: string, baseUrl: string }} options
 * @returns {Promise<Result>}
 */
async function run(module, options) {
  const client = module.createClient(options);
  const answer = await client.request({ path: '/roles' });
  /** @type {{ kind?: string, status?: number }} */
  let failure = {};
  try {
    await client.request({ path: '/roles', method: 'POST', body: { a: 1 } });
  } catch (error) {
    failure = /** @type {typeof failure} */ (error);
  }
  client.dispose();
  return { answer: { ...answer }, kind: failure.kind, status: failure.status };
}

if (parentPort) {
  const { name, options } = workerData;
  const module = await load();
  // Node's own fetch() reads what it needs at its first use.
  parentPort.postMessage(await run(module, options));
  Reflect.defineProperty(Object.prototype, name, {
    value: Reflect.get({ ...pollutions, ...platformPollutions }, name),
    configurable: true,
    writable: true,
  });
  /** @type {object} */
  let polluted;
  try {
    polluted = await run(module, options);
  } catch (error) {
    polluted = { failed: error instanceof Error && error.name };
  }
  Reflect.deleteProperty(Object.prototype, name);
  parentPort.postMessage(polluted);
}
