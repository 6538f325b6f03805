/** What a web page of another origin gets to see in each CORS mode, in a real Chromium. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip, useForeignPage } from './browser.js';
import { useSandbox } from './support.js';

/** @import { TestContext } from 'node:test' */
/** @import { SandboxOptions } from '../../web/sandbox/index.js' */

/**
 * A sandbox and a foreign page's view of it: the status, or the name of what the browser threw.
 *
 * @param {TestContext} t
 * @param {SandboxOptions} options
 */
const useView = async (t, options) => {
  const sandbox = await useSandbox(t, options);
  const page = await useForeignPage(t, '<p>foreign</p>');
  /** @param {Record<string, string>} headers */
  const view = (headers) =>
    page.evaluate(
      (url, sent) =>
        fetch(url, { headers: sent, redirect: 'manual', credentials: 'omit' }).then(
          ({ status, type, headers }) =>
            [status, type, headers.get('x-request-id') === null ? '' : 'id'].join(' ').trim(),
          (error) => error.name,
        ),
      `${sandbox.url}/accounts/companies`,
      headers,
    );
  return { sandbox, view };
};

test('open: reads answers and refusals, sends the key, sees no target of a redirect', {
  skip,
}, async (t) => {
  const { sandbox, view } = await useView(t, {});
  const key = sandbox.generateKey();
  assert.equal(await view({ 'x-api-key': key }), '200 cors id');
  assert.equal(await view({ 'x-api-key': 'old' }), '401 cors id');
  sandbox.setFaults([{ times: 1, status: 503 }, { redirectTo: 'https://elsewhere.example/' }]);
  assert.equal(await view({ 'x-api-key': key }), '503 cors id');
  assert.equal(await view({ 'x-api-key': key }), '0 opaqueredirect');
});

test('closed: reads nothing, and the key is not even sent', { skip }, async (t) => {
  const { sandbox, view } = await useView(t, { cors: 'closed' });
  assert.equal(await view({ 'x-api-key': sandbox.generateKey() }), 'TypeError');
  assert.equal(await view({}), 'TypeError');
  assert.deepEqual(
    sandbox.requests.map(({ method, headers }) => [method, headers['x-api-key']]),
    [
      ['OPTIONS', undefined],
      ['GET', undefined],
    ],
  );
});

test('no-api-key-header: reads what needs no key, may not send one', { skip }, async (t) => {
  const { sandbox, view } = await useView(t, { cors: 'no-api-key-header' });
  assert.equal(await view({ 'x-api-key': sandbox.generateKey() }), 'TypeError');
  assert.equal(await view({}), '401 cors id');
});

test('refusals-closed: reads success, not refusal', { skip }, async (t) => {
  const { sandbox, view } = await useView(t, { cors: 'refusals-closed' });
  assert.equal(await view({ 'x-api-key': sandbox.generateKey() }), '200 cors id');
  assert.equal(await view({ 'x-api-key': 'old' }), 'TypeError');
});

test('a change of mode counts for the very next request of the same page', { skip }, async (t) => {
  const { sandbox, view } = await useView(t, {});
  const headers = { 'x-api-key': sandbox.generateKey() };
  const seen = [];
  for (const mode of /** @type {const} */ (['open', 'no-api-key-header', 'open', 'closed'])) {
    sandbox.setCors(mode);
    seen.push(await view(headers));
  }
  assert.deepEqual(seen, ['200 cors id', 'TypeError', '200 cors id', 'TypeError']);
});
