import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ensureTools } from '../../scripts/lib/setup.js';
import { linkCommands, makeFolder, writeCommand, writeFiles } from './helpers.js';

/** @typedef {import('node:test').TestContext} TestContext */

const quiet = { verbose: false, tell: () => {} };
const buildTools = {
  emcc: 'echo "emcc (Emscripten gcc/clang-like replacement) 3.1.6 ()"',
  cmake: 'echo "cmake version 3.25.1"',
  ninja: 'echo 1.11.1',
};

const testTools = Object.fromEntries(
  ['clang-format', 'clang-tidy', 'curl', 'bash'].map((name) => [name, 'true']),
);
const browsers = { chromium: 'true', 'firefox-esr': 'true', WebKitWebDriver: 'true', Xvfb: 'true' };

/**
 * A machine in a folder: PATH is its bin folder alone, files are looked up below it.
 * @param {TestContext} t
 * @param {{ tools?: Record<string, string>, os?: string, isRoot?: boolean }} [options]
 */
function makeMachine(t, { tools = buildTools, os = 'ID=debian', isRoot = true } = {}) {
  const folder = makeFolder(t);
  const bin = join(folder, 'bin');
  linkCommands(bin, ['env', 'sh', 'mkdir', 'touch', 'cat', 'sleep']);
  for (const [name, body] of Object.entries(tools)) writeCommand(bin, name, body);
  writeFiles(folder, { 'etc/os-release': `${os}\n`, 'usr/include/nlohmann/json.hpp': '' });
  const host = {
    env: { PATH: bin },
    fileRoot: folder,
    isRoot,
    versionCacheFile: join(folder, 'versions.json'),
  };
  const log = join(folder, 'log');
  return {
    folder,
    bin,
    host,
    log,
    readLog: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
  };
}

/**
 * Gives a machine an apt-get that notes its arguments and runs `onInstall`, and an apt-cache that
 * knows every package.
 * @param {ReturnType<typeof makeMachine>} machine
 * @param {{ onInstall?: string, policy?: string }} [options]
 */
function addApt({ bin, log }, { onInstall = 'true', policy } = {}) {
  const known = 'shift; for p; do echo "$p:"; echo "  Candidate: 1.0"; done';
  writeCommand(bin, 'apt-cache', policy ?? known);
  const install = `case "$*" in *install*) ${onInstall} ;; esac`;
  writeCommand(bin, 'apt-get', `echo "apt-get $*" >> ${log}\n${install}`);
}

/**
 * @param {ReturnType<typeof makeMachine>} machine
 * @param {string} name
 * @param {string} version
 * @returns {string} shell lines that install a command
 */
function installing({ bin }, name, version) {
  const file = join(bin, name);
  return `printf '#!/bin/sh\\necho "${name} ${version}"\\n' > ${file}; ${linkChmod(bin)} 755 ${file}`;
}

/** @param {string} bin */
function linkChmod(bin) {
  if (!existsSync(join(bin, 'chmod'))) linkCommands(bin, ['chmod']);
  return join(bin, 'chmod');
}

test('does nothing where all is there', async (t) => {
  const machine = makeMachine(t);
  addApt(machine);
  await ensureTools('build', machine.host, quiet);
  assert.equal(machine.readLog(), '');
});

test('asks a command for its version once, and again when the command has changed', async (t) => {
  const { folder, bin, host, readLog } = makeMachine(t);
  const counting = (/** @type {string} */ version) =>
    `echo asked >> ${join(folder, 'log')}; echo "emcc (x) ${version}"`;
  writeCommand(bin, 'emcc', counting('3.1.6'));
  await ensureTools('build', host, quiet);
  await ensureTools('build', host, quiet);
  assert.equal(readLog(), 'asked\n');
  writeCommand(bin, 'emcc', counting('3.1.61'));
  await ensureTools('build', host, quiet);
  assert.equal(readLog(), 'asked\nasked\n');
});

test('installs what is missing, and only that', async (t) => {
  const { cmake, emcc } = buildTools;
  const machine = makeMachine(t, { tools: { cmake, emcc } });
  addApt(machine, { onInstall: installing(machine, 'ninja', '1.11.1') });
  await ensureTools('build', machine.host, quiet);
  assert.match(machine.readLog(), /^apt-get .*install -y --no-install-recommends ninja-build\n$/);
});

test('installs Emscripten where the one on PATH is too old', async (t) => {
  const machine = makeMachine(t, { tools: { ...buildTools, emcc: 'echo "emcc (x) 3.1.5"' } });
  addApt(machine, { onInstall: installing(machine, 'emcc', '3.1.6') });
  await ensureTools('build', machine.host, quiet);
  assert.match(machine.readLog(), /install -y --no-install-recommends emscripten\n$/);
});

test('says what it installs before, and how long it took after', async (t) => {
  const { cmake, emcc } = buildTools;
  const machine = makeMachine(t, { tools: { cmake, emcc } });
  addApt(machine, { onInstall: installing(machine, 'ninja', '1.11.1') });
  /** @type {string[]} */
  const lines = [];
  await ensureTools('build', machine.host, { verbose: false, tell: (line) => lines.push(line) });
  assert.equal(lines.length, 2);
  assert.match(lines[0], /^installing ninja-build from Debian packages \(once, about .+\)$/);
  assert.match(lines[1], /^installed in [\d.]+ s$/);
});

test('renews the package lists first where they do not know a package', async (t) => {
  const { cmake, emcc } = buildTools;
  const machine = makeMachine(t, { tools: { cmake, emcc } });
  const policy = 'echo "ninja-build:"; echo "  Candidate: (none)"';
  addApt(machine, { policy, onInstall: installing(machine, 'ninja', '1.11.1') });
  await ensureTools('build', machine.host, quiet);
  assert.match(machine.readLog(), /^apt-get .*update\napt-get .*install .*ninja-build\n$/);
});

test('renews the package lists and tries again where an installation fails', async (t) => {
  const { cmake, emcc } = buildTools;
  const machine = makeMachine(t, { tools: { cmake, emcc } });
  const flag = join(machine.folder, 'second');
  const onInstall = `[ -e ${flag} ] || { touch ${flag}; exit 100; }; ${installing(machine, 'ninja', '1.11.1')}`;
  addApt(machine, { onInstall });
  await ensureTools('build', machine.host, quiet);
  assert.match(machine.readLog(), /^apt-get .*install.*\napt-get .*update\napt-get .*install.*\n$/);
});

test('finishes an installation that was cut off before', async (t) => {
  const { cmake, emcc } = buildTools;
  const machine = makeMachine(t, { tools: { cmake, emcc } });
  const flag = join(machine.folder, 'configured');
  writeCommand(machine.bin, 'dpkg', `echo "dpkg $*" >> ${machine.log}; touch ${flag}`);
  const complaint = `E: dpkg was interrupted, you must manually run 'dpkg --configure -a'`;
  const onInstall = `[ -e ${flag} ] || { echo "${complaint}"; exit 100; }; ${installing(machine, 'ninja', '1.11.1')}`;
  addApt(machine, { onInstall });
  await ensureTools('build', machine.host, quiet);
  assert.match(machine.readLog(), /dpkg --configure -a\n/);
});

test("shows apt-get's own words where it cannot install", async (t) => {
  const { cmake, emcc } = buildTools;
  const machine = makeMachine(t, { tools: { cmake, emcc } });
  addApt(machine, { onInstall: 'echo "E: no space left"; exit 100' });
  await assert.rejects(ensureTools('build', machine.host, quiet), (error) => {
    assert.ok(error instanceof Error && 'details' in error);
    assert.match(error.message, /^set-up failed: 'apt-get install .*ninja-build' did not succeed$/);
    assert.match(String(error.details), /E: no space left/);
    return true;
  });
});

test("says so where Debian's own Emscripten is too old", async (t) => {
  const machine = makeMachine(t, { tools: { ...buildTools, emcc: 'echo "emcc (x) 3.1.5"' } });
  addApt(machine);
  await assert.rejects(ensureTools('build', machine.host, quiet), {
    message:
      "missing: Emscripten (emcc) 3.1.6 or later (found 3.1.5); Debian's packages here do not serve, install it",
  });
});

test('names the command to type where sudo would ask for a password', async (t) => {
  const { cmake, emcc } = buildTools;
  const machine = makeMachine(t, { tools: { cmake, emcc, sudo: 'exit 1' }, isRoot: false });
  addApt(machine);
  await assert.rejects(ensureTools('build', machine.host, quiet), {
    message: 'missing: Ninja; run: sudo apt-get install -y --no-install-recommends ninja-build',
  });
  assert.equal(machine.readLog(), '');
});

test('installs through sudo where it asks for no password', async (t) => {
  const { cmake, emcc } = buildTools;
  const sudo = '[ "$1" = -n ] && shift; "$@"';
  const machine = makeMachine(t, { tools: { cmake, emcc, sudo }, isRoot: false });
  writeCommand(machine.bin, 'true', 'exit 0');
  addApt(machine, { onInstall: installing(machine, 'ninja', '1.11.1') });
  await ensureTools('build', machine.host, quiet);
  assert.match(machine.readLog(), /install .*ninja-build\n$/);
});

test('names all that is missing in one line where there is no apt', async (t) => {
  const machine = makeMachine(t, { tools: {}, os: 'ID=fedora' });
  await assert.rejects(ensureTools('build', machine.host, quiet), {
    message:
      'missing: Emscripten (emcc) 3.1.6 or later, CMake 3.25 or later and Ninja; install it and run this again',
  });
});

test('needs no nlohmann/json where there is no apt: CMake brings it', async (t) => {
  const machine = makeMachine(t, { os: 'ID=fedora' });
  mkdirSync(join(machine.folder, 'elsewhere'));
  const host = { ...machine.host, fileRoot: join(machine.folder, 'elsewhere') };
  await ensureTools('build', host, quiet);
  assert.equal(machine.readLog(), '');
});

test('takes a relative of Debian for Debian', async (t) => {
  const { cmake, emcc } = buildTools;
  const machine = makeMachine(t, {
    tools: { cmake, emcc },
    os: 'ID=mint\nID_LIKE="ubuntu debian"',
  });
  addApt(machine, { onInstall: installing(machine, 'ninja', '1.11.1') });
  await ensureTools('build', machine.host, quiet);
  assert.match(machine.readLog(), /ninja-build/);
});

test('counts a command that does not run as too old', async (t) => {
  const machine = makeMachine(t, { tools: { ...buildTools, emcc: 'exit 3' }, os: 'ID=fedora' });
  await assert.rejects(ensureTools('build', machine.host, quiet), /found of an unknown version/);
});

test("finds Clang's sanitizers beside the compiler, else installs those of its version", async (t) => {
  const machine = makeMachine(t, { tools: { ...buildTools, ...testTools, ...browsers } });
  const llvm = join(machine.folder, 'usr/lib/llvm-14');
  writeFiles(machine.folder, { 'usr/include/gtest/gtest.h': '' });
  writeCommand(join(llvm, 'bin'), 'clang++', 'true');
  machine.host.env.PATH += `:${join(llvm, 'bin')}`;
  const library = join(llvm, 'lib/clang/14.0.6/lib/linux/libclang_rt.fuzzer-x86_64.a');
  addApt(machine, { onInstall: `mkdir -p ${join(library, '..')}; touch ${library}` });
  await ensureTools('test', machine.host, quiet);
  assert.match(machine.readLog(), /install -y --no-install-recommends libclang-rt-14-dev\n$/);
  await ensureTools('test', machine.host, quiet);
  assert.equal(machine.readLog().split('\n').length, 2);
});

test('installs the browsers for the tests, and none to build', async (t) => {
  const machine = makeMachine(t, { tools: { ...buildTools, ...testTools, 'clang++': 'true' } });
  writeFiles(machine.folder, {
    'usr/include/gtest/gtest.h': '',
    'lib/clang/14/lib/linux/libclang_rt.fuzzer-x86_64.a': '',
  });
  addApt(machine, {
    onInstall: ['chromium', 'firefox-esr', 'WebKitWebDriver', 'Xvfb']
      .map((name) => installing(machine, name, '1'))
      .join('; '),
  });
  await ensureTools('build', machine.host, quiet);
  assert.equal(machine.readLog(), '');
  await ensureTools('test', machine.host, quiet);
  assert.match(machine.readLog(), / chromium firefox-esr webkit2gtk-driver xvfb\n$/);
});

test('names in one line the browsers that are missing where there is no apt', async (t) => {
  const tools = { ...buildTools, ...testTools, chromium: 'true', 'clang++': 'true' };
  const machine = makeMachine(t, { tools, os: 'ID=fedora' });
  writeFiles(machine.folder, { 'usr/include/gtest/gtest.h': '' });
  await assert.rejects(ensureTools('test', machine.host, quiet), {
    message:
      "missing: Firefox, WebKitGTK's driver (WebKitWebDriver) and Xvfb; install it and run this again",
  });
});

test('takes a Firefox that is no ESR too', async (t) => {
  const { 'firefox-esr': _esr, ...others } = browsers;
  const tools = { ...buildTools, ...testTools, ...others, firefox: 'true', 'clang++': 'true' };
  const machine = makeMachine(t, { tools, os: 'ID=fedora' });
  writeFiles(machine.folder, { 'usr/include/gtest/gtest.h': '' });
  await assert.doesNotReject(ensureTools('test', machine.host, quiet));
});

test('installs a font for Japanese and Chinese for pictures, and none to test', async (t) => {
  const tools = { ...buildTools, ...testTools, ...browsers, 'clang++': 'true' };
  const machine = makeMachine(t, { tools });
  writeFiles(machine.folder, {
    'usr/include/gtest/gtest.h': '',
    'lib/clang/14/lib/linux/libclang_rt.fuzzer-x86_64.a': '',
  });
  writeCommand(machine.bin, 'fc-list', 'true');
  addApt(machine, { onInstall: installing(machine, 'fc-list', '/usr/share/fonts/a.ttf') });
  await ensureTools('test', machine.host, quiet);
  assert.equal(machine.readLog(), '');
  await ensureTools('pictures', machine.host, quiet);
  assert.match(machine.readLog(), /install -y --no-install-recommends fonts-droid-fallback\n$/);
  await ensureTools('pictures', machine.host, quiet);
  assert.equal(machine.readLog().split('\n').length, 2);
});
