import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { rootDir } from '../../scripts/lib/paths.js';
import { explainListenError, readPort } from '../../scripts/lib/ports.js';
import { isAlive, makeFolder, startScript, waitUntil, writeCommand } from './helpers.js';

/** @typedef {import('node:test').TestContext} TestContext */

const script = (/** @type {string} */ name) => join(rootDir, 'scripts', `${name}.js`);

/** @type {[claim: string, name: string, args: string[], env: NodeJS.ProcessEnv, message: RegExp][]} */
const refused = [
  ['start refuses an unknown option', 'start', ['--fast'], {}, /unknown option '--fast'/],
  ['start refuses a word', 'start', ['now'], {}, /unexpected 'now'/],
  ['start refuses a value for --live', 'start', ['--live=1'], {}, /--live takes no value/],
  ['start refuses a port that is no number', 'start', [], { PORT: 'abc' }, /^PORT is 'abc'/],
  ['start refuses a port that is too high', 'start', [], { PORT: '65536' }, /^PORT is '65536'/],
  ['start refuses a negative port', 'start', [], { SANDBOX_PORT: '-1' }, /^SANDBOX_PORT is '-1'/],
  ['start refuses a hexadecimal port', 'start', [], { PORT: '0x50' }, /^PORT is '0x50'/],
  [
    'start refuses one port for both servers',
    'start',
    [],
    { PORT: '8090', SANDBOX_PORT: '8090' },
    /both 8090/,
  ],
  ['build refuses an unknown option', 'build', ['--live'], {}, /unknown option '--live'/],
  [
    'build refuses --frame-hosts alone',
    'build',
    ['--frame-hosts'],
    {},
    /--frame-hosts needs a value/,
  ],
  [
    'build refuses frame hosts that are no origins',
    'build',
    ['--frame-hosts', 'tools.example'],
    {},
    /^--frame-hosts takes origins .* not 'tools\.example'/,
  ],
  ['check refuses an unknown option', 'check', ['-x'], {}, /unknown option '-x'/],
  ['test refuses an unknown suite', 'test', ['clients'], {}, /^unknown suite 'clients': there are/],
  ['faults refuses an unknown host', 'faults', ['--host', 'ie'], {}, /^there is no host 'ie'/],
  ['faults refuses a row that is none', 'faults', ['--row', '16'], {}, /^there is no row '16'/],
  ['setup refuses an unknown target', 'setup', ['all'], {}, /^unknown target 'all'/],
];
for (const [claim, name, args, env, message] of refused) {
  test(`${claim}, with one line and exit code 2`, async (t) => {
    const { code, stdout, stderr } = await startScript(t, script(name), { args, env }).ended;
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, message);
    assert.equal(stderr.trim().split('\n').length, 1);
  });
}

for (const name of ['start', 'build', 'check', 'test', 'setup', 'check-layers', 'faults']) {
  test(`${name} --help says how it is used and does nothing`, async (t) => {
    const started = startScript(t, script(name), { args: ['--help'], env: { PATH: '' } });
    const { code, stdout, stderr } = await started.ended;
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.match(stdout, /^Usage: /);
  });
}

/** @param {TestContext} t */
async function occupyPort(t) {
  const server = createServer().listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

for (const variable of ['PORT', 'SANDBOX_PORT']) {
  test(`start says in one line that ${variable} is taken and how to change it`, async (t) => {
    const port = await occupyPort(t);
    const env = { PORT: '0', SANDBOX_PORT: '0', [variable]: String(port) };
    const { code, stdout, stderr } = await startScript(t, script('start'), { env }).ended;
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.equal(
      stderr,
      `port ${port} is in use; set ${variable} to another one, or to 0 for any that is free\n`,
    );
  });
}

test('an unset or empty port is the default', () => {
  assert.equal(readPort({}, 'PORT', 8080), 8080);
  assert.equal(readPort({ PORT: ' ' }, 'PORT', 8080), 8080);
  assert.equal(readPort({ PORT: '0' }, 'PORT', 8080), 0);
  assert.equal(readPort({ PORT: '65535' }, 'PORT', 8080), 65535);
});

test('a failure to listen that is not about the port stays what it is', () => {
  const error = new Error('other');
  assert.equal(explainListenError(error, 'PORT', 80), error);
  const forbidden = explainListenError({ code: 'EACCES' }, 'PORT', 80);
  assert.match(String(forbidden), /port 80 needs rights/);
});

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  test(`${signal} during set-up ends start with 0 and leaves no process`, async (t) => {
    const bin = makeFolder(t);
    const pidFile = join(bin, 'pid');
    writeCommand(bin, 'emcc', `echo $$ > ${pidFile}; exec /bin/sleep 60`);
    const env = { PATH: `${bin}:${process.env.PATH}`, PORT: '0', SANDBOX_PORT: '0' };
    const { child, ended } = startScript(t, script('start'), { env });
    const pid = () => Number(readFileSync(pidFile, { encoding: 'utf8', flag: 'a+' }));
    await waitUntil(() => pid() > 0);
    child.kill(signal);
    const { code, stderr } = await ended;
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    await waitUntil(() => !isAlive(pid()));
  });
}
