/**
 * The sandbox: a server that stands in for AgencyHandy in tests, in examples and behind `npm start`.
 *
 * Owns its life: options, listening, closing, and what a test may change while it runs. Does not own
 * what it answers (app.js and the files named there). Nothing outside of the process is touched.
 */

import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.js';
import { inventCompanies, toCompanies } from './companies.js';
import { toCorsMode } from './cors.js';
import { createFaultQueue } from './faults.js';
import { createKeyStore } from './key-store.js';
import { createRequestLog } from './request-log.js';
import { isSettingsPath, settingsPath } from './settings-routes.js';

/** @import { Server } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */
/** @import { SandboxCompany } from './companies.js' */
/** @import { CorsMode } from './cors.js' */
/** @import { Fault } from './faults.js' */
/** @import { ReceivedRequest } from './request-log.js' */

export { inventCompanies } from './companies.js';
export { corsModes } from './cors.js';

/**
 * @typedef {object} SandboxOptions
 * @property {number} [port] Default: 0, a free one.
 * @property {string} [host] The address to listen on. Default: 127.0.0.1.
 * @property {readonly SandboxCompany[]} [companies] Default: one invented company.
 * @property {CorsMode} [cors] Default: open.
 * @property {number} [keyLifetimeSeconds] Keys carry an `exp` this long after their making and are refused
 *   from then on; below zero they are born expired. Default: they do not expire.
 * @property {readonly Fault[]} [faults] Default: none.
 */

/**
 * @typedef {object} Sandbox
 * @property {string} url The origin, without a slash at its end: `http://127.0.0.1:8081`.
 * @property {number} port
 * @property {string} settingsUrl The page with Generate and Regenerate.
 * @property {ReceivedRequest[]} requests Every request received, in order; always the same array. Holds
 *   keys as they were sent.
 * @property {() => void} clearRequests Empties `requests`.
 * @property {() => string} generateKey What a press on Generate or Regenerate does: returns the new key,
 *   the one before dies at once.
 * @property {(companies: readonly SandboxCompany[]) => void} setCompanies Throws TypeError naming the place.
 * @property {(mode: CorsMode) => void} setCors Throws TypeError for an unknown mode.
 * @property {(faults: readonly Fault[]) => void} setFaults Replaces all. Throws TypeError naming the place.
 * @property {() => Promise<void>} close Stops listening, drops every connection, ends every delay. Calling
 *   it again returns the same promise.
 */

const optionNames = ['port', 'host', 'companies', 'cors', 'keyLifetimeSeconds', 'faults'];

/** @param {SandboxOptions} options */
const checkOptions = (options) => {
  const unknown = Object.keys(options).find((name) => !optionNames.includes(name));
  if (unknown !== undefined) throw new TypeError(`${unknown}: unknown option`);
  const { port = 0, host = '127.0.0.1', keyLifetimeSeconds = 0 } = options;
  if (typeof host !== 'string' || host === '') throw new TypeError('host: must be an address');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new TypeError('port: must be an integer from 0 to 65535');
  }
  if (!Number.isSafeInteger(keyLifetimeSeconds)) {
    throw new TypeError('keyLifetimeSeconds: must be an integer');
  }
};

/** @param {SandboxOptions} options */
const createWorld = ({ companies = inventCompanies(1), cors = 'open', ...options }) => {
  const keys = createKeyStore(options.keyLifetimeSeconds);
  const faults = createFaultQueue(isSettingsPath);
  faults.set(options.faults ?? []);
  const current = { companies: toCompanies(companies), cors: toCorsMode(cors) };
  return {
    current,
    keys,
    faults,
    log: createRequestLog(),
    companies: () => current.companies,
    cors: () => current.cors,
    generateKey: () => keys.generate(current.companies[0]?._id),
  };
};

/**
 * @param {ReturnType<typeof createWorld>} world
 * @param {AbortSignal} closing
 */
const createHttpServer = (world, closing) => {
  const app = createApp({ ...world, closing });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return createServer((incoming, outgoing) => {
    world.log.add(incoming);
    listener(incoming, outgoing);
  });
};

/**
 * @param {Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<AddressInfo>}
 */
const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(/** @type {AddressInfo} */ (server.address()));
    });
  });

/**
 * The origin at which a program on this machine reaches the server.
 *
 * @param {AddressInfo} address
 */
const toUrl = ({ address, port, family }) => {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[address] ?? address;
  return `http://${family === 'IPv6' ? `[${reachable}]` : reachable}:${port}`;
};

/** @param {Server} server */
const stop = (server) =>
  /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    })
  );

/**
 * Starts a sandbox. It has no key until one is generated.
 *
 * @param {SandboxOptions} [options]
 * @returns {Promise<Sandbox>}
 * @throws {TypeError} For an option that cannot be used, naming it.
 * @throws {Error} As Node reports it (`code`: EADDRINUSE, EACCES, …) when it cannot listen.
 */
export const startSandbox = async (options = {}) => {
  checkOptions(options);
  const world = createWorld(options);
  const closing = new AbortController();
  const server = createHttpServer(world, closing.signal);
  const address = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  const url = toUrl(address);
  /** @type {Promise<void> | undefined} */
  let closed;
  return {
    url,
    port: address.port,
    settingsUrl: `${url}${settingsPath}?tab=api-key`,
    requests: world.log.requests,
    clearRequests: world.log.clear,
    generateKey: world.generateKey,
    setCompanies: (companies) => {
      world.current.companies = toCompanies(companies);
    },
    setCors: (mode) => {
      world.current.cors = toCorsMode(mode);
    },
    setFaults: world.faults.set,
    close: () => {
      closing.abort();
      closed ??= stop(server);
      return closed;
    },
  };
};
