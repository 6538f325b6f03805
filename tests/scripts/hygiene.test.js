import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findDeadScripts,
  findDynamicCode,
  findIncompleteLock,
  findLongFiles,
  findMachinePaths,
  findRegistryHosts,
} from '../../scripts/lib/hygiene.js';
import { makeFolder, writeFiles } from './helpers.js';

/**
 * @typedef {object} Case
 * @property {string} claim
 * @property {(rootDir: string) => string[]} rule
 * @property {Record<string, string>} files
 * @property {RegExp} [finds] nothing, unless told
 */

// Put together so that this file does not hold what the rule looks for.
const machinePath = ['', 'home', 'somebody', 'project'].join('/');
const lines = (/** @type {number} */ count) => 'x;\n'.repeat(count);

/** @type {Case[]} */
const cases = [
  {
    claim: 'a file of 401 lines is too long',
    rule: findLongFiles,
    files: { 'src/core/long.cpp': lines(401) },
    finds: /^src\/core\/long\.cpp has 401 lines/,
  },
  {
    claim: 'a file of 400 lines is not too long',
    rule: findLongFiles,
    files: { 'web/page/long.js': lines(400) },
  },
  {
    claim: 'a path of one machine is found, with its line',
    rule: findMachinePaths,
    files: { 'README.md': `first\nsee ${machinePath}\n` },
    finds: /^README\.md:2 /,
  },
  {
    claim: 'a path of one machine is found in a file without extension',
    rule: findMachinePaths,
    files: { '.ci/run': `cd "${machinePath}"\n` },
    finds: /^\.ci\/run:1 /,
  },
  {
    claim: 'a path inside an URL or of a module is no path of a machine',
    rule: findMachinePaths,
    files: {
      'a.js': `// https://x.example${machinePath} and ..${machinePath}, usr${machinePath}\n`,
    },
  },
  {
    claim: 'an installed folder is not looked into',
    rule: findMachinePaths,
    files: { 'node_modules/a.js': `${machinePath}\n`, 'build/b.js': `${machinePath}\n` },
  },
  {
    claim: 'a download address in the lock file is found',
    rule: findRegistryHosts,
    files: {
      'package-lock.json': JSON.stringify({ a: { resolved: 'https://npm.example/a.tgz' } }),
    },
    finds: /names 1 download address/,
  },
  {
    claim: 'a registry in .npmrc is found',
    rule: findRegistryHosts,
    files: { '.npmrc': 'fund=false\nregistry=https://npm.example/\n' },
    finds: /npmrc/,
  },
  {
    claim: 'a lock file without addresses passes',
    rule: findRegistryHosts,
    files: { 'package-lock.json': '{"funding": "https://x.example"}', '.npmrc': 'fund=false' },
  },
  {
    claim: "another platform's package that the lock file leaves out is found",
    rule: findIncompleteLock,
    files: {
      'package-lock.json': JSON.stringify({
        packages: {
          'node_modules/tool': {
            optionalDependencies: { 'tool-here': '1.0.0', 'tool-there': '1.0.0' },
          },
          'node_modules/tool-here': { version: '1.0.0' },
        },
      }),
    },
    finds: /^package-lock\.json holds no entry for tool-there, which node_modules\/tool names$/,
  },
  {
    claim: 'a lock file that holds every optional package passes',
    rule: findIncompleteLock,
    files: {
      'package-lock.json': JSON.stringify({
        packages: {
          'node_modules/tool': { optionalDependencies: { a: '1.0.0', b: '1.0.0' } },
          'node_modules/a': {},
          'node_modules/tool/node_modules/b': {},
        },
      }),
    },
  },
  {
    claim: 'eval in what is built is found',
    rule: findDynamicCode,
    files: { 'dist/a.js': 'const f=eval("1")' },
    finds: /^dist\/a\.js .*'eval\('/,
  },
  {
    claim: 'new Function in what is built is found',
    rule: findDynamicCode,
    files: { 'dist/site/a.mjs': 'return new Function("x")' },
    finds: /new Function/,
  },
  {
    claim: 'Function called without new is found',
    rule: findDynamicCode,
    files: { 'dist/a.js': 'var f=Function("return this")' },
    finds: /Function\(/,
  },
  {
    claim: 'functions and methods with similar names pass',
    rule: findDynamicCode,
    files: { 'dist/a.js': 'function f(){}x.isFunction(f);medieval (1);makeFunction(2)' },
  },
  {
    claim: 'an empty dist does not pass as one without dynamic code',
    rule: findDynamicCode,
    files: { 'src/a.js': '' },
    finds: /not built/,
  },
  {
    claim: 'an npm script whose file is not there is found',
    rule: findDeadScripts,
    files: { 'package.json': '{"scripts": {"fly": "exec node scripts/fly.js --high"}}' },
    finds: /'npm run fly' names scripts\/fly\.js/,
  },
  {
    claim: 'an npm script whose file is there passes',
    rule: findDeadScripts,
    files: { 'package.json': '{"scripts": {"a": "node scripts/a.js"}}', 'scripts/a.js': '' },
  },
];

for (const { claim, rule, files, finds } of cases) {
  test(claim, (t) => {
    const folder = makeFolder(t);
    writeFiles(folder, files);
    const found = rule(folder);
    if (!finds) assert.deepEqual(found, []);
    else assert.match(found.join('\n'), finds);
  });
}
