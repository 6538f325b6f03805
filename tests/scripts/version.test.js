import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findVersion, isAtLeast } from '../../scripts/lib/version.js';

const printed = [
  ['emcc (Emscripten gcc/clang-like replacement + linker emulating GNU ld) 3.1.6 ()', '3.1.6'],
  ['emcc (Emscripten gcc/clang-like replacement) 6.0.5 (0123abcd)\nCopyright', '6.0.5'],
  ['emcc (Emscripten gcc/clang-like replacement) 3.1.10-git', '3.1.10'],
  ['cmake version 3.25.1\n\nCMake suite', '3.25.1'],
  ['1.11.1\n', '1.11.1'],
  ['', undefined],
  ['no number here', undefined],
];
for (const [text, version] of printed) {
  test(`finds ${version} in ${JSON.stringify(text)}`, () => {
    assert.equal(findVersion(/** @type {string} */ (text)), version);
  });
}

const pairs = /** @type {const} */ ([
  ['3.1.6', '3.1.6', true],
  ['3.1.10', '3.1.6', true],
  ['3.1.5', '3.1.6', false],
  ['3.0.9', '3.1.6', false],
  ['2.9.99', '3.1.6', false],
  ['10.0', '3.1.6', true],
  ['4', '3.1.6', true],
  ['3.1', '3.1.6', false],
  ['3.25.1', '3.25', true],
]);
for (const [version, atLeast, expected] of pairs) {
  test(`${version} ${expected ? 'serves' : 'does not serve'} where ${atLeast} is needed`, () => {
    assert.equal(isAtLeast(version, atLeast), expected);
  });
}
