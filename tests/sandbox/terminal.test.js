/** The sandbox as a program. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { corsHeadersOf, runNode, send, useSandbox } from './support.js';

/** @import { TestContext } from 'node:test' */

const main = fileURLToPath(new URL('../../web/sandbox/main.js', import.meta.url));

/**
 * @param {TestContext} t
 * @param {string[]} args
 */
const startProgram = async (t, args) => {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return { child, line: String(line) };
};

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  test(`prints one line with its address and ends cleanly on ${signal}`, async (t) => {
    const { child, line } = await startProgram(t, ['--port', '0']);
    assert.match(line, /^sandbox http:\/\/127\.0\.0\.1:\d+\/\n$/);
    const url = line.trim().slice('sandbox '.length);
    assert.equal((await send(`${url}workspace-config?tab=api-key`)).status, 200);
    child.kill(signal);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    await assert.rejects(send(url), { code: 'ECONNREFUSED' });
  });
}

test('takes host, companies and CORS mode from the command line', async (t) => {
  const args = ['--port=0', '--host', '::1', '--companies', '3', '--cors', 'closed'];
  const { line } = await startProgram(t, args);
  const url = line.trim().slice('sandbox '.length);
  assert.match(url, /^http:\/\/\[::1\]:\d+\/$/);
  const origin = new URL(url).origin;
  const pressed = await send(`${url}workspace-config`, { method: 'POST', headers: { origin } });
  const page = await send(origin + pressed.headers.location);
  const key = /<input id="key" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
  const answer = await send(`${url}accounts/companies`, { headers: { 'x-api-key': key } });
  assert.equal(JSON.parse(answer.text).companies.length, 3);
  assert.deepEqual(corsHeadersOf(answer), []);
});

test('prints its help and ends', async () => {
  const { status, stdout, stderr } = await runNode([main, '--help']);
  assert.deepEqual([status, stderr], [0, '']);
  for (const option of ['--port', '--host', '--companies', '--cors', '--help']) {
    assert.ok(stdout.includes(option), option);
  }
});

const badArguments = [
  { args: ['--nope'], says: "Unknown option '--nope'" },
  { args: ['extra'], says: "Unexpected argument 'extra'" },
  { args: ['--port'], says: '--port' },
  { args: ['--port', '65536'], says: '--port must be a whole number from 0 to 65535' },
  { args: ['--port', '-1'], says: '--port' },
  { args: ['--port', '0x50'], says: '--port must be a whole number from 0 to 65535' },
  { args: ['--port', ''], says: '--port must be a whole number from 0 to 65535' },
  { args: ['--companies', '1.5'], says: '--companies must be a whole number' },
  { args: ['--cors', 'ajar'], says: '--cors must be one of open, closed' },
  { args: ['--host', ''], says: '--host must not be empty' },
];

for (const { args, says } of badArguments) {
  test(`refuses ${JSON.stringify(args)} with one line and status 2`, async () => {
    const { status, stdout, stderr } = await runNode([main, ...args]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^sandbox: [^\n]+ \(see --help\)\n$/);
    assert.ok(stderr.includes(says), stderr);
  });
}

test('says in one line that the port is taken, with status 1', async (t) => {
  const { port } = await useSandbox(t);
  const { status, stderr } = await runNode([main, '--port', `${port}`]);
  assert.equal(status, 1);
  assert.match(stderr, /^sandbox: [^\n]*EADDRINUSE[^\n]*\n$/);
});
