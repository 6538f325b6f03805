/**
 * Owns receiving a request's body, and its limit. Does not own what is done with it.
 *
 * Hono's own body limit builds a new global Request, which fails unless the HTTP adapter may replace that
 * global; it may not, for other people's tests run in this process.
 */

import { sendError } from './replies.js';

/** @import { IncomingMessage } from 'node:http' */
/** @import { MiddlewareHandler } from 'hono' */
/** @import { Env } from './env.js' */
/** @import { RequestLog } from './request-log.js' */

const maxBodyBytes = 8 * 1024 * 1024;

/**
 * @param {IncomingMessage} incoming
 * @returns {Promise<string | undefined>} Undefined where it is too large; the rest is left unread.
 */
const readBody = async (incoming) => {
  /** @type {Buffer[]} */
  const chunks = [];
  let bytes = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
};

/**
 * Puts the body into the context and the log; 413 where it is too large.
 *
 * @param {RequestLog} log
 * @returns {MiddlewareHandler<Env>}
 */
export const receiveBody = (log) => async (c, next) => {
  const body = await readBody(c.env.incoming);
  if (body === undefined) return sendError(c, 413);
  log.setBody(c.env.incoming, body);
  c.set('body', body);
  return next();
};
