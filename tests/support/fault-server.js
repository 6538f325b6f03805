// Owns a server on raw sockets: it reads requests, keeps them, and lets a test write each answer byte
// by byte. Owns no fault (faults.js): HTTP libraries are too polite for those.

import { createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { RequestReader } from './request-reader.js';

/** @import { AddressInfo, Server, Socket } from 'node:net' */
/** @import { ReceivedRequest } from './request-reader.js' */

/**
 * @typedef {object} Exchange
 * @property {Socket} socket
 * @property {ReceivedRequest} request
 * @property {number} attempt which request of its fault this is, from 1
 * @property {string} cors header lines that let a page of another origin read the answer
 * @property {(...parts: (string | Uint8Array)[]) => void} write
 * @property {() => void} reset ends the connection with RST
 * @property {Promise<number>} closed when the connection has ended, as performance.now()
 */

/** @typedef {(exchange: Exchange) => void} Fault */

/**
 * @typedef {object} FaultyApi one fault under a base URL of its own
 * @property {string} baseUrl
 * @property {string} origin
 * @property {ReceivedRequest[]} requests without preflights, in order
 * @property {Exchange[]} exchanges the same with their connections
 */

/**
 * @typedef {object} FaultServer
 * @property {number} port
 * @property {(fault: Fault, host?: string) => FaultyApi} serve
 * @property {() => number} connections how many were ever opened
 * @property {() => ReceivedRequest[]} strays requests outside every fault
 * @property {() => Promise<void>} close ends every connection
 */

const corsHeaders = [
  'access-control-allow-origin: *',
  'access-control-allow-headers: x-api-key, companyid, content-type',
  'access-control-allow-methods: GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-expose-headers: retry-after, x-request-id',
  'access-control-max-age: 600',
  '',
].join('\r\n');

/**
 * @param {Socket} socket
 * @param {Promise<number>} closed
 * @param {ReceivedRequest} request
 * @param {number} attempt
 * @returns {Exchange}
 */
function makeExchange(socket, closed, request, attempt) {
  return {
    socket,
    request,
    attempt,
    cors: corsHeaders,
    write: (...parts) => {
      if (socket.destroyed) return;
      socket.cork();
      for (const part of parts) socket.write(part);
      socket.uncork();
    },
    reset: () => {
      socket.resetAndDestroy();
    },
    closed,
  };
}

/**
 * @param {{ tls?: { key: string, cert: string }, host?: string }} [options] `tls`: speaks https
 * @returns {Promise<FaultServer>} on a free port of the loopback address
 */
export async function startFaultServer({ tls, host = '127.0.0.1' } = {}) {
  /** @type {Set<Socket>} */
  const sockets = new Set();
  /** @type {Map<string, { fault: Fault, api: FaultyApi }>} */
  const faults = new Map();
  /** @type {ReceivedRequest[]} */
  const strays = [];
  let opened = 0;

  /**
   * @param {Socket} socket
   * @param {Promise<number>} closed
   * @param {ReceivedRequest} request
   */
  const answer = (socket, closed, request) => {
    if (request.method === 'OPTIONS') {
      socket.write(`HTTP/1.1 204 No Content\r\n${corsHeaders}\r\n`);
      return;
    }
    const found = faults.get(request.target.split('/')[1]);
    if (!found) {
      strays.push(request);
      socket.write(`HTTP/1.1 200 OK\r\n${corsHeaders}content-length: 2\r\n\r\n{}`);
      return;
    }
    found.api.requests.push(request);
    const exchange = makeExchange(socket, closed, request, found.api.requests.length);
    found.api.exchanges.push(exchange);
    found.fault(exchange);
  };

  /** @param {Socket} socket */
  const welcome = (socket) => {
    opened++;
    sockets.add(socket);
    /** @type {Promise<number>} */
    const closed = new Promise((resolve) => {
      socket.once('close', () => resolve(performance.now()));
    });
    const reader = new RequestReader((request) => answer(socket, closed, request));
    socket.setNoDelay(true);
    socket.on('data', (bytes) => reader.add(bytes));
    // A client that goes away is what many of these tests are about.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };

  /** @type {Server} */
  const server = tls ? createTlsServer(tls, welcome) : createServer(welcome);
  await new Promise((resolve) => server.listen(0, host, () => resolve(undefined)));
  const { port } = /** @type {AddressInfo} */ (server.address());
  const scheme = tls ? 'https' : 'http';

  return {
    port,
    serve: (fault, name = host) => {
      const folder = `f${faults.size}`;
      const origin = `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`;
      /** @type {FaultyApi} */
      const api = { origin, baseUrl: `${origin}/${folder}`, requests: [], exchanges: [] };
      faults.set(folder, { fault, api });
      return api;
    },
    connections: () => opened,
    strays: () => strays,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
