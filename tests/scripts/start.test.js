import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { npmCommand } from '../../scripts/lib/npm.js';
import { rootDir } from '../../scripts/lib/paths.js';
import { listTree } from '../../scripts/lib/process-tree.js';
import { isAlive, waitUntil } from './helpers.js';

/** @typedef {import('node:test').TestContext} TestContext */

const ready = /^page (http:\/\/127\.0\.0\.1:(\d+)\/)$/m;
const sandboxLine = /^sandbox (http:\/\/127\.0\.0\.1:(\d+)\/)$/m;

/**
 * Runs `npm start` as a person does, on free ports.
 * @param {TestContext} t
 * @param {string[]} [options]
 */
function startWithNpm(t, options = []) {
  const { command, args } = npmCommand();
  const { NODE_TEST_CONTEXT: _mark, ...inherited } = process.env;
  const child = spawn(command, [...args, 'start', '--', ...options], {
    cwd: rootDir,
    env: { ...inherited, PORT: '0', SANDBOX_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const pid = /** @type {number} */ (child.pid);
  t.after(() => {
    if (child.exitCode === null) process.kill(-pid, 'SIGKILL');
  });
  const started = { child, pid, stdout: '', closed: once(child, 'close') };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    started.stdout += text;
  });
  return started;
}

/**
 * @param {string} url
 * @returns {Promise<boolean>} whether its port can be listened on
 */
function isFree(url) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(Number(new URL(url).port), '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  test(`npm start serves page and sandbox, and ${signal} leaves no process and no port`, async (t) => {
    const started = startWithNpm(t);
    await waitUntil(() => sandboxLine.test(started.stdout), 60_000);
    const page = /** @type {RegExpExecArray} */ (ready.exec(started.stdout))[1];
    const sandbox = /** @type {RegExpExecArray} */ (sandboxLine.exec(started.stdout))[1];
    assert.notEqual(new URL(page).origin, new URL(sandbox).origin);
    assert.equal(started.stdout.match(/^page /gm)?.length, 1);
    assert.equal(started.stdout.match(/^sandbox /gm)?.length, 1);

    const response = await fetch(page);
    assert.equal(response.status, 200);
    assert.ok(
      (await response.text()).includes(new URL(sandbox).origin),
      'the page does not name it',
    );
    const refused = await fetch(new URL('/accounts/companies', sandbox));
    assert.equal(refused.status, 401);

    const tree = listTree(started.pid);
    assert.ok(tree.length >= 2, 'npm has no child');
    started.child.kill(signal);
    const [code] = await started.closed;
    assert.equal(code, 0);
    await waitUntil(() => !tree.some(isAlive));
    assert.equal(await isFree(page), true);
    assert.equal(await isFree(sandbox), true);
  });
}

test('npm start -- --live serves the page alone, for the live API', async (t) => {
  const started = startWithNpm(t, ['--live']);
  await waitUntil(() => ready.test(started.stdout), 60_000);
  const page = /** @type {RegExpExecArray} */ (ready.exec(started.stdout))[1];
  const response = await fetch(page);
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.match(policy, /connect-src 'self' https:\/\/api\.agencyhandy\.com;/);
  assert.doesNotMatch(started.stdout, /^sandbox/m);
  started.child.kill('SIGTERM');
  const [code] = await started.closed;
  assert.equal(code, 0);
  assert.equal(await isFree(page), true);
});
