/** The built site: its files, the headers that they are served with, its weight, and life without JavaScript. */

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { siteHeaders } from '../../scripts/lib/site-headers.js';
import { languages } from '../../web/page/messages/languages.js';
import { startWorld } from './support/world.js';

/** @import { IncomingMessage } from 'node:http' */
/** @import { World } from './support/world.js' */

/** @type {World} */
let world;
before(async () => {
  world = await startWorld();
});
after(() => world.close());

/**
 * Sends the target as it is, which fetch() would tidy up.
 *
 * @param {string} path
 * @param {string} [method]
 * @returns {Promise<{ status: number | undefined, headers: IncomingMessage['headers'], body: string }>}
 */
const ask = (path, method = 'GET') =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(world.siteUrl);
    const sent = request({ hostname, port, path, method }, async (response) => {
      const chunks = await response.toArray();
      const body = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode, headers: response.headers, body });
    });
    sent.on('error', reject).end();
  });

test('holds what the page needs and nothing else', async () => {
  const words = languages.map(({ locale }) => locale.toLowerCase().replace('-hans', ''));
  const names = (await readdir(world.siteDir)).map((name) =>
    name.replace(/-[0-9A-Z]{8}\.js$/, '-HASH.js'),
  );
  assert.deepEqual(
    names.sort(),
    [
      '.htaccess',
      'Caddyfile',
      '_headers',
      'nginx.conf',
      'agencyhandy.wasm',
      'chunk-HASH.js',
      'favicon.svg',
      'frame.html',
      'frame.js',
      'index.html',
      'later-HASH.js',
      'later.css',
      'page.css',
      'page.js',
      ...words.flatMap((name) => [`${name}-HASH.js`, `${name}-later-HASH.js`]),
    ].sort(),
  );
});

// A name made of the content never means anything else.
const isHashed = /-[0-9A-Z]{8}\.js$/;
const forEver = 'public, max-age=31536000, immutable';

test('serves every file with the site’s headers and its media type', async () => {
  const expected = siteHeaders({ baseUrl: world.sandbox.url, isSecure: false });
  /** @type {[path: string, mediaType: string][]} */
  const table = [
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/page.js', 'text/javascript; charset=utf-8'],
    ['/page.css', 'text/css; charset=utf-8'],
    ['/later.css', 'text/css; charset=utf-8'],
    ...(await readdir(world.siteDir))
      .filter((name) => name.endsWith('.js'))
      .map(
        (name) => /** @type {[string, string]} */ ([`/${name}`, 'text/javascript; charset=utf-8']),
      ),
    ['/favicon.svg', 'image/svg+xml'],
    ['/agencyhandy.wasm', 'application/wasm'],
  ];
  for (const [path, mediaType] of table) {
    const { status, headers } = await ask(path);
    assert.equal(status, 200, path);
    assert.equal(headers['content-type'], mediaType);
    for (const [name, value] of Object.entries(expected)) {
      const own = name === 'Cache-Control' && isHashed.test(path) ? forEver : value;
      assert.equal(headers[name.toLowerCase()], own, `${path} ${name}`);
    }
    assert.equal(headers['strict-transport-security'], undefined, 'means nothing on plain http');
  }
});

test('answers 404 to every other path, also to those that try to leave the folder', async () => {
  const paths = [
    '/nothing.js',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/_headers',
    '/Caddyfile',
    '/nginx.conf',
    '/.htaccess',
    '/.git/config',
    '//page.js',
    '/page.js/',
    '/page.js%00',
    '/\\page.js',
  ];
  for (const path of paths) {
    const { status, body, headers } = await ask(path);
    assert.equal(status, 404, path);
    assert.equal(body, '404\n');
    assert.equal(headers['x-content-type-options'], 'nosniff');
  }
  assert.equal((await ask('/', 'POST')).status, 405);
  assert.equal((await ask('/', 'HEAD')).body, '');
});

test('sends text and code compressed to whom can read it, as every host does', async () => {
  const plain = await readFile(join(world.siteDir, 'page.css'));
  const answer = await fetch(new URL('page.css', world.siteUrl), {
    headers: { 'accept-encoding': 'br' },
  });
  assert.equal(answer.headers.get('content-encoding'), 'br');
  assert.equal(answer.headers.get('vary'), 'Accept-Encoding');
  assert(Number(answer.headers.get('content-length')) < plain.length / 2);
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), plain);
  assert.equal((await ask('/page.js')).headers['content-encoding'], undefined);
});

test('lets the page talk to itself and to the one API', async () => {
  const { headers } = await ask('/');
  const policy = String(headers['content-security-policy']);
  assert(policy.includes(`connect-src 'self' ${world.sandbox.url};`));
  assert(policy.includes("frame-ancestors 'none'"));
  assert(!/unsafe-(inline|eval')/.test(policy.replace("'wasm-unsafe-eval'", '')));
  const live = siteHeaders()['Content-Security-Policy'];
  assert(live.includes("connect-src 'self' https://api.agencyhandy.com;"));
});

test('writes the same headers for static hosts, and the policy into the page as a floor', async () => {
  const file = await readFile(join(world.siteDir, '_headers'), 'utf8');
  for (const [name, value] of Object.entries(siteHeaders({ baseUrl: world.sandbox.url }))) {
    assert(file.includes(`  ${name}: ${value}\n`), name);
  }
  const visit = await world.visit();
  const floor = await visit.page.$eval('meta[http-equiv]', (meta) => meta.getAttribute('content'));
  const policy = siteHeaders({ baseUrl: world.sandbox.url })['Content-Security-Policy'];
  assert.equal(floor, policy.replace(" frame-ancestors 'none';", ''));
});

test('asks no third party for anything, and finds all that it asks for', async () => {
  const visit = await world.visit();
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
  const origins = new Set(visit.requests.map((url) => new URL(url).origin));
  assert.deepEqual([...origins].sort(), [world.sandbox.url, new URL(world.siteUrl).origin].sort());
  assert.deepEqual(
    visit.console.filter(({ type }) => type !== 'debug'),
    [],
  );
});

test('refuses, by its policy, a request to anywhere else', async () => {
  const visit = await world.visit();
  const outcome = await visit.page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  assert.equal(outcome, 'refused');
  assert.match((await visit.violations()).join(), /connect-src/);
});

test('is the written guide without JavaScript: no field, no button, nothing dead', async () => {
  const visit = await world.visit({ javaScript: false });
  const html = await visit.page.content();
  assert.doesNotMatch(html, /<(input|button|textarea|select|form)\b/);
  const text = await visit.page.$eval('main', (node) => node.textContent ?? '');
  for (const words of [
    /workspace-config\?tab=api-key/,
    /Generate/,
    /x-api-key: <YOUR_API_KEY>/,
    /companyid: <YOUR_COMPANY_ID>/,
    /\/accounts\/companies/,
    /\/roles\?type=company/,
  ]) {
    assert.match(text, words);
  }
});

test('takes the API’s address from its HTML, whatever the address bar says', async () => {
  const visit = await world.visit();
  await visit.page.goto(
    `${world.siteUrl}?base-url=https://example.com#base-url=https://example.com`,
  );
  await visit.waitForState('needsWorkspace');
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
});

test('carries no secret onto paper', async () => {
  const visit = await world.visit();
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
  await visit.page.emulateMediaType('print');
  assert.doesNotMatch(await visit.text(), /•|5eed/);
  const shown = await visit.page.$$eval('>>> input, >>> textarea, >>> button', (nodes) =>
    nodes
      .filter((node) => node.checkVisibility() && !['radio', 'checkbox'].includes(node.type))
      .map((node) => node.outerHTML),
  );
  assert.deepEqual(shown, []);
});
