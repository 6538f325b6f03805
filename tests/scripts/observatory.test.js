// The shipped headers by the rules of Mozilla's Observatory of August 2026: what each rule gives.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { distDir } from '../../scripts/lib/paths.js';
import { serveSite } from '../../scripts/lib/site.js';
import { hostReaders } from './support/host-readers.js';
import { scoreAnswer } from './support/observatory.js';

/** @import { Answer } from './support/observatory.js' */

const leastScore = 135;
const siteDir = join(distDir, 'site');
const html = readFileSync(join(siteDir, 'index.html'), 'utf8');

/** @param {Record<string, string>} headers */
const toLowerCase = (headers) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** @param {string} file */
const readShipped = (file) =>
  toLowerCase(hostReaders[file](readFileSync(join(siteDir, file), 'utf8'), 'index.html'));

for (const file of Object.keys(hostReaders)) {
  test(`${file} reaches ${leastScore} points`, (t) => {
    const { score, verdicts } = scoreAnswer({ headers: readShipped(file), html });
    for (const one of verdicts) {
      const points = `${one.score > 0 ? '+' : ''}${one.score}`;
      t.diagnostic(`${one.rule.padEnd(30)} ${points.padStart(4)}  ${one.finding}`);
    }
    t.diagnostic(`score ${score}`);
    assert(score >= leastScore, `${score}`);
    assert.deepEqual(
      verdicts.filter((one) => one.score < 0),
      [],
    );
  });
}

test('what is really sent differs from it by the header that means nothing on plain http', async () => {
  const site = await serveSite({ dir: siteDir });
  try {
    const answer = await fetch(site.url);
    const shipped = readShipped('nginx.conf');
    const { 'strict-transport-security': transport, ...others } = shipped;
    for (const [name, value] of Object.entries(others)) {
      assert.equal(answer.headers.get(name), value, name);
    }
    const headers = {
      ...Object.fromEntries(answer.headers),
      'strict-transport-security': transport,
    };
    const cookies = answer.headers.getSetCookie();
    const { score } = scoreAnswer({ headers, cookies, html: await answer.text() });
    assert.equal(score, scoreAnswer({ headers: shipped, html }).score);
  } finally {
    await site.close();
  }
});

test('each rule takes and gives what the Observatory does', () => {
  const policy = "default-src 'none'; frame-ancestors 'none'";
  const base = { headers: { 'content-security-policy': policy }, html: '' };
  /** @type {[rule: string, score: number, change: Partial<Answer>][]} */
  const table = [
    ['content-security-policy', 10, {}],
    ['content-security-policy', -25, { headers: {} }],
    ['content-security-policy', 5, csp("default-src 'self'")],
    ['content-security-policy', -25, csp("default-src 'none'; default-src 'none'")],
    ['content-security-policy', -20, csp("default-src 'none'; script-src 'unsafe-inline'")],
    ['content-security-policy', -20, csp("default-src 'none'; script-src data:")],
    ['content-security-policy', -20, csp("default-src 'none'; connect-src http://a.example")],
    ['content-security-policy', -10, csp("default-src 'none'; script-src 'unsafe-eval'")],
    ['content-security-policy', 10, csp("default-src 'none'; script-src 'wasm-unsafe-eval'")],
    ['content-security-policy', -10, csp("default-src 'none'; img-src http://a.example")],
    ['content-security-policy', 0, csp("default-src 'none'; style-src 'unsafe-inline'")],
    ['content-security-policy', -20, csp("img-src 'none'")],
    ['cookies', 5, { cookies: ['a=1; Secure; HttpOnly; SameSite=Lax'] }],
    ['cookies', -40, { cookies: ['session=1'] }],
    ['cross-origin-embedder-policy', 10, header('cross-origin-embedder-policy', 'credentialless')],
    ['cross-origin-opener-policy', 10, header('cross-origin-opener-policy', 'same-origin')],
    ['cross-origin-opener-policy', -5, header('cross-origin-opener-policy', 'nothing')],
    ['cross-origin-resource-policy', 10, header('cross-origin-resource-policy', 'same-site')],
    ['cross-origin-resource-policy', 0, header('cross-origin-resource-policy', 'cross-origin')],
    ['cross-origin-resource-sharing', 0, header('access-control-allow-origin', '*')],
    ['redirection', -20, { redirect: 'missing' }],
    ['referrer-policy', 5, header('referrer-policy', 'unsafe-url, no-referrer')],
    ['referrer-policy', -5, header('referrer-policy', 'unsafe-url')],
    ['strict-transport-security', -20, {}],
    ['strict-transport-security', -10, header('strict-transport-security', 'max-age=1000')],
    ['strict-transport-security', 0, header('strict-transport-security', 'max-age=63072000')],
    ['strict-transport-security', 5, { isPreloaded: true }],
    ['subresource-integrity', 0, { html: '<script src="page.js"></script>' }],
    ['subresource-integrity', 5, { html: '<script src="page.js" integrity="a"></script>' }],
    ['subresource-integrity', -5, { html: '<script src="https://a.example/a.js"></script>' }],
    ['subresource-integrity', -50, { html: '<script src="//a.example/a.js"></script>' }],
    ['x-content-type-options', -5, {}],
    ['x-content-type-options', 0, header('x-content-type-options', 'nosniff')],
    ['x-frame-options', 5, {}],
    ['x-frame-options', -20, csp("default-src 'none'")],
    ['x-frame-options', 5, header('x-frame-options', 'DENY')],
  ];
  for (const [rule, expected, change] of table) {
    const { verdicts } = scoreAnswer({ ...base, ...change });
    const found = verdicts.find((one) => one.rule === rule)?.score;
    assert.equal(found, expected, `${rule} ${JSON.stringify(change)}`);
  }
});

test('a fault that takes it below 90 takes all that was extra', () => {
  const { 'strict-transport-security': _, ...headers } = readShipped('nginx.conf');
  assert.equal(scoreAnswer({ headers, html }).score, 80);
});

/** @param {string} policy */
function csp(policy) {
  return header('content-security-policy', policy);
}

/**
 * @param {string} name
 * @param {string} value
 */
function header(name, value) {
  return { headers: { [name]: value } };
}
