import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { areDependenciesInstalled, npmCommand } from '../../scripts/lib/npm.js';
import { makeFolder, writeFiles } from './helpers.js';

const tool = { version: '1.2.3', integrity: 'sha512-a' };
const otherPlatform = { version: '1.0.0', optional: true, os: ['none'], cpu: ['none'] };
const thisPlatform = {
  version: '1.0.0',
  optional: true,
  os: [process.platform],
  cpu: [process.arch],
};

/**
 * @typedef {Record<string, object>} Packages
 * @type {{ claim: string, locked?: Packages, installed?: Packages, expected: boolean }[]}
 */
const cases = [
  {
    claim: 'node_modules that holds what the lock file says is up to date',
    locked: { '': { name: 'x' }, 'node_modules/tool': tool },
    installed: { 'node_modules/tool': tool },
    expected: true,
  },
  {
    claim: 'node_modules that is not there is not up to date',
    locked: { 'node_modules/tool': tool },
    expected: false,
  },
  {
    claim: 'a package of another version is not up to date',
    locked: { 'node_modules/tool': tool },
    installed: { 'node_modules/tool': { ...tool, version: '1.2.4' } },
    expected: false,
  },
  {
    claim: 'a package of other content is not up to date',
    locked: { 'node_modules/tool': tool },
    installed: { 'node_modules/tool': { ...tool, integrity: 'sha512-b' } },
    expected: false,
  },
  {
    claim: 'a missing package is not up to date',
    locked: { 'node_modules/tool': tool },
    installed: {},
    expected: false,
  },
  {
    claim: "another platform's package may be absent",
    locked: { 'node_modules/tool': tool, 'node_modules/native': otherPlatform },
    installed: { 'node_modules/tool': tool },
    expected: true,
  },
  {
    claim: "this platform's package may not be absent",
    locked: { 'node_modules/tool': tool, 'node_modules/native': thisPlatform },
    installed: { 'node_modules/tool': tool },
    expected: false,
  },
  {
    claim: 'an address that the installed list adds changes nothing',
    locked: { 'node_modules/tool': tool },
    installed: { 'node_modules/tool': { ...tool, resolved: 'somewhere' } },
    expected: true,
  },
];

for (const { claim, locked, installed, expected } of cases) {
  test(claim, (t) => {
    const folder = makeFolder(t);
    writeFiles(folder, { 'package-lock.json': JSON.stringify({ packages: locked }) });
    if (installed) {
      const list = JSON.stringify({ packages: installed });
      writeFiles(folder, { 'node_modules/.package-lock.json': list });
    }
    assert.equal(areDependenciesInstalled(folder), expected);
  });
}

test('a list that was cut off while it was written is not up to date', (t) => {
  const folder = makeFolder(t);
  writeFiles(folder, {
    'package-lock.json': JSON.stringify({ packages: {} }),
    'node_modules/.package-lock.json': '{"packages": {',
  });
  assert.equal(areDependenciesInstalled(folder), false);
});

test('calls the npm that has started the script', (t) => {
  const script = join(makeFolder(t), 'npm-cli.js');
  writeFiles(join(script, '..'), { 'npm-cli.js': '' });
  assert.deepEqual(npmCommand({ npm_execpath: script }), {
    command: process.execPath,
    args: [script],
  });
});

test('does not take another package manager for npm', () => {
  const { args } = npmCommand({ npm_execpath: '/opt/yarn/yarn.js' });
  assert.ok(!args.includes('/opt/yarn/yarn.js'));
});
