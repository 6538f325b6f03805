// Owns port numbers from the environment and the words for a port that cannot be had. Owns no
// server.

import { createServer } from 'node:net';
import { PlainError } from './output.js';

const HIGHEST_PORT = 65_535;

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name the variable, e.g. 'PORT'
 * @param {number} defaultPort where the variable is unset or empty
 * @returns {number} 0 means: a free one
 * @throws {PlainError} exit code 2
 */
export function readPort(env, name, defaultPort) {
  const text = env[name]?.trim() ?? '';
  if (text === '') return defaultPort;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= HIGHEST_PORT) return port;
  throw new PlainError(`${name} is '${text}': a port is a number from 0 to ${HIGHEST_PORT}`, {
    exitCode: 2,
  });
}

/**
 * @param {unknown} error what listening has failed with
 * @param {string} name the variable that changes the port
 * @param {number} port
 * @returns {unknown} a PlainError where the port is the cause, else the error itself
 */
export function explainListenError(error, name, port) {
  const code = /** @type {NodeJS.ErrnoException} */ (error)?.code;
  const why =
    code === 'EADDRINUSE'
      ? 'is in use'
      : code === 'EACCES'
        ? 'needs rights that you do not have'
        : undefined;
  if (!why) return error;
  return new PlainError(
    `port ${port} ${why}; set ${name} to another one, or to 0 for any that is free`,
  );
}

/**
 * Fails early, before minutes of set-up, where a port is taken.
 * @param {string} host
 * @param {string} name the variable that changes the port
 * @param {number} port
 * @throws {PlainError}
 */
export async function checkPort(host, name, port) {
  if (port === 0) return;
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListenError(error, name, port)));
    server.listen(port, host, () => server.close(resolve));
  });
}
