// Owns the files of `agencyhandy-onboarding/element` in dist/: the small entry, the inline mode's one
// file, the types. Owns no other file of the package (package.js).

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { minified } from './minify.js';
import { distDir, rootDir } from './paths.js';

/** @import { BuildOptions, Plugin } from 'esbuild' */

const elementDir = join(rootDir, 'web/page/element');

/**
 * The app imports the package by its name; in the package that is the file beside it which brings the
 * wasm along, so that no bundler has to copy anything.
 * @returns {Plugin}
 */
function ownPackage() {
  return {
    name: 'own-package',
    setup({ onResolve }) {
      onResolve({ filter: /^agencyhandy-onboarding$/ }, () => ({
        path: './inline.js',
        external: true,
      }));
    },
  };
}

/**
 * The tarball has no room for all languages.
 * @returns {Plugin}
 */
function ownLanguages() {
  const path = join(elementDir, 'languages.js');
  return {
    name: 'own-languages',
    setup({ onResolve }) {
      onResolve({ filter: /\/messages\/languages\.js$/ }, () => ({ path }));
    },
  };
}

/**
 * A style sheet becomes a text: it goes where the script goes.
 * @returns {Plugin}
 */
function styleTexts() {
  return {
    name: 'style-texts',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { outputFiles } = await build({
          entryPoints: [path],
          bundle: true,
          minify: true,
          write: false,
          target: 'es2022',
          logLevel: 'error',
        });
        return { contents: outputFiles[0].text, loader: 'text' };
      });
    },
  };
}

/** @type {BuildOptions} */
const common = {
  absWorkingDir: rootDir,
  bundle: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
};

/** Makes dist/element* */
export async function buildElement() {
  const entry = {
    ...common,
    entryPoints: [join(elementDir, 'element.js')],
    external: ['./element-inline.js'],
    plugins: [minified()],
  };
  await build({ ...entry, format: 'esm', outfile: join(distDir, 'element.js') });
  await build({
    ...entry,
    format: 'cjs',
    platform: 'node',
    outfile: join(distDir, 'element.cjs'),
  });
  await build({
    ...common,
    format: 'esm',
    entryPoints: [join(elementDir, 'element-inline.js')],
    outfile: join(distDir, 'element-inline.js'),
    plugins: [ownPackage(), ownLanguages(), styleTexts(), minified()],
  });
  for (const name of ['element.d.ts', 'element.d.cts'])
    copyFileSync(join(elementDir, 'public-types.d.ts'), join(distDir, name));
}
