/**
 * Owns the sandbox's command line: its options, its help, its complaints. Does not own what they start.
 */

import { parseArgs } from 'node:util';
import { inventCompanies } from './companies.js';
import { corsModes, toCorsMode } from './cors.js';

/** @import { SandboxOptions } from './index.js' */

const defaultPort = 8081;
const mostCompanies = 100_000;

export const helpText = `Usage: sandbox [options]

Stands in for AgencyHandy on this machine: the API Key tab, where Generate
makes a key, and the API calls that onboarding needs.

  --port N        port to listen on, 0 for a free one (default ${defaultPort})
  --host ADDRESS  address to listen on (default 127.0.0.1)
  --companies N   how many companies the key's owner has (default 1)
  --cors MODE     ${corsModes.join(', ')} (default open)
  --help          show this text
`;

/** What a person typed wrong, in one line. */
export class UsageError extends Error {}

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {number} most
 * @param {number} standard
 */
const toCount = (name, text, most, standard) => {
  if (text === undefined) return standard;
  if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`--${name} must be a whole number from 0 to ${most}`);
};

/** @param {string | undefined} text */
const toMode = (text = 'open') => {
  try {
    return toCorsMode(text);
  } catch {
    throw new UsageError(`--cors must be one of ${corsModes.join(', ')}`);
  }
};

/** @param {string[]} argv */
const parse = (argv) => {
  const options = /** @type {const} */ ({
    port: { type: 'string' },
    host: { type: 'string' },
    companies: { type: 'string' },
    cors: { type: 'string' },
    help: { type: 'boolean' },
  });
  try {
    return parseArgs({ args: argv, options }).values;
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/[.\n]/);
    throw new UsageError(sentence);
  }
};

/**
 * @param {string[]} argv The arguments, without the program.
 * @returns {SandboxOptions | 'help'}
 * @throws {UsageError}
 */
export const parseArguments = (argv) => {
  const { port, host, companies, cors, help } = parse(argv);
  if (help) return 'help';
  if (host === '') throw new UsageError('--host must not be empty');
  return {
    port: toCount('port', port, 65535, defaultPort),
    host,
    companies: inventCompanies(toCount('companies', companies, mostCompanies, 1)),
    cors: toMode(cors),
  };
};
