/** Owns running a command that the page shows, as a person does who pastes it into bash. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * @param {string} command
 * @param {string} key Comes from the environment.
 * @returns {Promise<string>} What it writes.
 */
export const runInBash = async (command, key) => {
  const env = { PATH: process.env.PATH, AGENCYHANDY_API_KEY: key };
  const { stdout } = await run('bash', ['-c', command], { env });
  return stdout;
};
