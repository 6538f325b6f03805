/** Each failure has its own words, keeps what was typed, and names the next step. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { inventKey } from './support/keys.js';
import { startWorld } from './support/world.js';

/** @import { AddressInfo } from 'node:net' */
/** @import { World } from './support/world.js' */
/** @import { Fault } from '../../web/sandbox/faults.js' */

/** @type {World} */
let world;
before(async () => {
  world = await startWorld();
});
after(() => world.close());

const path = '/accounts/companies';

/**
 * @typedef {object} Failure
 * @property {string} what
 * @property {Fault[]} [faults]
 * @property {'closed' | 'no-api-key-header'} [cors]
 * @property {true} [offline]
 * @property {string} [state] Default: unknown.
 * @property {RegExp} words
 * @property {[role: string, name: string]} [next] What the person is offered, in view. Default: to try again.
 * @property {number} [limitMs] Until the page knows. Default: 10,000.
 */

/** @type {readonly Failure[]} */
const table = [
  {
    what: 'a refusal of the key',
    faults: [{ path, status: 401 }],
    state: 'keyRejected',
    words: /does not accept this key.*401/,
    next: ['link', 'Make a new key'],
  },
  {
    what: 'a missing right',
    faults: [{ path, status: 403 }],
    state: 'forbidden',
    words: /does not allow this request.*403.*SuperAdmin/,
    next: ['link', 'Make a new key'],
  },
  {
    what: 'too many requests',
    faults: [{ path, status: 429 }],
    state: 'rateLimited',
    words: /Too many requests.*says nothing about the key/,
  },
  {
    what: 'too many requests, with the time to wait',
    faults: [{ path, status: 429, headers: { 'retry-after': '61' } }],
    state: 'rateLimited',
    words: /Try again after 61 seconds/,
  },
  {
    what: 'a fault of the server',
    faults: [{ path, status: 503 }],
    words: /problem of its own.*503, which says nothing about the key/,
  },
  {
    what: 'a web page in place of data',
    faults: [{ path, status: 200, contentType: 'text/html', body: '<!doctype html>' }],
    state: 'notTheApi',
    words: /did not come from the API.*Nothing is known about the key/,
    next: ['button', 'Try once with /api/v1'],
  },
  {
    what: 'a redirect',
    faults: [{ path, redirectTo: 'http://127.0.0.1:9/' }],
    state: 'notTheApi',
    words: /redirect/,
  },
  {
    what: 'no answer in time',
    faults: [{ path, hang: true }],
    words: /time/,
    // All tries of a call.
    limitMs: 45_000,
  },
  { what: 'a device without network', offline: true, words: /This device is offline/ },
  {
    what: 'an API that pages may not read',
    cors: 'closed',
    words: /web pages may not read it/,
    next: ['textbox', 'API reply'],
  },
  {
    what: 'a header that the preflight refuses',
    cors: 'no-api-key-header',
    words: /answers web pages, but not this request/,
    next: ['textbox', 'API reply'],
  },
  {
    what: 'an API that nothing reaches',
    faults: [{ reset: true }, { method: 'OPTIONS', reset: true }],
    words: /cannot be reached from here/,
  },
  {
    what: 'a key without a company',
    faults: [{ path, status: 200, body: '{"companies":[]}' }],
    state: 'noCompany',
    words: /no company belongs to it/,
  },
  {
    what: 'an address without anything',
    faults: [{ path, status: 404 }],
    state: 'notTheApi',
    words: /nothing at this address.*404/,
  },
  {
    what: 'a reply of another shape',
    faults: [{ path, status: 200, body: '{"companies":[{"name":"x"}]}' }],
    words: /not what the guide describes.*companies\[0\]\._id/,
  },
  {
    what: 'a status that nobody knows',
    faults: [{ path, status: 418 }],
    words: /not known to the page.*418/,
  },
];

/** @type {Set<string>} No two failures have the same words. */
const said = new Set();

for (const failure of table) {
  const { what, faults = [], cors = 'open', offline = false, words } = failure;
  const { state = 'unknown', next = ['button', 'Try again'], limitMs } = failure;
  test(`names ${what}, keeps what was typed and offers the next step`, async () => {
    const visit = await world.visit();
    const key = world.sandbox.generateKey();
    await visit.type('Workspace', 'acme');
    await visit.waitForLater();
    world.sandbox.setFaults(faults);
    world.sandbox.setCors(cors);
    await visit.page.setOfflineMode(offline);
    await visit.paste('API key', key);
    const alert = await visit.waitForAnnouncement('alert', /./, limitMs);
    assert.match(alert, words);
    assert(!said.has(alert), `"${alert}" is said of another failure too`);
    said.add(alert);
    assert.equal(await visit.state(), state);
    assert.equal(await visit.announced('status'), '');
    assert.match(await visit.focused(), /^h3 /);
    const [role, name] = next;
    assert(await (await visit.find(role, name)).isVisible(), name);
    assert.equal(await visit.value('API key'), key);
    assert.equal(await visit.value('Workspace'), 'acme');
    await visit.page.setOfflineMode(false);
    world.sandbox.setFaults([]);
    world.sandbox.setCors('open');
    await visit.click('button', 'Try again');
    await visit.waitForState('ready');
    assert.equal(await visit.announced('alert'), '');
    assert.equal(await visit.value('API key'), key);
  });
}

test('follows no redirect: the place that it names receives nothing', async () => {
  let received = 0;
  const third = createServer((_, response) => {
    received += 1;
    response.end();
  });
  await new Promise((resolve) => third.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {AddressInfo} */ (third.address());
  const visit = await world.visit();
  world.sandbox.setFaults([{ path, redirectTo: `http://127.0.0.1:${port}/steal` }]);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('notTheApi');
  assert.match(await visit.waitForAnnouncement('alert', /redirect/), /went nowhere else/);
  assert.equal(received, 0);
  third.close();
});

test('offers one try with the prefix that some sources name, and makes it only when asked', async () => {
  const visit = await world.visit();
  world.sandbox.setFaults([{ path, status: 404 }]);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('notTheApi');
  const before = world.sandbox.requests.filter(({ method }) => method === 'GET');
  assert.deepEqual(
    before.map((request) => request.path),
    [path],
  );
  await visit.click('button', 'Try once with /api/v1');
  await visit.page.waitForFunction(
    (name) => !document.querySelector(name)?.shadowRoot?.textContent?.includes('Try once with'),
    {},
    'agencyhandy-onboarding',
  );
  await visit.waitForAnnouncement('alert', /404/);
  assert(world.sandbox.requests.some((request) => request.path === `/api/v1${path}`));
});

test('lets a known refusal stand where a later try tells nothing new', async () => {
  const visit = await world.visit();
  await visit.paste('API key', inventKey());
  await visit.waitForState('keyRejected');
  world.sandbox.setFaults([{ path, status: 503, delayMs: 300 }]);
  await visit.click('button', 'Try again');
  await visit.waitForState('verifying');
  await visit.waitForState('keyRejected');
  assert.match(await visit.waitForAnnouncement('alert', /./), /does not accept this key/);
});

test('does not put a refused key beside the company of a pasted reply', async () => {
  const visit = await world.visit();
  const key = inventKey();
  await visit.paste('API key', key);
  await visit.waitForState('keyRejected');
  await visit.page.$eval('>>> .reply summary', (node) => node.click());
  await visit.paste(
    'API reply',
    '{"companies":[{"_id":"6525994184e9ddd79853450e","name":"Acme"}]}',
  );
  await visit.click('button', 'Use this reply');
  await visit.waitForState('ready');
  await visit.click('button', 'Copy x-api-key header');
  assert.equal(await visit.clipboard(), 'x-api-key: <YOUR_API_KEY>');
});

test('says of a first call that is gone that this proves nothing against the key', async () => {
  const visit = await world.visit();
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
  world.sandbox.setFaults([{ path: '/roles', status: 404 }]);
  await visit.click('button', 'Make the first call');
  const alert = await visit.waitForAnnouncement('alert', /./);
  assert.match(alert, /proves nothing against your key/);
  assert.equal(await visit.state(), 'ready');
});

test('refuses a key with a character that no header can carry, and does not repeat it', async () => {
  const visit = await world.visit();
  const text = 'eyJhbGciOiJIUzI1NiJ9.ey\u00e4\u00f6.abcdefghijkl';
  await visit.type('API key', text);
  await visit.click('button', 'Verify key');
  const alert = await visit.waitForAnnouncement('alert', /cannot be part of a key/);
  assert.match(alert, /Character 24 \(U\+00E4\)/);
  assert(!alert.includes(text.slice(0, 8)));
  assert.equal(world.sandbox.requests.length, 0);
  assert.equal(await visit.focused(), 'input api-key');
  assert.equal(await visit.value('API key'), text);
});

test('asks for a key where there is none', async () => {
  const visit = await world.visit();
  await visit.click('button', 'Verify key');
  await visit.waitForAnnouncement('alert', /Paste the key first/);
  assert.equal(await visit.focused(), 'input api-key');
});

test('says what it left out of a pasted key, and uses the rest', async () => {
  const visit = await world.visit();
  await visit.paste('API key', `x-api-key: "${world.sandbox.generateKey()}" `);
  await visit.waitForState('ready');
  const text = await visit.text();
  assert.match(text, /header name before the key was left out/);
  assert.match(text, /quotation marks around the key were left out/);
});

test('hints that a Company ID is not the key, and asks the API all the same', async () => {
  const visit = await world.visit();
  await visit.paste('API key', '6525994184e9ddd79853450e');
  await visit.waitForState('keyRejected');
  assert.match(await visit.text(), /looks like a Company ID/);
});

test('selects the text for the person’s own keys where copying is refused', async () => {
  const visit = await world.visit({ clipboard: false });
  const key = world.sandbox.generateKey();
  await visit.paste('API key', key);
  await visit.waitForState('ready');
  await visit.click('button', 'Copy x-api-key header');
  await visit.waitForAnnouncement('alert', /did not allow copying.*Ctrl\+C/);
  const selected = await visit.page.evaluate(() => {
    const area = document.querySelector('agencyhandy-onboarding')?.shadowRoot?.activeElement;
    if (!(area instanceof HTMLTextAreaElement)) return '';
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });
  assert.equal(selected, `x-api-key: ${key}`);
  await visit.page.keyboard.press('Tab');
  assert(!(await visit.has('textbox', 'Text to copy')), 'the key does not stay in sight');
});

test('says that it could not start where the WebAssembly is missing, and loads it again', async () => {
  const visit = await world.visit({ javaScript: false });
  await visit.page.setJavaScriptEnabled(true);
  await visit.page.setRequestInterception(true);
  let isBroken = true;
  visit.page.on('request', (request) => {
    if (isBroken && request.url().endsWith('.wasm')) request.abort();
    else request.continue();
  });
  await visit.page.reload();
  await visit.find('heading', 'This page could not start');
  isBroken = false;
  await visit.click('button', 'Load again');
  await visit.waitForState('needsWorkspace');
  assert(!(await visit.has('heading', 'This page could not start')));
});
