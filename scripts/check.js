// Owns the command line of `npm run check`.

import { build } from './lib/build.js';
import { runChecks } from './lib/checks.js';
import { readOptions, runMain, showHelp } from './lib/cli.js';
import { setUp } from './lib/setup.js';

const help = `
Usage: npm run check [-- [--fix] [--verbose]]

Formatters, linters, types, layers and house rules over the whole repository: Biome, tsc, clang-format,
clang-tidy and the project's own. Builds first, as types and dynamic code are checked in what is built.

  --fix       let the formatters write
  --verbose   show the output of compilers and installers
  --help      show this text
`;

runMain(async (argv) => {
  const { help: wantsHelp, verbose, fix } = readOptions(argv, { flags: ['fix'] });
  if (wantsHelp) return showHelp(help);
  await setUp('test', { verbose });
  await build({ verbose });
  const { failed } = await runChecks({ fix });
  return failed === 0 ? 0 : 1;
});
