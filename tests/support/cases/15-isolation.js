// Owns the cases of row 15 of the promises: nothing crosses from one client, key, company or module to
// another, and nothing that a caller brings along breaks a call. Their hooks are functions, which do
// not cross into a page: they run in Node.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { load } from 'agencyhandy-onboarding';
import { loadWithMemory } from '../../module/support.js';
import { expectFields, expectNoKey, kinds } from '../expect.js';
import * as faults from '../faults.js';
import { platformPollutions, pollutions } from '../polluted.js';
import { headerOf } from '../request-reader.js';
import { companiesReply, companyId, key, otherKey, rolesRequest } from '../samples.js';
import { inspectAll } from '../stage.js';

/** @import { AgencyHandy, ClientOptions } from '../drive.js' */
/** @import { Fault } from '../fault-server.js' */
/** @import { Case, Stage } from '../stage.js' */

const skip = { chromium: 'its hooks are functions', firefox: 'its hooks are functions' };

/**
 * @param {string} name
 * @param {(stage: Stage, agencyhandy: AgencyHandy) => Promise<void>} run
 * @returns {Case}
 */
function claim(name, run) {
  return { name, skip, run: async (stage) => run(stage, await load()) };
}

/** Longer than any call below takes. */
const LONGEST_MS = 15_000;

/**
 * @param {() => boolean} holds
 * @returns {Promise<void>} when it does
 */
async function until(holds) {
  const startedAt = performance.now();
  while (!holds()) {
    assert.ok(performance.now() - startedAt < LONGEST_MS, `never: ${holds}`);
    await wait(2);
  }
}

/**
 * @param {Promise<unknown>} call
 * @returns {Promise<Record<string, unknown>>} its error's fields
 */
async function failureOf(call) {
  try {
    await Promise.race([call, wait(LONGEST_MS, undefined, { ref: false })]);
  } catch (error) {
    assert.ok(error instanceof Error && error.name === 'AgencyHandyError', `foreign: ${error}`);
    const fields = { ...error, message: error.message };
    assert.ok(kinds.includes(String(Reflect.get(fields, 'kind'))));
    expectNoKey([inspectAll(error), String(error.stack)], key);
    return fields;
  }
  throw new assert.AssertionError({ message: 'the call succeeded, or never ended' });
}

/** Answers with what came: who asked, for which company, for what. @type {Fault} */
const mirror = (exchange) => {
  const { request } = exchange;
  const [apiKey, company] = ['x-api-key', 'companyid'].map((name) => headerOf(request, name));
  const isFirst = apiKey === key;
  const value = { isFirst, company, target: request.target.split('/').pop() };
  setTimeout(() => faults.json(value)(exchange), 5 + ((exchange.attempt * 7) % 20));
};

/** @type {Case[]} */
const separate = [
  claim('keeps two keys apart in 200 calls at a time on one module', async ({ serve }, module) => {
    const api = serve(mirror);
    const clients = [key, otherKey].map((apiKey) =>
      module.createClient({ apiKey, companyId, baseUrl: api.baseUrl }),
    );
    const calls = Array.from({ length: 200 }, async (_, at) => {
      const { data } = await clients[at % 2].request({ path: `/n${at}` });
      assert.deepEqual(data, { isFirst: at % 2 === 0, company: companyId, target: `n${at}` });
    });
    await Promise.all(calls);
    assert.equal(api.requests.length, 200);
    for (const client of clients) client.dispose();
  }),
  claim('keeps two modules apart', async ({ serve }, module) => {
    const api = serve(mirror);
    const other = await load({ fresh: true });
    assert.notEqual(other, module);
    const clients = [module, other].map((one, at) =>
      one.createClient({ apiKey: [key, otherKey][at], companyId, baseUrl: api.baseUrl }),
    );
    const calls = Array.from({ length: 60 }, async (_, at) => {
      const { data } = await clients[at % 2].request({ path: `/n${at}` });
      assert.deepEqual(data, { isFirst: at % 2 === 0, company: companyId, target: `n${at}` });
    });
    await Promise.all(calls);
    clients[0].dispose();
    const { data } = await clients[1].request({ path: '/after' });
    assert.deepEqual(data, { isFirst: false, company: companyId, target: 'after' });
    clients[1].dispose();
  }),
  claim('sends each call for the company that it was made for', async ({ serve }, module) => {
    const api = serve(mirror);
    const client = module.createClient({ apiKey: key, companyId: 'c0', baseUrl: api.baseUrl });
    const calls = Array.from({ length: 40 }, async (_, at) => {
      const { data } = await client.withCompany(`c${at}`).request({ path: `/n${at}` });
      assert.deepEqual(data, { isFirst: true, company: `c${at}`, target: `n${at}` });
    });
    const own = client.request({ path: '/own' });
    await Promise.all(calls);
    assert.deepEqual((await own).data, { isFirst: true, company: 'c0', target: 'own' });
    client.dispose();
  }),
  claim(
    'reads replies of 1 MiB at a time, which make the memory grow',
    async ({ serve }, module) => {
      const api = serve((exchange) => {
        const text = `${exchange.request.target}:`.repeat(2 ** 20 / 20);
        faults.json({ text })(exchange);
      });
      const client = module.createClient({ apiKey: key, companyId, baseUrl: api.baseUrl });
      const calls = Array.from({ length: 20 }, async (_, at) => {
        const { data } = await client.request({ path: `/n${at}` });
        const { text } = /** @type {{ text: string }} */ (data);
        assert.equal(text.replaceAll(`${new URL(api.baseUrl).pathname}/n${at}:`, ''), '');
      });
      await Promise.all(calls);
      client.dispose();
    },
  ),
];

/** @type {Case[]} */
const disposal = [
  claim(
    'ends the calls of a disposed client alone, and their connections',
    async (stage, module) => {
      const api = stage.serve(faults.stallMidBody);
      const client = module.createClient({ apiKey: key, companyId, baseUrl: api.baseUrl });
      const child = client.withCompany('child');
      const other = module.createClient({ apiKey: otherKey, companyId, baseUrl: api.baseUrl });
      const calls = [client, child, other].map((one) => failureOf(one.request(rolesRequest)));
      const ended = [false, false, false];
      for (const [at, call] of calls.entries()) {
        call.then(() => {
          ended[at] = true;
        });
      }
      await until(() => api.exchanges.length >= 3);
      child.dispose();
      await wait(20);
      assert.deepEqual(ended, [false, true, false]);
      client.dispose();
      await wait(20);
      assert.deepEqual(ended, [true, true, false]);
      expectFields(await calls[0], { kind: 'disposed', attempts: 1, maybeApplied: undefined });
      other.dispose();
      expectFields(await calls[2], { kind: 'disposed' });
      await Promise.all(api.exchanges.map(({ closed }) => closed));
    },
  ),
  claim(
    'sends nothing more for a client that is disposed of in the wait',
    async (stage, module) => {
      const api = stage.serve(faults.status(503, ['retry-after: 1']));
      /** @type {ReturnType<typeof module.createClient>} */
      const client = module.createClient({
        apiKey: key,
        baseUrl: api.baseUrl,
        onEvent: ({ type }) => {
          if (type === 'retry') setTimeout(() => client.dispose(), 5);
        },
      });
      const error = await failureOf(client.listCompanies());
      expectFields(error, { kind: 'disposed', attempts: 1 });
      await wait(1100);
      assert.equal(api.requests.length, 1);
    },
  ),
  claim(
    'says of a POST that its client was disposed of under it that it may have been applied',
    async (stage, module) => {
      const api = stage.serve(faults.stallBeforeHeaders);
      const client = module.createClient({ apiKey: key, companyId, baseUrl: api.baseUrl });
      const call = failureOf(client.request({ ...rolesRequest, method: 'POST', body: {} }));
      await until(() => api.exchanges.length >= 1);
      client.dispose();
      expectFields(await call, { kind: 'disposed', maybeApplied: true, attempts: 1 });
    },
  ),
  claim('sends nothing for a client that was disposed of before', async (stage, module) => {
    const api = stage.serve(faults.json({}));
    const client = module.createClient({ apiKey: key, companyId, baseUrl: api.baseUrl });
    const child = client.withCompany('child');
    client.dispose();
    client.dispose();
    for (const one of [client, child]) {
      expectFields(await failureOf(one.request(rolesRequest)), { kind: 'disposed' });
      expectFields(await failureOf(one.listCompanies()), { kind: 'disposed' });
    }
    assert.throws(() => client.withCompany('late'), { kind: 'disposed' });
    assert.equal(api.requests.length, 0);
  }),
];

const never = new Promise(() => {});

/**
 * @param {unknown} value
 * @returns {() => Promise<Response>}
 */
const gives = (value) => async () => /** @type {Response} */ (value);

/** @returns {() => never} which throws it */
const throws = (/** @type {unknown} */ value) => () => {
  throw value;
};

const throwing = new Proxy(
  {},
  {
    get: throws(new Error('a getter')),
    has: throws(new Error('a trap')),
    getPrototypeOf: throws(new Error('a prototype')),
  },
);

const streamOf = (/** @type {unknown} */ chunk) =>
  gives({
    status: 200,
    headers: new Headers({ 'content-type': 'application/json' }),
    body: new ReadableStream({
      start: (controller) => {
        controller.enqueue(chunk);
        controller.close();
      },
    }),
  });

/** @type {[string, (...args: Parameters<typeof fetch>) => Promise<Response>, RegExp][]} name, fetch, kinds */
const hostile = [
  ['never settles', () => /** @type {Promise<Response>} */ (never), /^timeout$/],
  ['throws a string', throws(key), /^network$/],
  ['throws undefined', throws(undefined), /^network$/],
  ['throws null', throws(null), /^network$/],
  ['throws a symbol', throws(Symbol(key)), /^network$/],
  ['throws a number', throws(0), /^network$/],
  ['throws an object with the key', throws({ message: key, cause: { code: key } }), /^network$/],
  ['throws a proxy that throws', throws(throwing), /^network$|^internal$/],
  ['rejects with a string', async () => throws(key)(), /^network$/],
  ['rejects with undefined', async () => throws(undefined)(), /^network$/],
  [
    'rejects with an error that names the key',
    async () => throws(new TypeError(key))(),
    /^network$/,
  ],
  ['gives undefined', gives(undefined), /^network$/],
  ['gives null', gives(null), /^network$/],
  ['gives a number', gives(42), /^network$/],
  ['gives an empty object', gives({}), /^network$/],
  ['gives a proxy that throws', gives(throwing), /^network$/],
  ['gives a status alone', gives({ status: 200 }), /^connection_lost$|^network$/],
  ['gives a status of 0', gives(Response.error()), /^network$/],
  ['gives a status of text', gives({ status: '200', headers: new Headers() }), /./],
  [
    'gives an opaque answer',
    gives({ type: 'opaque', status: 0, headers: new Headers() }),
    /^network$/,
  ],
  ['gives an opaque redirect', gives({ type: 'opaqueredirect', status: 0 }), /^redirect_refused$/],
  ['has followed a redirect', gives({ redirected: true, status: 200 }), /^redirect_refused$/],
  [
    'gives a body that was read',
    async () => {
      const response = new Response('{"companies":[]}');
      await response.text();
      return response;
    },
    /^connection_lost$/,
  ],
  ['gives a body of text', streamOf('{"companies":[]}'), /^connection_lost$|^malformed_response$/],
  ['gives a body of undefined', streamOf(undefined), /^connection_lost$/],
  ['gives a body of a negative length', streamOf({ length: -5 }), /^connection_lost$/],
  ['gives a body without a length', streamOf({}), /^connection_lost$|^malformed_response$/],
  [
    'gives a body that never ends',
    gives({
      status: 200,
      headers: new Headers(),
      body: new ReadableStream({}),
    }),
    /^timeout$/,
  ],
  [
    'gives a body that throws the key',
    gives({
      status: 200,
      headers: new Headers(),
      body: { getReader: throws(key) },
    }),
    /^connection_lost$/,
  ],
  [
    'gives headers that throw the key',
    gives({ status: 200, headers: { get: throws(key) } }),
    /^connection_lost$/,
  ],
];

/** @type {Case[]} */
const badFetches = hostile.map(([name, fetch, kind]) =>
  claim(
    `gives a typed error where fetch ${name}, and the next client works`,
    async ({ serve }, module) => {
      const api = serve(faults.json(companiesReply()));
      const client = module.createClient({
        apiKey: key,
        baseUrl: api.baseUrl,
        timeoutMs: 100,
        retries: 0,
        fetch: /** @type {typeof globalThis.fetch} */ (fetch),
      });
      const error = await failureOf(client.listCompanies());
      assert.match(String(error.kind), kind);
      client.dispose();
      const good = module.createClient({ apiKey: key, baseUrl: api.baseUrl });
      assert.equal((await good.listCompanies()).length, 1);
      good.dispose();
    },
  ),
);

/**
 * @param {Response} response
 * @returns {Promise<Response>} settles twice, and throws afterwards
 */
const twice = (response) =>
  /** @type {Promise<Response>} */ (
    /** @type {unknown} */ ({
      /** @param {(value: unknown) => void} resolve @param {(error: unknown) => void} reject */
      // biome-ignore lint/suspicious/noThenProperty: a hostile promise is what this tests
      then: (resolve, reject) => {
        resolve(response);
        resolve(new Response('{"companies":{}}'));
        reject(new Error(key));
        throw new Error(key);
      },
    })
  );

/** @type {Case[]} */
const oddFetches = [
  claim('takes the first answer of a fetch that settles twice', async (_, module) => {
    /** @type {string[]} */
    const types = [];
    const client = module.createClient({
      apiKey: key,
      onEvent: ({ type }) => types.push(type),
      fetch: () => twice(Response.json(companiesReply(3))),
    });
    assert.equal((await client.listCompanies()).length, 3);
    await wait(10);
    assert.deepEqual(types, ['send', 'answer']);
    client.dispose();
  }),
  claim('ends within 20 ms of an abort that fetch ignores', async ({ serve }, module) => {
    const api = serve(faults.stallBeforeHeaders);
    const client = module.createClient({
      apiKey: key,
      baseUrl: api.baseUrl,
      fetch: (url, init) => fetch(url, { ...init, signal: null }),
    });
    const controller = new AbortController();
    const call = failureOf(client.listCompanies({ signal: controller.signal }));
    await wait(50);
    const before = performance.now();
    controller.abort('enough');
    expectFields(await call, { kind: 'aborted' });
    assert.ok(performance.now() - before < 20);
    client.dispose();
  }),
  claim('hears nothing of an answer that comes after the end', async ({ serve }, module) => {
    const api = serve(faults.json(companiesReply()));
    /** @type {(response: Response) => void} */
    let answer = () => {};
    const client = module.createClient({
      apiKey: key,
      baseUrl: api.baseUrl,
      timeoutMs: 30,
      retries: 0,
      fetch: () => new Promise((resolve) => (answer = resolve)),
    });
    expectFields(await failureOf(client.listCompanies()), { kind: 'timeout' });
    answer(new Response(JSON.stringify(companiesReply())));
    await wait(10);
    const good = module.createClient({ apiKey: key, baseUrl: api.baseUrl });
    assert.equal((await good.listCompanies()).length, 1);
    for (const one of [client, good]) one.dispose();
  }),
  claim(
    'sends its own headers again after a fetch that changed them',
    async ({ serve }, module) => {
      const api = serve(mirror);
      const client = module.createClient({
        apiKey: key,
        companyId,
        baseUrl: api.baseUrl,
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          const headers = /** @type {string[][]} */ (init?.headers);
          for (const header of headers) header[1] = otherKey;
          headers.length = 0;
          Object.assign(/** @type {object} */ (init), { method: 'POST', redirect: 'follow' });
          return response;
        },
      });
      for (const path of ['/a', '/b']) {
        const { data } = await client.request({ path });
        assert.deepEqual(data, { isFirst: true, company: companyId, target: path.slice(1) });
      }
      assert.deepEqual(
        api.requests.map(({ method }) => method),
        ['GET', 'GET'],
      );
      client.dispose();
    },
  ),
  claim(
    'allows a fetch that calls the client, and one that disposes of it',
    async ({ serve }, module) => {
      const api = serve(faults.json(companiesReply()));
      let depth = 0;
      /** @type {ReturnType<typeof module.createClient>} */
      const client = module.createClient({
        apiKey: key,
        baseUrl: api.baseUrl,
        fetch: async (url, init) => {
          if (depth++ < 3) assert.equal((await client.listCompanies()).length, 1);
          else if (depth === 6) client.dispose();
          return fetch(url, init);
        },
      });
      assert.equal((await client.listCompanies()).length, 1);
      assert.equal((await client.listCompanies()).length, 1);
      expectFields(await failureOf(client.listCompanies()), { kind: 'disposed' });
    },
  ),
  claim('gives a typed error where there is no fetch', async ({ serve }, module) => {
    const api = serve(faults.json(companiesReply()));
    const client = module.createClient({ apiKey: key, baseUrl: api.baseUrl, retries: 0 });
    const { fetch } = globalThis;
    Reflect.set(globalThis, 'fetch', undefined);
    try {
      expectFields(await failureOf(client.listCompanies()), { kind: 'network' });
    } finally {
      globalThis.fetch = fetch;
    }
    assert.equal((await client.listCompanies()).length, 1);
    client.dispose();
  }),
];

/** @type {[string, (client: () => { dispose(): void, listCompanies(): Promise<unknown> }) => NonNullable<ClientOptions['onEvent']>][]} */
const hooks = [
  ['throws an error', () => throws(new Error('no'))],
  ['throws undefined', () => throws(undefined)],
  ['rejects', () => async () => throws(new Error('no'))()],
  [
    'is slow',
    () => () => {
      const end = performance.now() + 20;
      while (performance.now() < end);
    },
  ],
  [
    'changes the event',
    () => (event) => {
      Object.assign(event, { type: 'failure', attempt: 99, delayMs: 1e9, method: 'POST' });
    },
  ],
  [
    'calls the client',
    (client) => {
      let calls = 0;
      return () => {
        if (calls++ < 3)
          client()
            .listCompanies()
            .catch(() => {});
      };
    },
  ],
];

/** @type {Case[]} */
const badHooks = hooks.map(([name, make]) =>
  claim(`gives the same where onEvent ${name}`, async ({ serve }, module) => {
    const busy = faults.status(503, ['retry-after: 0']);
    const api = serve(faults.inTurn(busy, faults.json(companiesReply())));
    /** @type {ReturnType<typeof module.createClient>} */
    const client = module.createClient({
      apiKey: key,
      baseUrl: api.baseUrl,
      onEvent: make(() => client),
    });
    assert.equal((await client.listCompanies()).length, 1);
    const failing = serve(faults.status(401));
    const other = module.createClient({
      apiKey: key,
      baseUrl: failing.baseUrl,
      onEvent: make(() => other),
    });
    expectFields(await failureOf(other.listCompanies()), { kind: 'key_rejected', attempts: 1 });
    await wait(50);
    for (const one of [client, other]) one.dispose();
  }),
);

/** @type {Case} */
const disposingHook = claim(
  'ends a call whose hook disposes of its client',
  async ({ serve }, module) => {
    const api = serve(faults.json(companiesReply()));
    /** @type {ReturnType<typeof module.createClient>} */
    const client = module.createClient({
      apiKey: key,
      baseUrl: api.baseUrl,
      onEvent: () => client.dispose(),
    });
    expectFields(await failureOf(client.listCompanies()), { kind: 'disposed' });
  },
);

/** @type {Case} */
const slippedEvents = claim(
  'gives a hook nothing to hold on to but plain data',
  async ({ serve }, module) => {
    const api = serve(faults.inTurn(faults.status(503, ['retry-after: 0']), faults.json({})));
    /** @type {object[]} */
    const events = [];
    const client = module.createClient({
      apiKey: key,
      companyId,
      baseUrl: api.baseUrl,
      onEvent: (event) => events.push(event),
    });
    await client.request(rolesRequest);
    assert.equal(events.length, 4);
    for (const event of events) {
      assert.equal(Object.getPrototypeOf(event), Object.prototype);
      for (const value of Object.values(event)) assert.notEqual(typeof value, 'object');
    }
    expectNoKey([inspectAll(events)], key);
    client.dispose();
  },
);

/**
 * Calls in a thread before and after it gives Object.prototype one more name.
 * @param {Stage} stage
 * @param {string} name
 */
async function pollute({ serve }, name) {
  const busy = faults.status(503, ['retry-after: 0']);
  const round = [busy, faults.json({ ok: true }), faults.status(400)];
  const api = serve(faults.inTurn(...round, ...round));
  const options = { apiKey: key, companyId, baseUrl: api.baseUrl };
  const worker = new Worker(new URL('../polluted.js', import.meta.url), {
    workerData: { name, options },
  });
  /** @type {unknown[]} */
  const results = [];
  worker.on('message', (result) => results.push(result));
  await once(worker, 'exit');
  const [clean, polluted] = results;
  assert.deepEqual(clean, fromThread);
  return { polluted, requests: api.requests };
}

const fromThread = {
  answer: { status: 200, data: { ok: true } },
  kind: 'validation',
  status: 400,
};

/** @type {Case[]} */
const pollution = [
  ...Object.keys(pollutions).map((name) =>
    claim(`sends and gives the same where Object.prototype has ${name}`, async (stage) => {
      const { polluted, requests } = await pollute(stage, name);
      assert.deepEqual(polluted, fromThread);
      const sent = requests.map(({ head, body }) => head + body);
      assert.equal(sent.length, 6);
      assert.deepEqual(sent.slice(3), sent.slice(0, 3));
    }),
  ),
  ...Object.keys(platformPollutions).map((name) =>
    claim(
      `keeps key, company and error its own where Object.prototype has ${name}`,
      async (stage) => {
        const { polluted, requests } = await pollute(stage, name);
        const { failed } = /** @type {{ failed?: unknown }} */ (polluted);
        if (failed === undefined) assert.deepEqual(polluted, fromThread);
        else assert.equal(failed, 'AgencyHandyError');
        for (const request of requests) {
          assert.match(request.target, /^\/f0\/roles(\?evil=1)?$/);
          assert.equal(headerOf(request, 'x-api-key'), key);
          assert.equal(headerOf(request, 'companyid'), companyId);
        }
      },
    ),
  ),
];

/**
 * A trap that is real: the module's allocator finds its own lists destroyed.
 * @param {() => Buffer} memory
 */
const wreck = (memory) => memory().fill(0xff);

/** @type {Case[]} */
const traps = [
  claim('gives internal for a call that traps, and later calls work', async ({ serve }) => {
    const api = serve(faults.json(companiesReply()));
    const { agencyhandy, memory } = await loadWithMemory();
    const client = agencyhandy.createClient({ apiKey: key, baseUrl: api.baseUrl });
    assert.equal((await client.listCompanies()).length, 1);
    wreck(memory);
    const error = await failureOf(client.listCompanies());
    expectFields(error, { kind: 'internal', retryable: false, attempts: 0 });
    assert.equal((await client.listCompanies()).length, 1);
    const { length } = await client.withCompany('c1').listCompanies();
    assert.equal(length, 1);
    assert.equal(agencyhandy.createClient({ apiKey: otherKey }).companyId, undefined);
    assert.equal(api.requests.length, 3);
    client.dispose();
  }),
  claim('gives internal for a function that traps, and later ones work', async () => {
    const { agencyhandy, memory } = await loadWithMemory();
    wreck(memory);
    assert.throws(() => agencyhandy.apiKeySettingsUrl('acme'), { kind: 'internal' });
    await wait(50);
    assert.match(agencyhandy.apiKeySettingsUrl('acme'), /^https:\/\/acme\./);
  }),
  ...['GET', 'POST'].map((method) =>
    claim(
      `gives internal for a ${method} whose answer traps, and later calls work`,
      async ({ serve }) => {
        const slow = (/** @type {import('../fault-server.js').Exchange} */ exchange) => {
          setTimeout(() => faults.json({ ok: true })(exchange), 50);
        };
        const api = serve(slow);
        const { agencyhandy, memory } = await loadWithMemory();
        const client = agencyhandy.createClient({ apiKey: key, companyId, baseUrl: api.baseUrl });
        const request = { ...rolesRequest, method };
        const calls = [1, 2, 3].map(() => failureOf(client.request(request)));
        await until(() => api.exchanges.length >= 3);
        wreck(memory);
        const maybeApplied = method === 'POST' ? true : undefined;
        for (const call of calls) {
          expectFields(await call, { kind: 'internal', attempts: 1, maybeApplied });
        }
        const { data } = await client.request(request);
        assert.deepEqual(data, { ok: true });
        assert.equal(api.requests.length, 4);
        client.dispose();
      },
    ),
  ),
  claim('gives internal for a call whose time limit traps', async ({ serve }) => {
    const api = serve(faults.stallMidBody);
    const { agencyhandy, memory } = await loadWithMemory();
    const client = agencyhandy.createClient({ apiKey: key, baseUrl: api.baseUrl, timeoutMs: 100 });
    const call = failureOf(client.listCompanies());
    await until(() => api.exchanges.length >= 1);
    wreck(memory);
    expectFields(await call, { kind: 'internal', attempts: 1 });
    client.dispose();
  }),
  claim('leaves other modules alone when one traps', async ({ serve }) => {
    const api = serve(mirror);
    const { agencyhandy, memory } = await loadWithMemory();
    const other = await load({ fresh: true });
    const clients = [agencyhandy, other].map((one) =>
      one.createClient({ apiKey: key, companyId, baseUrl: api.baseUrl }),
    );
    const calls = [
      failureOf(clients[0].request({ path: '/a' })),
      clients[1].request({ path: '/b' }),
    ];
    wreck(memory);
    expectFields(await calls[0], { kind: 'internal' });
    assert.deepEqual(Reflect.get(await calls[1], 'data'), {
      isFirst: true,
      company: companyId,
      target: 'b',
    });
    for (const one of clients) one.dispose();
  }),
  claim('keeps the onboarding, and says why, when its verification traps', async ({ serve }) => {
    const api = serve((exchange) => {
      setTimeout(() => faults.json(companiesReply())(exchange), 50);
    });
    const { agencyhandy, memory } = await loadWithMemory();
    const onboarding = agencyhandy.createOnboarding({ baseUrl: api.baseUrl });
    /** @type {string[]} */
    const states = [];
    onboarding.subscribe(({ name, error }) => states.push(error ? `${name} ${error.kind}` : name));
    onboarding.send({ type: 'key', text: key });
    await until(() => api.exchanges.length >= 1);
    wreck(memory);
    await until(() => states.length >= 2);
    assert.deepEqual(states, ['verifying', 'unknown internal']);
    onboarding.send({ type: 'retry' });
    await until(() => states.length >= 4);
    assert.deepEqual(states.slice(2), ['verifying', 'ready']);
    onboarding.dispose();
  }),
];

/** @type {Case[]} */
const races = [
  claim(
    'shows the companies of the last key where two verifications race',
    async ({ serve }, module) => {
      const api = serve((exchange) => {
        const isFirst = headerOf(exchange.request, 'x-api-key') === key;
        setTimeout(() => faults.json(companiesReply(isFirst ? 2 : 3))(exchange), isFirst ? 80 : 5);
      });
      const onboarding = module.createOnboarding({ baseUrl: api.baseUrl });
      onboarding.send({ type: 'key', text: key });
      await wait(20);
      onboarding.send({ type: 'key', text: otherKey });
      await wait(150);
      assert.equal(onboarding.state.name, 'choosesCompany');
      assert.equal(onboarding.state.companies.length, 3);
      onboarding.dispose();
    },
  ),
  ...[
    [401, 'keyRejected'],
    [403, 'forbidden'],
  ].map(([status, name]) =>
    claim(`tells of a ${status} once, and asks no second time`, async ({ serve }, module) => {
      const api = serve(faults.status(Number(status)));
      const onboarding = module.createOnboarding({ baseUrl: api.baseUrl });
      /** @type {string[]} */
      const states = [];
      onboarding.subscribe((state) => states.push(state.name));
      onboarding.send({ type: 'key', text: key });
      await wait(100);
      assert.deepEqual(states, ['verifying', name]);
      assert.equal(api.requests.length, 1);
      onboarding.dispose();
    }),
  ),
];

export const isolationCases = [
  ...separate,
  ...disposal,
  ...badFetches,
  ...oddFetches,
  ...badHooks,
  disposingHook,
  slippedEvents,
  ...pollution,
  ...traps,
  ...races,
];
