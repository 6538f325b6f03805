// Owns the command line of the layer check: `node scripts/check-layers.js`.

import { readOptions, runMain, showHelp } from './lib/cli.js';
import { checkLayers } from './lib/layers.js';
import { say } from './lib/output.js';
import { rootDir } from './lib/paths.js';

const help = `
Usage: node scripts/check-layers.js

Checks that includes and imports point one way:
core <- platform <- bindings <- (wasm) <- web/client <- web/page.
`;

runMain(async (argv) => {
  if (readOptions(argv).help) return showHelp(help);
  const violations = checkLayers(rootDir);
  for (const line of violations) say(line);
  say(violations.length === 0 ? 'layers ok' : `layers: ${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
});
