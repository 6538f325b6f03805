import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hashInputs, isUpToDate, writeStamp } from '../../scripts/lib/stamps.js';
import { makeFolder, writeFiles } from './helpers.js';

/** @param {import('node:test').TestContext} t */
function makeStage(t) {
  const folder = makeFolder(t);
  writeFiles(folder, { 'src/a.js': 'a', 'src/deep/b.js': 'b', 'out/c.js': 'c' });
  const stamp = join(folder, 'stamps/stage.json');
  const output = join(folder, 'out/c.js');
  const inputs = () => hashInputs(folder, ['src', 'gone.txt'], ['compiler 1']);
  writeStamp(stamp, inputs(), [output]);
  return { folder, stamp, output, inputs };
}

test('a stage is up to date while inputs and outputs stay', (t) => {
  const { stamp, inputs } = makeStage(t);
  assert.equal(isUpToDate(stamp, inputs()), true);
});

test('a stage without a stamp is not up to date', (t) => {
  const { folder, inputs } = makeStage(t);
  assert.equal(isUpToDate(join(folder, 'none.json'), inputs()), false);
});

/** @type {[change: string, (folder: string) => void][]} */
const changes = [
  ['an input changes', (folder) => writeFileSync(join(folder, 'src/deep/b.js'), 'B')],
  ['an input is added', (folder) => writeFileSync(join(folder, 'src/new.js'), '')],
  ['an input is removed', (folder) => rmSync(join(folder, 'src/a.js'))],
  ['an input that was absent appears', (folder) => writeFileSync(join(folder, 'gone.txt'), '')],
  ['an output is removed', (folder) => rmSync(join(folder, 'out/c.js'))],
  ['an output is changed by hand', (folder) => writeFileSync(join(folder, 'out/c.js'), 'cc')],
  ['the stamp is damaged', (folder) => writeFileSync(join(folder, 'stamps/stage.json'), '{')],
];
for (const [change, apply] of changes) {
  test(`a stage is not up to date when ${change}`, (t) => {
    const { folder, stamp, inputs } = makeStage(t);
    apply(folder);
    assert.equal(isUpToDate(stamp, inputs()), false);
  });
}

test('a stage is not up to date with another compiler', (t) => {
  const { folder, stamp } = makeStage(t);
  const inputs = hashInputs(folder, ['src', 'gone.txt'], ['compiler 2']);
  assert.equal(isUpToDate(stamp, inputs), false);
});

test('text that moves from one file to the next changes the hash', (t) => {
  const folder = makeFolder(t);
  writeFiles(folder, { a: 'xy', b: 'z' });
  const before = hashInputs(folder, ['']);
  writeFiles(folder, { a: 'x', b: 'yz' });
  assert.notEqual(hashInputs(folder, ['']), before);
});
