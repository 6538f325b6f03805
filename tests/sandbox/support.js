/**
 * What the sandbox's tests share: a sandbox that ends with its test, and plain HTTP that adds no header
 * of its own.
 */

import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { startSandbox } from '../../web/sandbox/index.js';

/** @import { IncomingHttpHeaders } from 'node:http' */
/** @import { TestContext } from 'node:test' */
/** @import { SandboxOptions } from '../../web/sandbox/index.js' */

/**
 * @param {TestContext} t
 * @param {SandboxOptions} [options]
 */
export const useSandbox = async (t, options) => {
  const sandbox = await startSandbox(options);
  t.after(sandbox.close);
  return sandbox;
};

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {IncomingHttpHeaders} headers
 * @property {Buffer} bytes
 * @property {string} text
 */

/**
 * One request on a connection of its own. Follows nothing.
 *
 * @param {string} url
 * @param {{ method?: string, headers?: Record<string, string>, body?: string, timeoutMs?: number }} [options]
 * @returns {Promise<Answer>}
 */
export const send = (url, { method = 'GET', headers = {}, body, timeoutMs = 5000 } = {}) =>
  new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const outgoing = request(url, { method, headers, agent: false, signal }, (incoming) => {
      /** @type {Buffer[]} */
      const chunks = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode: status = 0, headers } = incoming;
        resolve({ status, headers, bytes, text: bytes.toString() });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

/** @param {Answer} answer */
export const corsHeadersOf = ({ headers }) =>
  Object.keys(headers).filter((name) => name.startsWith('access-control-'));

/**
 * The payload of a JWT.
 *
 * @param {string} key
 * @returns {Record<string, unknown>}
 */
export const payloadOf = (key) =>
  JSON.parse(Buffer.from(key.split('.')[1], 'base64url').toString());

/**
 * Runs Node to its end.
 *
 * @param {string[]} args
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>} `status` is null where it
 *   had to be ended after 15 s.
 */
export const runNode = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { timeout: 15_000, killSignal: 'SIGKILL' });
    const output = { stdout: '', stderr: '' };
    for (const name of /** @type {const} */ (['stdout', 'stderr'])) {
      child[name].setEncoding('utf8').on('data', (text) => {
        output[name] += text;
      });
    }
    child.on('close', (status) => resolve({ status, ...output }));
  });
