/** The sandbox folded into one file, as it is shipped. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { runNode } from './support.js';

const index = fileURLToPath(new URL('../../web/sandbox/index.js', import.meta.url));

test('folds into one file below 64 KB that needs nothing but Node', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  t.after(() => rm(folder, { recursive: true }));
  const outfile = join(folder, 'sandbox.mjs');
  await build({
    entryPoints: [index],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  assert.ok((await stat(outfile)).size < 64_000);
  const program = `
    const { startSandbox } = await import(${JSON.stringify(outfile)});
    const sandbox = await startSandbox();
    const page = await fetch(sandbox.settingsUrl, { method: 'POST', headers: { origin: sandbox.url } });
    const key = /id="key" value="([^"]+)"/.exec(await page.text())[1];
    const reply = await fetch(sandbox.url + '/accounts/companies', { headers: { 'x-api-key': key } });
    console.log(reply.status, (await reply.json()).companies.length);
    await sandbox.close();
  `;
  assert.deepEqual(await runNode(['--input-type=module', '-e', program]), {
    status: 0,
    stdout: '200 1\n',
    stderr: '',
  });
});
