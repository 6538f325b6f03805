// Owns the command line of `npm run build`.

import { build } from './lib/build.js';
import { readOptions, runMain, showHelp } from './lib/cli.js';
import { readFrameHosts } from './lib/frame-headers.js';
import { setUp } from './lib/setup.js';

const help = `
Usage: npm run build [-- [--frame-hosts <origins>] [--verbose]]

Makes the npm package in dist/ and the page in dist/site/, ready for any static host. Installs what
is missing first, and skips what is up to date.

  --frame-hosts   the origins that may embed dist/site/frame.html, with commas between, or *; else nobody
  --verbose       show the output of compilers and installers
  --help          show this text
`;

runMain(async (argv) => {
  const options = readOptions(argv, { texts: ['frame-hosts'] });
  if (options.help) return showHelp(help);
  const { verbose } = options;
  const frameHosts = readFrameHosts(options.texts['frame-hosts'].join(' '));
  await setUp('build', { verbose });
  await build({ verbose, frameHosts });
  return 0;
});
