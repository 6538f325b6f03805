/** The settings tab over plain HTTP: who may press, and what is shown when. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { payloadOf, send, useSandbox } from './support.js';

/** @import { Sandbox } from '../../web/sandbox/index.js' */

/**
 * @param {Sandbox} sandbox
 * @param {Record<string, string>} [headers]
 * @param {string} [body]
 */
const press = (sandbox, headers = { origin: sandbox.url }, body = '') =>
  send(sandbox.settingsUrl, { method: 'POST', headers, body });

/** @param {string} page */
const keyIn = (page) => /<input id="key" value="([^"]*)"/.exec(page)?.[1];

/** @param {string} page */
const buttonsIn = (page) =>
  [...page.matchAll(/<button[^>]*>([^<]*)<\/button>/g)].map(([, label]) => label);

/** @param {Sandbox} sandbox */
const pressAndLook = async (sandbox) => {
  const { headers } = await press(sandbox);
  return send(new URL(headers.location ?? '', sandbox.url).href);
};

test('says that nothing is real, where it is, and offers Generate without a key', async (t) => {
  const sandbox = await useSandbox(t);
  const { status, text, headers } = await send(sandbox.settingsUrl);
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/html; charset=UTF-8');
  assert.match(text, /Sandbox:<\/strong> stands in for AgencyHandy, nothing here is real/);
  assert.match(text, /Settings<\/li>\s*<li>Workspace Config<\/li>\s*<li[^>]*>API Key<\/li>/);
  assert.deepEqual(buttonsIn(text), ['Generate']);
  assert.equal(keyIn(text), undefined);
});

test('shows a new key once, and never again after a reload', async (t) => {
  const sandbox = await useSandbox(t);
  const answer = await press(sandbox);
  assert.equal(answer.status, 303);
  const shownUrl = new URL(answer.headers.location ?? '', sandbox.url).href;
  const shown = await send(shownUrl);
  const key = keyIn(shown.text) ?? '';
  assert.ok(payloadOf(key).jti);
  assert.equal(shownUrl.includes(key), false);
  assert.deepEqual(buttonsIn(shown.text), ['Copy', 'Regenerate']);
  for (const url of [shownUrl, sandbox.settingsUrl]) {
    const { text } = await send(url);
    assert.equal(text.includes(key), false);
    assert.match(text, /AgencyHandy will not display it again/);
    assert.deepEqual(buttonsIn(text), ['Regenerate']);
  }
  const headers = { 'x-api-key': key };
  assert.equal((await send(`${sandbox.url}/accounts/companies`, { headers })).status, 200);
});

test('regenerates: warns before, and the old key is dead after', async (t) => {
  const sandbox = await useSandbox(t);
  const old = sandbox.generateKey();
  const before = await send(sandbox.settingsUrl);
  assert.match(before.text, /The old key stops working at once/);
  const fresh = keyIn((await pressAndLook(sandbox)).text) ?? '';
  const statuses = [];
  for (const key of [old, fresh]) {
    const headers = { 'x-api-key': key };
    statuses.push((await send(`${sandbox.url}/accounts/companies`, { headers })).status);
  }
  assert.deepEqual(statuses, [401, 200]);
});

test('does not show a key that is dead by the time the page is loaded', async (t) => {
  const sandbox = await useSandbox(t);
  const { headers } = await press(sandbox);
  sandbox.generateKey();
  const page = await send(new URL(headers.location ?? '', sandbox.url).href);
  assert.equal(keyIn(page.text), undefined);
});

test('does not spend the one showing on a HEAD request or on a wrong pass', async (t) => {
  const sandbox = await useSandbox(t);
  const { headers } = await press(sandbox);
  const url = new URL(headers.location ?? '', sandbox.url).href;
  assert.equal((await send(url, { method: 'HEAD' })).status, 200);
  assert.equal(keyIn((await send(`${sandbox.settingsUrl}&show=guess`)).text), undefined);
  assert.ok(keyIn((await send(url)).text));
});

/** @type {{ claim: string, headers: (own: string) => Record<string, string> }[]} */
const strangers = [
  { claim: 'another site', headers: () => ({ 'sec-fetch-site': 'cross-site' }) },
  {
    claim: 'another site that claims our origin',
    headers: (own) => ({ 'sec-fetch-site': 'cross-site', origin: own }),
  },
  { claim: 'another port of this host', headers: () => ({ 'sec-fetch-site': 'same-site' }) },
  { claim: 'an address bar', headers: () => ({ 'sec-fetch-site': 'none' }) },
  { claim: 'another origin', headers: () => ({ origin: 'https://page.example' }) },
  { claim: 'another port by its origin', headers: () => ({ origin: 'http://127.0.0.1:1' }) },
  { claim: 'a sandboxed frame', headers: () => ({ origin: 'null' }) },
  { claim: 'nobody that says who it is', headers: () => ({}) },
];

for (const { claim, headers } of strangers) {
  test(`refuses a press from ${claim}, and the key lives on`, async (t) => {
    const sandbox = await useSandbox(t);
    const key = sandbox.generateKey();
    for (const body of ['', 'token=', 'token=guess', 'token=undefined']) {
      const answer = await press(sandbox, headers(sandbox.url), body);
      assert.equal(answer.status, 403);
      assert.match(answer.text, /Nothing was changed/);
    }
    const used = { 'x-api-key': key };
    const answer = await send(`${sandbox.url}/accounts/companies`, { headers: used });
    assert.equal(answer.status, 200);
  });
}

/** @type {{ claim: string, headers: (own: string) => Record<string, string>, withToken: boolean }[]} */
const ownPresses = [
  {
    claim: 'Sec-Fetch-Site with the null origin of a no-referrer page',
    headers: () => ({ 'sec-fetch-site': 'same-origin', origin: 'null' }),
    withToken: false,
  },
  { claim: 'its own Origin', headers: (own) => ({ origin: own }), withToken: false },
  { claim: 'the token and a null origin', headers: () => ({ origin: 'null' }), withToken: true },
  { claim: 'the token alone', headers: () => ({}), withToken: true },
];

for (const { claim, headers, withToken } of ownPresses) {
  test(`accepts a press from its own page, known by ${claim}`, async (t) => {
    const sandbox = await useSandbox(t);
    const page = await send(sandbox.settingsUrl);
    const token = /name="token" value="([^"]+)"/.exec(page.text)?.[1];
    const body = withToken ? `token=${token}` : '';
    assert.equal((await press(sandbox, headers(sandbox.url), body)).status, 303);
  });
}

test('has a strict policy of its own, and nothing inline', async (t) => {
  const sandbox = await useSandbox(t);
  const { text, headers } = await pressAndLook(sandbox);
  const policy = String(headers['content-security-policy']);
  for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]) {
    assert.ok(policy.includes(rule), rule);
  }
  assert.equal(policy.includes('unsafe'), false);
  assert.doesNotMatch(text, /<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
  assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
  assert.equal(headers['set-cookie'], undefined);
});

test('serves every file that the page asks for', async (t) => {
  const sandbox = await useSandbox(t);
  const { text } = await send(sandbox.settingsUrl);
  const paths = [...text.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path);
  assert.equal(paths.length, 3);
  for (const path of paths) assert.equal((await send(sandbox.url + path)).status, 200, path);
});

test('leads from the root and from another tab to the API Key tab', async (t) => {
  const sandbox = await useSandbox(t);
  const headers = { accept: 'text/html,*/*' };
  for (const path of ['/', '/workspace-config', '/workspace-config?tab=general']) {
    const answer = await send(sandbox.url + path, { headers });
    assert.equal(answer.status, 302, path);
    assert.equal(answer.headers.location, '/workspace-config?tab=api-key', path);
  }
});

test('answers other methods on the settings tab with 405', async (t) => {
  const sandbox = await useSandbox(t);
  const answer = await send(sandbox.settingsUrl, { method: 'DELETE' });
  assert.deepEqual([answer.status, answer.headers.allow], [405, 'GET, HEAD, POST']);
});
