// The hosts' files: read back header by header, and by the real servers where they are installed.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { distDir } from '../../scripts/lib/paths.js';
import { buildSite } from '../../scripts/lib/site.js';
import { fileHeaders, isServed, siteHeaders } from '../../scripts/lib/site-headers.js';
import { toHostFiles } from '../../scripts/lib/site-hosts.js';
import { makeFolder, writeFiles } from './helpers.js';
import { hostReaders } from './support/host-readers.js';
import { hostServers, startHostServer } from './support/host-servers.js';

const immutable = 'public, max-age=31536000, immutable';
const siteDir = join(distDir, 'site');

/** Bytes; below it a host may send a file as it is, as Caddy does. */
const worthCompressing = 512;

/** A site with all that may differ: a hashed name, a document with headers of its own, one header less. */
const invented = () => {
  const shared = siteHeaders();
  const { 'Cross-Origin-Opener-Policy': _, ...frame } = fileHeaders('frame.html');
  frame['Content-Security-Policy'] = "default-src 'none'; frame-ancestors https:";
  const names = ['index.html', 'page-0a1b2c3d.js', 'page.css', 'core-89abcdef.wasm'];
  const files = names.map((name) => ({ name, headers: fileHeaders(name) }));
  return { shared, files: [...files, { name: 'frame.html', headers: frame }] };
};

test('hashed names never change, all others are asked for again', () => {
  assert.equal(fileHeaders('page-0a1b2c3d.js')['Cache-Control'], immutable);
  assert.equal(fileHeaders('core-89abcdef.wasm')['Cache-Control'], immutable);
  for (const name of ['index.html', 'page.js', 'agencyhandy.wasm', 'favicon.svg', 'on-page.js']) {
    assert.equal(fileHeaders(name)['Cache-Control'], 'no-cache', name);
  }
});

for (const [file, read] of Object.entries(hostReaders)) {
  test(`${file} gives every file of dist/site its headers, read back one by one`, () => {
    const text = readFileSync(join(siteDir, file), 'utf8');
    const names = readdirSync(siteDir).filter(isServed);
    assert(names.length >= 5);
    for (const name of names) assertHeaders(file, read(text, name), fileHeaders(name), name);
  });

  test(`${file} keeps apart what differs: hashed names, a document of its own, a header less`, () => {
    const site = invented();
    const text = toHostFiles(site)[file];
    for (const { name, headers } of site.files)
      assertHeaders(file, read(text, name), headers, name);
    if (file !== '_headers')
      assertHeaders(file, read(text, 'nothing.js'), site.shared, 'nothing.js');
  });
}

/**
 * @param {string} file
 * @param {Record<string, string>} found
 * @param {Record<string, string>} expected
 * @param {string} name
 */
function assertHeaders(file, found, expected, name) {
  // Hosts that read _headers know all media types but, perhaps, this one.
  const isLeftToHost = file === '_headers' && !name.endsWith('.wasm');
  const { 'Content-Type': type, ...others } = expected;
  const wanted = isLeftToHost || type === undefined ? others : expected;
  assert.deepEqual({ ...found }, { ...wanted }, name);
}

test('_headers has a rule for each form of a path that a host may give a document', () => {
  const text = toHostFiles(invented())._headers;
  for (const path of ['/', '/index.html', '/frame', '/frame.html', '/page-0a1b2c3d.js']) {
    assert(text.split('\n').includes(path), path);
  }
  assert.equal(text.split('Content-Security-Policy').length - 1, text.match(/^\/(?!\*)/gm)?.length);
});

for (const server of hostServers) {
  const skip = server.command ? false : `${server.name} is not installed`;
  test(`${server.name} serves the site with exactly its headers`, { skip }, async (t) => {
    const dir = makeFolder(t);
    await buildSite({ outDir: dir });
    const origin = await startHostServer(t, server, dir);
    await assertServed(origin, '/', 'index.html', dir);
    for (const name of readdirSync(dir).filter(isServed)) {
      await assertServed(origin, `/${name}`, name, dir);
    }
    for (const path of ['/nothing.js', ...Object.keys(hostReaders).map((file) => `/${file}`)]) {
      const { status, headers } = await fetch(origin + path);
      assert(status === 404 || (status === 403 && path === '/.htaccess'), `${path} ${status}`);
      assertAnswer(headers, siteHeaders(), path);
    }
  });

  test(`${server.name} keeps apart what differs`, { skip }, async (t) => {
    const dir = makeFolder(t);
    const site = invented();
    const contents = site.files.map(({ name }) => [name, `content of ${name}`]);
    writeFiles(dir, { ...Object.fromEntries(contents), ...toHostFiles(site) });
    const origin = await startHostServer(t, server, dir);
    for (const { name, headers } of site.files) {
      const answer = await fetch(`${origin}/${name}`);
      assert.equal(answer.status, 200, name);
      assertAnswer(answer.headers, headers, name);
    }
  });
}

/**
 * @param {globalThis.Headers} headers
 * @param {Record<string, string>} expected
 * @param {string} path
 */
function assertAnswer(headers, expected, path) {
  const names = Object.keys({ ...siteHeaders(), ...expected });
  for (const name of names)
    assert.equal(headers.get(name), expected[name] ?? null, `${path} ${name}`);
}

/**
 * @param {string} origin
 * @param {string} path
 * @param {string} name
 * @param {string} dir
 */
async function assertServed(origin, path, name, dir) {
  const answer = await fetch(origin + path);
  assert.equal(answer.status, 200, path);
  assertAnswer(answer.headers, fileHeaders(name), path);
  const content = readFileSync(join(dir, name));
  if (/\.(js|css|wasm)$/.test(name) && content.length >= worthCompressing)
    assert.equal(answer.headers.get('content-encoding'), 'gzip', path);
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), content);
}
