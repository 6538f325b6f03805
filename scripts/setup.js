// Owns the command line of set-up: `node scripts/setup.js [build|test]`.

import { readOptions, runMain, showHelp } from './lib/cli.js';
import { PlainError, say } from './lib/output.js';
import { setUp } from './lib/setup.js';

const help = `
Usage: node scripts/setup.js [build|test] [--verbose]

Installs what is missing and does nothing where all is there:
  build   Emscripten, CMake, Ninja, nlohmann/json, npm development dependencies
  test    also Clang with sanitizers, clang-format, clang-tidy, GoogleTest, Chromium, Firefox,
          WebKitGTK's driver, Xvfb, curl (default)

On Debian and Ubuntu the tools come from the system's packages, as root or through sudo without a
password. Elsewhere those on PATH are used, and what is missing is named.
AGENCYHANDY_SKIP_SETUP=1 skips it.
`;

runMain(async (argv) => {
  const { help: wantsHelp, verbose, words } = readOptions(argv, { takesWords: true });
  if (wantsHelp) return showHelp(help);
  const [target = 'test', extra] = words;
  if ((target !== 'build' && target !== 'test') || extra !== undefined) {
    throw new PlainError(`unknown target '${extra ?? target}': build or test`, { exitCode: 2 });
  }
  await setUp(target, { verbose });
  say(`all that '${target}' needs is there`);
  return 0;
});
