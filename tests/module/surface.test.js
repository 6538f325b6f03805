// What the built module is made of: its names, and what a strict content security policy forbids.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { distDir } from './support.js';

const run = promisify(execFile);
const read = (/** @type {string} */ path) => readFile(new URL(path, import.meta.url), 'utf8');

test('the module binds exactly the functions that the glue types declare', async () => {
  const bound = [
    ...(await read('../../src/bindings/module.cpp')).matchAll(/emscripten::function\("(\w+)"/g),
  ];
  const types = await read('../../web/client/glue.d.ts');
  const declared = [
    ...types.slice(types.indexOf('interface CoreModule {')).matchAll(/^ {2}(\w+)\(/gm),
  ];
  const names = (/** @type {RegExpMatchArray[]} */ matches) =>
    matches.map(([, name]) => name).sort();
  assert.ok(bound.length > 10);
  assert.deepEqual(
    names(declared).filter((name) => name !== 'instantiateWasm'),
    names(bound),
  );
});

test('the built package has no eval and no new Function', async () => {
  for (const name of ['core.js', 'index.js', 'node.js', 'node.cjs', 'inline.js', 'workerd.js']) {
    const text = await readFile(new URL(name, distDir), 'utf8');
    assert.doesNotMatch(text, /\beval\b|new Function|\bFunction\(/, name);
  }
});

test('it loads and runs where code from strings is forbidden', async () => {
  const script = `import { load } from ${JSON.stringify(new URL('node.js', distDir).href)};
    const agencyhandy = await load();
    console.log(agencyhandy.apiKeySettingsUrl('acme'));`;
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '-e', script];
  const { stdout } = await run(process.execPath, flags, { cwd: fileURLToPath(distDir) });
  assert.equal(stdout.trim(), 'https://acme.agencyhandy.com/workspace-config?tab=api-key');
});
