// Owns the content of the package: which source becomes which file of dist/, and the changes that
// the built glue needs. Owns neither the compiler (CMakeLists.txt) nor the page (site.js).

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import dts from 'rollup-plugin-dts';
import { buildElement } from './element.js';
import { minified } from './minify.js';
import { PlainError } from './output.js';
import { buildDir, distDir, rootDir } from './paths.js';

/** @import { BuildOptions, Plugin } from 'esbuild' */

const clientDir = join(rootDir, 'web/client');
const wasmFile = join(buildDir, 'wasm/agencyhandy.wasm');
const glueFile = join(buildDir, 'wasm/agencyhandy.mjs');
const typesDir = join(buildDir, 'types');

/** The glue's own guess of where the wasm lies: it breaks workerd, and bundlers emit a stray file. */
const ownUrl = /new URL\((["'])agencyhandy\.wasm\1, ?import\.meta\.url\)\.(toString\(\)|href)/g;

/**
 * @param {string} glue as Emscripten wrote it
 * @returns {string} without any place of its own
 * @throws {PlainError} where this Emscripten writes it in another way
 */
export function cleanGlue(glue) {
  const cleaned = glue
    .replace(ownUrl, '""')
    .replace(/\bimport\.meta\.url\b/g, '""')
    // The client always passes it; what stands behind looks for files.
    .replace('if(Module["instantiateWasm"])', 'if(true)');
  if (cleaned === glue || /import\.meta|new URL\(["']agencyhandy/.test(cleaned)) {
    throw new PlainError(
      'the glue still looks for the wasm by itself: see cleanGlue in scripts/lib/package.js',
    );
  }
  return cleaned;
}

/**
 * Blanks the texts of nlohmann/json's lexer errors, which nobody reads and no compiler removes. Their
 * last characters stay: the linker lets a short string share the end of a longer one.
 * @param {Uint8Array} wasm the linked module
 * @returns {Uint8Array} the same with zeros in their place
 */
export function blankLexerTexts(wasm) {
  const text = Buffer.from(wasm).toString('latin1');
  const texts = /invalid (?:string|number|comment|BOM)[ -~]*(?=[ -~]{12}\0)/g;
  return Buffer.from(
    text.replace(texts, (match) => '\0'.repeat(match.length)),
    'latin1',
  );
}

/**
 * The words that cross from the core as numbers: see the .inc files.
 * @returns {string} a module
 */
function writeWords() {
  const columns = { kinds: 'kinds', key_notes: 'notes', onboarding_names: 'states' };
  const exported = Object.entries(columns).map(([file, name]) => [name, readWords(file)[0]]);
  const [reasons, sentences] = readWords('texts');
  const lists = [...exported, ['reasons', reasons], ['sentences', sentences]];
  return lists.map(([name, list]) => `export const ${name} = ${JSON.stringify(list)};`).join('\n');
}

/**
 * @param {string} name of an .inc file in src/core
 * @returns {string[][]} its columns of texts, each in the file's order
 * @throws {PlainError} where a line has another form
 */
export function readWords(name) {
  const source = readFileSync(join(rootDir, `src/core/${name}.inc`), 'utf8');
  const text = source.replace(/^\s*\/\/.*$/gm, '');
  const entry = /AGENCYHANDY_\w+\(\s*k\w+,\s*((?:"(?:[^"\\]|\\.)*"[\s,]*)+)\)/g;
  const rows = [...text.matchAll(entry)].map(([, texts]) => JSON.parse(`[${texts}]`));
  const width = rows[0]?.length ?? 0;
  if (
    rows.length !== text.split('AGENCYHANDY_').length - 1 ||
    rows.some((r) => r.length !== width)
  ) {
    throw new PlainError(`src/core/${name}.inc has a line that cannot be read`);
  }
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
}

/** @returns {Plugin} what the names of web/client/modules.d.ts stand for */
function clientModules() {
  return {
    name: 'client-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^agencyhandy-(glue|words|wasm-gzip-base64)$/ }, ({ path }) => ({
        path,
        namespace: 'client-modules',
      }));
      onLoad({ filter: /glue$/, namespace: 'client-modules' }, () => ({
        contents: cleanGlue(readFileSync(glueFile, 'utf8')),
        loader: 'js',
      }));
      onLoad({ filter: /words$/, namespace: 'client-modules' }, () => ({
        contents: writeWords(),
        loader: 'js',
      }));
      onLoad({ filter: /base64$/, namespace: 'client-modules' }, () => ({
        contents: gzipSync(readWasm(), { level: 9 }).toString('base64'),
        loader: 'text',
      }));
    },
  };
}

/** @returns {Uint8Array} the module as it is shipped */
function readWasm() {
  return blankLexerTexts(readFileSync(wasmFile));
}

/** @type {BuildOptions} */
const common = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'error',
  plugins: [clientModules(), minified()],
};

async function buildScripts() {
  const entry = (/** @type {string} */ name) => join(clientDir, `${name}.js`);
  await build({ ...common, entryPoints: [entry('core')], outdir: distDir });
  await build({
    ...common,
    entryPoints: ['index', 'node', 'workerd', 'inline'].map(entry),
    outdir: distDir,
    external: ['./core.js', './agencyhandy.wasm', 'node:*'],
  });
  await build({
    ...common,
    format: 'cjs',
    platform: 'node',
    entryPoints: [entry('node')],
    outfile: join(distDir, 'node.cjs'),
    define: { 'import.meta.url': 'wasmUrlBase' },
    banner: { js: "const wasmUrlBase=require('node:url').pathToFileURL(__filename);" },
  });
}

function emitDeclarations() {
  const compiler = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, '-p', join(rootDir, 'tsconfig.types.json'), '--outDir', typesDir],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new PlainError(`the type declarations cannot be made:\n${stdout}`);
}

async function buildTypes() {
  rmSync(typesDir, { recursive: true, force: true });
  emitDeclarations();
  copyFileSync(join(clientDir, 'glue.d.ts'), join(typesDir, 'glue.d.ts'));
  const bundle = await rollup({
    input: join(typesDir, 'index.d.ts'),
    plugins: [dts()],
    onwarn: (warning) => {
      throw new PlainError(`the type declarations cannot be bundled: ${warning.message}`);
    },
  });
  const { output } = await bundle.generate({ format: 'es' });
  for (const name of ['index.d.ts', 'index.d.cts'])
    writeFileSync(join(distDir, name), output[0].code);
  const wasmTypes = [
    '/** The URL under which a bundler or loader serves the file, or the compiled module in workerd. */',
    'declare const agencyhandyWasm: string;',
  ].join('\n');
  // One file for import and require alike: `export =` is the default import's type, too.
  writeFileSync(
    join(distDir, 'agencyhandy.wasm.d.cts'),
    `${wasmTypes}\nexport = agencyhandyWasm;\n`,
  );
}

/** Makes the package's files in dist/; build/wasm holds the module already. */
export async function buildPackage() {
  mkdirSync(distDir, { recursive: true });
  // What an earlier version made would be packed too. The page has a folder of its own there.
  for (const entry of readdirSync(distDir, { withFileTypes: true })) {
    if (entry.isFile()) rmSync(join(distDir, entry.name));
  }
  await buildScripts();
  await buildElement();
  await buildTypes();
  writeFileSync(join(distDir, 'agencyhandy.wasm'), readWasm());
}
