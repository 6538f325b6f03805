import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLayers } from '../../scripts/lib/layers.js';
import { rootDir } from '../../scripts/lib/paths.js';
import { makeFolder, writeFiles } from './helpers.js';

/** A small tree that keeps every rule. */
const cleanTree = {
  'src/core/text.h': '#include <string>\n',
  'src/core/text.cpp': '#include "core/text.h"\n// no printf() here\nint x = snprintf_count();\n',
  'src/core/json_reader.h': '#include "core/text.h"\n',
  'src/core/json_reader.cpp': '#include <nlohmann/json.hpp>\n#include "core/json_reader.h"\n',
  'src/platform/fetch.h': '#include "core/text.h"\n',
  'src/platform/fetch.cpp': '#include <emscripten/fetch.h>\n#include "platform/fetch.h"\n',
  'src/bindings/module.cpp':
    '#include <emscripten/bind.h>\n#include "platform/fetch.h"\nEMSCRIPTEN_BINDINGS(x) {}\n',
  'web/client/index.js': "import { a } from './a.js';\nimport glue from 'agencyhandy-glue';\n",
  'web/client/a.js': '',
  'web/client/node.js': "import { readFile } from 'node:fs/promises';\n",
  'web/page/main.js':
    "import { load } from 'agencyhandy-onboarding';\nimport './x.js';\nnew URL('page.css', import.meta.url);\n",
  'web/page/index.html': '<script src="./main.js"></script><a href="https://x.example/">x</a>\n',
  'web/page/main.css': '@import "./tokens.css";\n',
  'web/sandbox/index.js':
    "import { Hono } from 'hono';\nimport { serve } from '@hono/node-server';\n",
};

/** @type {[claim: string, file: string, content: string, message: RegExp][]} */
const violations = [
  ['core may not include platform', 'src/core/a.cpp', '#include "platform/fetch.h"', /a\.cpp:1 /],
  ['core may not include bindings', 'src/core/a.cpp', '#include "bindings/module.cpp"', /core may/],
  ['core may not include Emscripten', 'src/core/a.h', '\n#include <emscripten.h>', /a\.h:2 /],
  ['core may not read the clock', 'src/core/a.h', '#include <chrono>', /<chrono>/],
  ['core may not use chance', 'src/core/a.h', '#include <random>', /<random>/],
  ['core may not do I/O', 'src/core/a.h', '#  include <iostream>', /<iostream>/],
  ['core may not print', 'src/core/a.cpp', 'int f() { return printf("x"); }', /calls printf\(/],
  ['core may not ask for the time', 'src/core/a.cpp', 'auto t = std::time(nullptr);', /std::time/],
  [
    'only one file includes nlohmann/json',
    'src/core/a.cpp',
    '#include <nlohmann/json.hpp>',
    /place/,
  ],
  [
    'platform may not read JSON',
    'src/platform/a.cpp',
    '#include <nlohmann/json.hpp>',
    /platform may/,
  ],
  ['platform may not use Embind', 'src/platform/a.cpp', '#include <emscripten/val.h>', /val\.h/],
  [
    'platform may not include bindings',
    'src/platform/a.cpp',
    '#include "bindings/module.cpp"',
    /not/,
  ],
  [
    'bindings may not read JSON',
    'src/bindings/a.cpp',
    '#include <nlohmann/json.hpp>',
    /bindings may/,
  ],
  [
    'one file includes fetch.h',
    'src/platform/a.cpp',
    '#include <emscripten/fetch.h>',
    /more than one/,
  ],
  ['fetch.h belongs to platform', 'src/bindings/a.cpp', '#include <emscripten/fetch.h>', /place/],
  [
    'one file holds the bindings',
    'src/bindings/a.cpp',
    'EMSCRIPTEN_BINDINGS(y) {}',
    /more than one/,
  ],
  ['an include leads to a file', 'src/core/a.cpp', '#include "core/gone.h"', /no file of src/],
  ['every source lies in a layer', 'src/other/a.cpp', '', /no layer/],
  ['client may not import page', 'web/client/b.js', "import '../page/main.js';", /b\.js:1 /],
  [
    'client may not import sandbox',
    'web/client/b.js',
    "export * from '../sandbox/index.js';",
    /may/,
  ],
  ['only one file of client may use Node', 'web/client/b.js', "import 'node:fs';", /'node:fs'/],
  [
    'client may not import the built glue',
    'web/client/b.js',
    "import '../../build/wasm/x.mjs';",
    /may/,
  ],
  ['client may not import packages', 'web/client/b.js', "import ky from 'ky';", /'ky'/],
  ['client may not import tests', 'web/client/b.js', "await import('../../tests/x.js');", /tests/],
  ['page may not import client', 'web/page/b.js', "import '../client/index.js';", /client/],
  [
    "page may not name client's types",
    'web/page/b.js',
    "/** @type {import('../client/a.js').A} */",
    /may/,
  ],
  ['page may not import src', 'web/page/b.js', "new URL('../../src/x.js', import.meta.url)", /src/],
  ['page may not import other packages', 'web/page/b.js', "import 'lit';", /'lit'/],
  [
    'page may not take a longer name for ours',
    'web/page/b.js',
    "import 'agencyhandy-onboarding-x';",
    /-x/,
  ],
  [
    'page may not load a script of client',
    'web/page/b.html',
    '<script src="../client/a.js">',
    /html:1/,
  ],
  [
    'page may not load a style of elsewhere',
    'web/page/b.css',
    '@import "../client/a.css";',
    /css:1/,
  ],
  [
    'sandbox may not import client',
    'web/sandbox/b.js',
    "import '../client/index.js';",
    /sandbox may/,
  ],
  ['the pre-js imports nothing', 'src/platform/b.js', "import 'node:fs';", /node:fs/],
];

test('a tree that keeps the rules passes', (t) => {
  const folder = makeFolder(t);
  writeFiles(folder, cleanTree);
  assert.deepEqual(checkLayers(folder), []);
});

for (const [claim, file, content, message] of violations) {
  test(`${claim}: ${content.trim() || file}`, (t) => {
    const folder = makeFolder(t);
    writeFiles(folder, { ...cleanTree, [file]: content });
    const found = checkLayers(folder);
    assert.ok(found.length > 0, 'nothing was found');
    assert.match(found.join('\n'), message);
  });
}

test('this repository keeps the rules', () => {
  assert.deepEqual(checkLayers(rootDir), []);
});
