/** The thirteen ways to fail that the page promises to tell apart: each by its own words, with a way on, and nothing lost. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startWorld } from './support/world.js';

/** @import { Visit } from './support/visit.js' */
/** @import { World } from './support/world.js' */

/** @type {World} */
let world;
before(async () => {
  world = await startWorld();
});
after(() => world.close());

const path = '/accounts/companies';

/** Of a call with all its tries, with time to spare. */
const limitMs = 45_000;

/**
 * @typedef {object} Failure
 * @property {string} what
 * @property {(world: World, visit: Visit) => unknown} cause
 * @property {[role: string, name: string]} next What the person is offered, in view.
 */

/** @type {[role: string, name: string]} */
const retry = ['button', 'Try again'];
/** @type {[role: string, name: string]} */
const replyField = ['textbox', 'API reply'];

/** @type {readonly Failure[]} */
const failures = [
  {
    what: '401',
    cause: ({ sandbox }) => sandbox.setFaults([{ path, status: 401 }]),
    next: ['link', 'Make a new key'],
  },
  {
    what: '403',
    cause: ({ sandbox }) => sandbox.setFaults([{ path, status: 403 }]),
    next: ['link', 'Make a new key'],
  },
  {
    what: '429',
    cause: ({ sandbox }) => sandbox.setFaults([{ path, status: 429 }]),
    next: retry,
  },
  {
    what: '5xx',
    cause: ({ sandbox }) => sandbox.setFaults([{ path, status: 502 }]),
    next: retry,
  },
  {
    what: '200 HTML',
    cause: ({ sandbox }) =>
      sandbox.setFaults([{ path, status: 200, contentType: 'text/html', body: '<!doctype html>' }]),
    next: ['button', 'Try once with /api/v1'],
  },
  {
    what: 'redirect',
    cause: ({ sandbox }) => sandbox.setFaults([{ path, redirectTo: 'http://127.0.0.1:9/' }]),
    next: retry,
  },
  {
    what: 'timeout',
    cause: ({ sandbox }) => sandbox.setFaults([{ path, hang: true }]),
    next: retry,
  },
  {
    what: 'offline',
    cause: (_, { page }) => page.setOfflineMode(true),
    next: retry,
  },
  {
    what: 'no CORS',
    cause: ({ sandbox }) => sandbox.setCors('closed'),
    next: replyField,
  },
  {
    what: 'header refused in preflight',
    cause: ({ sandbox }) => sandbox.setCors('no-api-key-header'),
    next: replyField,
  },
  {
    what: 'unreachable',
    cause: ({ sandbox }) =>
      sandbox.setFaults([{ reset: true }, { method: 'OPTIONS', reset: true }]),
    next: retry,
  },
  {
    what: 'zero companies',
    cause: ({ sandbox }) => sandbox.setFaults([{ path, status: 200, body: '{"companies":[]}' }]),
    next: retry,
  },
  {
    what: 'malformed reply',
    cause: ({ sandbox }) => sandbox.setFaults([{ path, status: 200, body: '{"companies":[{}]}' }]),
    next: retry,
  },
];

/** @type {Map<string, string>} By the words: whose they are. */
const said = new Map();

for (const { what, cause, next } of failures) {
  test(`${what}: its own words, the key and the workspace kept, the next step in view`, async () => {
    const visit = await world.visit();
    const key = world.sandbox.generateKey();
    await visit.type('Workspace', 'acme');
    await visit.waitForLater();
    await cause(world, visit);
    await visit.paste('API key', key);
    const words = await visit.waitForAnnouncement('alert', /./, limitMs);
    assert.equal(said.get(words), undefined, `"${words}" is said of another failure`);
    said.set(words, what);
    assert.equal(await visit.value('API key'), key);
    assert.equal(await visit.value('Workspace'), 'acme');
    const offered = await visit.find(...next);
    assert(await offered.isVisible(), next.join(' '));
    assert(!words.includes(key));

    await visit.page.setOfflineMode(false);
    world.sandbox.setFaults([]);
    world.sandbox.setCors('open');
    await visit.click('button', 'Try again');
    await visit.waitForState('ready');
    assert.equal(await visit.value('API key'), key);
  });
}

test('these are all thirteen, each with words of its own', () => {
  assert.equal(said.size, failures.length);
  assert.equal(failures.length, 13);
});
