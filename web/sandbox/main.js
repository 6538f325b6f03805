#!/usr/bin/env node
/**
 * Runs the sandbox from a terminal until Ctrl+C or SIGTERM. Exit status: 0 ended or help shown, 1 cannot
 * listen, 2 wrong arguments.
 */

import { helpText, parseArguments, UsageError } from './arguments.js';
import { startSandbox } from './index.js';

/** @import { SandboxOptions } from './index.js' */

/** @param {SandboxOptions} options */
const run = async (options) => {
  const sandbox = await startSandbox(options);
  console.log(`sandbox ${sandbox.url}/`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, sandbox.close);
};

/** @param {unknown} error */
const complain = (error) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`sandbox: ${message}${error instanceof UsageError ? ' (see --help)' : ''}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
};

try {
  const options = parseArguments(process.argv.slice(2));
  if (options === 'help') process.stdout.write(helpText);
  else await run(options);
} catch (error) {
  complain(error);
}
