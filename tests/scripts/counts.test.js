import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { countJunit, sumCounts } from '../../scripts/lib/test-counts.js';
import { makeFolder, writeFiles } from './helpers.js';

const reporter = fileURLToPath(new URL('../../scripts/lib/count-reporter.js', import.meta.url));

/** @type {[claim: string, source: string, counts: object][]} */
const files = [
  [
    'tests, subtests, skipped and planned ones count each',
    `test('a', () => {}); test('b', { skip: true }, () => {}); test('c', { todo: true }, () => {});
     describe('d', () => { it('e', () => {}); it('f', () => { throw new Error('no'); }); });
     test('g', async (t) => { await t.test('h', () => {}); });`,
    { passed: 4, failed: 1, skipped: 2 },
  ],
  [
    'a file without tests counts none',
    `console.log('hello');`,
    { passed: 0, failed: 0, skipped: 0 },
  ],
  [
    'a file that throws is a failure',
    `throw new Error('no');`,
    { passed: 0, failed: 1, skipped: 0 },
  ],
  [
    'a failing hook is a failure',
    `describe('a', () => { after(() => { throw new Error('no'); }); it('b', () => {}); });`,
    { passed: 1, failed: 1, skipped: 0 },
  ],
  [
    'a planned test that fails is no failure',
    `test('a', { todo: 'later' }, () => { throw new Error('no'); });`,
    { passed: 0, failed: 0, skipped: 1 },
  ],
];

for (const [claim, source, expected] of files) {
  test(claim, async (t) => {
    const folder = makeFolder(t);
    const imports = `import { after, describe, it, test } from 'node:test';\n`;
    writeFiles(folder, { 'x.test.mjs': imports + source, 'package.json': '{}' });
    const { NODE_TEST_CONTEXT: _mark, ...env } = process.env;
    const args = ['--test', '--test-reporter', reporter, '--test-reporter-destination', 'stdout'];
    const stdout = await new Promise((resolve) =>
      execFile(process.execPath, [...args, 'x.test.mjs'], { cwd: folder, env }, (_error, text) =>
        resolve(text),
      ),
    );
    assert.deepEqual(JSON.parse(stdout.trim().split('\n').at(-1)), expected);
  });
}

test("counts the cases of CTest's report", () => {
  const xml = `<testsuite name="x" tests="5" failures="2" disabled="1" skipped="1">
    <testcase name="A.One" classname="A.One" time="0.01" status="run"><system-out/></testcase>
    <testcase name="A.Two" status="fail"><failure message=""/></testcase>
    <testcase name="A.Crash" status="fail"/>
    <testcase name="A.Later" status="disabled"/>
    <testcase name="A.Skipped" status="notrun"><skipped/></testcase></testsuite>`;
  assert.deepEqual(countJunit(xml), { passed: 1, failed: 2, skipped: 2 });
});

test('sums suites', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  assert.deepEqual(sumCounts([one, one]), { passed: 2, failed: 4, skipped: 6 });
  assert.deepEqual(sumCounts([]), { passed: 0, failed: 0, skipped: 0 });
});
