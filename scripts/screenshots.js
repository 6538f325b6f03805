// Owns the command line of `npm run screenshots`: set-up, build, then a picture of every state of the
// page, to be looked at by a person before a release. Owns neither the states nor the pictures.

import { join, relative } from 'node:path';
import { build } from './lib/build.js';
import { readOptions, runMain, showHelp } from './lib/cli.js';
import { PlainError, say } from './lib/output.js';
import { buildDir, rootDir } from './lib/paths.js';
import { setUp } from './lib/setup.js';

const outDir = join(buildDir, 'screenshots');

const help = `
Usage: npm run screenshots [-- [language ...] [--verbose]]

Takes a picture of every state of the page in every language (or in those named, such as en ar), light
and dark, 320 and 1280 px wide, in Chromium and with the sandbox. Writes to build/screenshots:

  sheet.png    all of them at a glance
  index.html   the same; each leads to its whole page
  views/       what is in sight, pages/ the whole page

  --verbose    show the output of compilers and installers
  --help       show this text
`;

runMain(async (argv) => {
  const { help: wantsHelp, verbose, words } = readOptions(argv, { takesWords: true });
  if (wantsHelp) return showHelp(help);
  await setUp('pictures', { verbose });
  await build({ verbose });
  const { listLocales, takeGallery } = await import('../tests/browser/support/gallery.js');
  const known = listLocales();
  const unknown = words.find((word) => !known.includes(word));
  if (unknown) {
    throw new PlainError(`no language '${unknown}'; there are ${known.join(', ')}`, {
      exitCode: 2,
    });
  }
  const locales = words.length > 0 ? words : known;
  const count = await takeGallery({ dir: outDir, locales, tell: say });
  say(`${count} pictures: ${relative(rootDir, join(outDir, 'sheet.png'))}`);
  return 0;
});
