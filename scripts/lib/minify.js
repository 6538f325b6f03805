// Owns how JavaScript is made small, the same for the package and the page. Owns no file of either.

import { writeFileSync } from 'node:fs';
import { minify } from 'terser';

/** @import { Plugin } from 'esbuild' */

/** Node shows the line of an error that nobody caught: one line of a whole file would bury the message. */
const LINE_LENGTH = 240;

/**
 * esbuild bundles and terser minifies: on Emscripten's glue it is a sixth smaller.
 * @returns {Plugin}
 */
export function minified() {
  return {
    name: 'minified',
    setup({ initialOptions, onEnd }) {
      initialOptions.write = false;
      onEnd(async ({ outputFiles = [] }) => {
        for (const { path, text } of outputFiles) {
          const module = initialOptions.format === 'esm';
          const format = { ...minifyOptions.format, max_line_len: LINE_LENGTH };
          const { code } = await minify(text, { ...minifyOptions, format, module });
          writeFileSync(path, `${code}\n`);
        }
      });
    },
  };
}

/** @type {import('terser').MinifyOptions} */
export const minifyOptions = {
  ecma: 2020,
  compress: { passes: 4, unsafe_arrows: true, keep_fargs: false },
  mangle: { toplevel: true },
  format: { comments: false },
};
