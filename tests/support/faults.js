// Owns the faults: what a server may do to a client, each as a function that answers one request.
// Owns no server (fault-server.js) and no expectation.

import { gzipSync } from 'node:zlib';

/** @import { Exchange, Fault } from './fault-server.js' */

/**
 * @typedef {object} Reply
 * @property {number} [status] default 200
 * @property {string} [text] behind the status; default `Text`
 * @property {string[]} [headers] whole lines
 * @property {string | Uint8Array} [body]
 * @property {string | null} [type] default `application/json`; null: no content-type
 */

/**
 * @param {Exchange} exchange
 * @param {Reply} reply
 * @returns {string} the head without its empty line
 */
function head({ cors }, { status = 200, text = 'Text', headers = [], type = 'application/json' }) {
  const lines = [`HTTP/1.1 ${status} ${text}`, ...headers];
  if (type !== null) lines.push(`content-type: ${type}`);
  return `${lines.join('\r\n')}\r\n${cors}`;
}

/**
 * A correct answer on a connection that stays open.
 * @param {Reply} [reply]
 * @returns {Fault}
 */
export function reply(reply = {}) {
  const body = Buffer.from(reply.body ?? '');
  const hasBody = reply.status !== 204 && reply.status !== 304;
  return (exchange) => {
    const length = hasBody ? `content-length: ${body.length}\r\n` : '';
    const isHead = exchange.request.method === 'HEAD';
    exchange.write(`${head(exchange, reply)}${length}\r\n`, hasBody && !isHead ? body : '');
  };
}

/**
 * @param {unknown} value
 * @param {Omit<Reply, 'body'>} [more]
 * @returns {Fault}
 */
export function json(value, more = {}) {
  return reply({ ...more, body: JSON.stringify(value) });
}

/**
 * @param {number} status
 * @param {string[]} [headers]
 * @returns {Fault} with the documented form of an error
 */
export function status(status, headers = []) {
  return json({ type: 'Error', status }, { status, headers });
}

/**
 * @param {number} status
 * @param {string | undefined} location undefined: no Location
 * @returns {Fault}
 */
export function redirect(status, location) {
  return reply({ status, headers: location === undefined ? [] : [`location: ${location}`] });
}

/**
 * @param {number} status
 * @param {number} [bytes] about so many
 * @returns {Fault} a web page
 */
export function html(status, bytes = 200) {
  const page = `<!doctype html><title>Gateway</title><p>${'secret words '.repeat(bytes / 13)}</p>`;
  return reply({ status, type: 'text/html; charset=utf-8', body: page });
}

/**
 * Bytes as they are, then the end of the connection.
 * @param {string | Uint8Array} text
 * @returns {Fault}
 */
export function raw(text) {
  return ({ write, socket }) => {
    write(text);
    socket.end();
  };
}

/**
 * The first request gets the first fault, and so on; the last one gets all that follow.
 * @param {...Fault} faults
 * @returns {Fault}
 */
export function inTurn(...faults) {
  return (exchange) => faults[Math.min(exchange.attempt, faults.length) - 1](exchange);
}

/** @type {Fault} */
export const resetBeforeHeaders = ({ reset }) => reset();

/** @type {Fault} */
export const closeBeforeHeaders = ({ socket }) => {
  socket.end();
};

/** @type {Fault} */
export const resetAfterHeaders = (exchange) => {
  exchange.write(`${head(exchange, {})}content-length: 40\r\n\r\n`);
  setTimeout(exchange.reset, 30);
};

/** @type {Fault} */
export const resetMidBody = (exchange) => {
  exchange.write(`${head(exchange, {})}content-length: 40\r\n\r\n`, '{"companies":[');
  setTimeout(exchange.reset, 30);
};

/** @type {Fault} */
export const stallBeforeHeaders = () => {};

/** @type {Fault} */
export const stallAfterHeaders = (exchange) => {
  exchange.write(`${head(exchange, {})}content-length: 40\r\n\r\n`);
};

/** @type {Fault} */
export const stallMidBody = (exchange) => {
  exchange.write(`${head(exchange, {})}content-length: 40\r\n\r\n`, '{"companies":[');
};

/**
 * One byte at a time for ever.
 * @param {number} [everyMs]
 * @returns {Fault}
 */
export function drip(everyMs = 1000) {
  return (exchange) => {
    exchange.write(`${head(exchange, {})}content-length: 100000\r\n\r\n`, '[');
    const timer = setInterval(() => exchange.write(' '), everyMs);
    exchange.socket.on('close', () => clearInterval(timer));
  };
}

/**
 * A body of another length than the head says.
 * @param {number} length what Content-Length says
 * @param {string} body
 * @returns {Fault} which ends the connection behind it
 */
export function wrongLength(length, body) {
  return (exchange) => {
    exchange.write(`${head(exchange, {})}content-length: ${length}\r\n\r\n`, body);
    exchange.socket.end();
  };
}

/** @type {Fault} */
export const doubleLength = (exchange) => {
  exchange.write(`${head(exchange, {})}content-length: 2\r\ncontent-length: 4\r\n\r\n`, '[  ]');
  exchange.socket.end();
};

/**
 * @param {string} chunks as they go over the wire
 * @returns {Fault} which ends the connection behind them
 */
export function chunked(chunks) {
  return (exchange) => {
    exchange.write(`${head(exchange, {})}transfer-encoding: chunked\r\n\r\n`, chunks);
    exchange.socket.end();
  };
}

const brokenChunk = '6\r\n[1,2,3\r\nzzz\r\n]\r\n0\r\n\r\n';
const unfinishedChunks = '3\r\n[1]\r\n';
const cutChunk = '20\r\n[1,2';

export const chunkFaults = {
  'a chunk without a size': chunked(brokenChunk),
  'no last chunk': chunked(unfinishedChunks),
  'half a chunk': chunked(cutChunk),
};

/**
 * @param {string} encoding
 * @param {Uint8Array} bytes
 * @returns {Fault}
 */
export function encoded(encoding, bytes) {
  return reply({ headers: [`content-encoding: ${encoding}`], body: bytes });
}

/**
 * @param {number} megabytes after inflating, of blanks in a JSON array
 * @returns {Uint8Array} about a thousandth of that
 */
export function gzipOfBlanks(megabytes) {
  return gzipSync(Buffer.alloc(megabytes * 2 ** 20, ' '), { level: 9 });
}

/**
 * Plain bytes for as long as the client takes them.
 * @param {number} megabytes at most
 * @param {number} [status]
 * @returns {Fault}
 */
export function flood(megabytes, status = 200) {
  const block = Buffer.alloc(2 ** 16, ' ');
  return (exchange) => {
    let left = megabytes * 16;
    exchange.write(`${head(exchange, { status })}content-length: ${left * block.length}\r\n\r\n`);
    const more = () => {
      while (left-- > 0) if (!exchange.socket.write(block)) return;
    };
    exchange.socket.on('drain', more);
    more();
  };
}

/**
 * Sends the key back wherever a server can put a text.
 * @param {number} status
 * @returns {Fault}
 */
export function echo(status) {
  return (exchange) => {
    const key = exchange.request.headers.find(([name]) => name === 'x-api-key')?.[1] ?? '';
    const value = { type: key, status, fieldName: key, message: `key ${key}`, [key]: [key] };
    const headers = ['x-request-id', 'retry-after', 'x-debug', 'server'].map(
      (name) => `${name}: ${key}`,
    );
    json(value, { status, text: key, headers, type: 'application/json' })(exchange);
  };
}

/** @type {Fault} */
export const earlyHints = (exchange) => {
  exchange.write('HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n');
  json({ companies: [] })(exchange);
};

/** @type {Fault} */
export const manyHeaders = (exchange) => {
  const headers = Array.from({ length: 1000 }, (_, at) => `x-${at}: 1`);
  json({ companies: [] }, { headers })(exchange);
};

/** @type {Fault} */
export const hugeHeader = (exchange) => {
  json({ companies: [] }, { headers: [`x-long: ${'a'.repeat(2 ** 20)}`] })(exchange);
};

/** @type {WeakSet<import('node:net').Socket>} */
const used = new WeakSet();

/** Answers once; the next request on the same connection is the end of it. @type {Fault} */
export const closeOnReuse = (exchange) => {
  const known = used.has(exchange.socket);
  used.add(exchange.socket);
  if (known) exchange.reset();
  else json({ ok: true })(exchange);
};
