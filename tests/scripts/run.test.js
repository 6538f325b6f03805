import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { withLock } from '../../scripts/lib/lock.js';
import { PlainError } from '../../scripts/lib/output.js';
import { rootDir } from '../../scripts/lib/paths.js';
import { run, runStage } from '../../scripts/lib/run.js';
import { isAlive, makeFolder, startScript, waitUntil, writeFiles } from './helpers.js';

const lib = (/** @type {string} */ name) =>
  JSON.stringify(pathToFileURL(join(rootDir, 'scripts/lib', name)).href);

test('keeps both streams of a command in the order in which they came', async () => {
  const result = await run('sh', ['-c', 'echo one; sleep 0.1; echo two >&2; exit 3']);
  assert.equal(result.code, 3);
  assert.equal(result.output, 'one\ntwo\n');
  assert.equal(result.stdout, 'one\n');
});

test('gives a command no standard input to wait for', async () => {
  const { code, output } = await run('cat', []);
  assert.deepEqual({ code, output }, { code: 0, output: '' });
});

test('a command that does not exist ends with 127', async () => {
  assert.equal((await run('agencyhandy-no-such-command', [])).code, 127);
});

test('names the stage and the command that failed, with its output', async () => {
  await assert.rejects(runStage('wasm', 'sh', ['-c', 'echo lost >&2; exit 4']), (error) => {
    assert.ok(error instanceof PlainError);
    assert.equal(
      error.message,
      "wasm failed: 'sh -c echo lost >&2; exit 4' ended with exit code 4",
    );
    assert.equal(error.details, 'lost\n');
    return true;
  });
});

test('names a command of a stage that is not there', async () => {
  await assert.rejects(runStage('wasm', 'agencyhandy-no-such-command', []), {
    message: "wasm failed: 'agencyhandy-no-such-command' could not be found",
  });
});

test('ends a command and all that it has started at its time limit', async (t) => {
  const pidFile = join(makeFolder(t), 'pid');
  const script = `sleep 60 & echo $! > ${pidFile}; wait`;
  const result = await run('sh', ['-c', script], { timeoutMs: 500 });
  assert.equal(result.timedOut, true);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  await waitUntil(() => !isAlive(pid));
});

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  test(`${signal} ends a script's children and theirs, and no next step begins`, async (t) => {
    const folder = makeFolder(t);
    const pidFile = join(folder, 'pid');
    const command = JSON.stringify(`sleep 60 & echo $! > ${pidFile}; wait`);
    writeFiles(folder, {
      'main.mjs': `
        import { runMain } from ${lib('cli.js')};
        import { run } from ${lib('run.js')};
        runMain(async () => {
          await run('sh', ['-c', ${command}]);
          console.log('next step');
          return 0;
        }, { exitCodeOnSignal: 0 });`,
    });
    const { child, ended } = startScript(t, join(folder, 'main.mjs'));
    const pid = () => Number(readFileSync(pidFile, { encoding: 'utf8', flag: 'a+' }));
    await waitUntil(() => pid() > 0);
    child.kill(signal);
    const { code, stdout } = await ended;
    assert.deepEqual({ code, stdout }, { code: 0, stdout: '' });
    await waitUntil(() => !isAlive(pid()));
  });
}

test('a script that npm has started ends when npm is gone', async (t) => {
  const folder = makeFolder(t);
  const pidFile = join(folder, 'pid');
  writeFiles(folder, {
    'parent.mjs': `
      import { spawn } from 'node:child_process';
      spawn(process.execPath, ['child.mjs'], { cwd: ${JSON.stringify(folder)}, stdio: 'ignore' });
      setInterval(() => {}, 1000);`,
    'child.mjs': `
      import { writeFileSync } from 'node:fs';
      import { runMain } from ${lib('cli.js')};
      runMain(async () => {
        setInterval(() => {}, 1000);
        writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
        return undefined;
      });`,
  });
  const env = { npm_lifecycle_event: 'start' };
  const { child, ended } = startScript(t, join(folder, 'parent.mjs'), { env });
  const pid = () => Number(readFileSync(pidFile, { encoding: 'utf8', flag: 'a+' }));
  await waitUntil(() => pid() > 0);
  child.kill('SIGKILL');
  await ended;
  await waitUntil(() => !isAlive(pid()));
});

test('a plain error is printed without a stack, its details below', async (t) => {
  const folder = makeFolder(t);
  writeFiles(folder, {
    'main.mjs': `
      import { runMain } from ${lib('cli.js')};
      import { PlainError } from ${lib('output.js')};
      runMain(async () => {
        throw new PlainError('wasm failed: because', { exitCode: 7, details: 'more' });
      });`,
  });
  const { code, stdout, stderr } = await startScript(t, join(folder, 'main.mjs')).ended;
  assert.deepEqual(
    { code, stdout, stderr },
    { code: 7, stdout: '', stderr: 'wasm failed: because\nmore\n' },
  );
});

test('two pieces of work under one lock do not overlap', async (t) => {
  const file = join(makeFolder(t), 'lock');
  /** @type {string[]} */
  const steps = [];
  const work = (/** @type {string} */ name) => async () => {
    steps.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    steps.push(`${name} ends`);
  };
  await Promise.all([withLock(file, work('a')), withLock(file, work('b'))]);
  assert.deepEqual(steps, ['a begins', 'a ends', 'b begins', 'b ends']);
});

test('a lock is free again after a failure', async (t) => {
  const file = join(makeFolder(t), 'lock');
  await assert.rejects(
    withLock(file, () => Promise.reject(new Error('no'))),
    { message: 'no' },
  );
  assert.equal(await withLock(file, async () => 'done'), 'done');
});

test('a lock whose process is gone is taken over', async (t) => {
  const folder = makeFolder(t);
  const gone = await run('sh', ['-c', 'echo $$']);
  writeFiles(folder, { lock: gone.stdout.trim() });
  assert.equal(await withLock(join(folder, 'lock'), async () => 'done'), 'done');
});
