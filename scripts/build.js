// Owns the command line of `npm run build`.

import { build } from './lib/build.js';
import { readOptions, runMain, showHelp } from './lib/cli.js';
import { setUp } from './lib/setup.js';

const help = `
Usage: npm run build [-- --verbose]

Makes the npm package in dist/ and the page in dist/site/, ready for any static host. Installs what
is missing first, and skips what is up to date.

  --verbose   show the output of compilers and installers
  --help      show this text
`;

runMain(async (argv) => {
  const { help: wantsHelp, verbose } = readOptions(argv);
  if (wantsHelp) return showHelp(help);
  await setUp('build', { verbose });
  await build({ verbose });
  return 0;
});
