// Owns where a case runs: what it may start, and how it ends. Owns no case.

import { inspect } from 'node:util';
import { load } from 'agencyhandy-onboarding';
import { drive } from './drive.js';
import { startFaultServer } from './fault-server.js';

/** @import { TestContext } from 'node:test' */
/** @import { Call, Outcome } from './drive.js' */
/** @import { Fault, FaultServer, FaultyApi } from './fault-server.js' */

/**
 * @typedef {object} Stage
 * @property {'node' | 'chromium' | 'firefox'} host
 * @property {(call: Call) => Promise<Outcome>} drive
 * @property {(fault: Fault, host?: string) => FaultyApi} serve on this stage's own server
 * @property {(options?: Parameters<typeof startFaultServer>[0]) => Promise<FaultServer>} listen a
 *   further server, which ends with the stage
 */

/**
 * @typedef {object} Case
 * @property {string} name a claim
 * @property {(stage: Stage) => Promise<void>} run throws where the claim does not hold
 * @property {Partial<Record<Stage['host'], string>>} [skip] why it cannot run in a host
 */

/**
 * @param {unknown} value
 * @returns {string} with all that Node can show
 */
export function inspectAll(value) {
  return inspect(value, { showHidden: true, depth: Number.POSITIVE_INFINITY, getters: true });
}

/**
 * Runs a call while this process' console is watched.
 * @param {() => Promise<Outcome>} run
 * @returns {Promise<Outcome>} with what was printed
 */
async function withConsole(run) {
  const { log } = console;
  /** @type {string[]} */
  const lines = [];
  console.log = (...values) => {
    lines.push(...values.map((value) => (typeof value === 'string' ? value : inspect(value))));
  };
  try {
    const outcome = await run();
    outcome.printed.push(...lines);
    return outcome;
  } finally {
    console.log = log;
  }
}

/**
 * A stage in this process, which ends with the test.
 * @param {TestContext} t
 * @returns {Promise<Stage>}
 */
export async function nodeStage(t) {
  const agencyhandy = await load();
  const { serve, listen, close } = await startServers();
  t.after(close);
  return {
    host: 'node',
    serve,
    listen,
    drive: (call) =>
      call.print
        ? withConsole(() => drive(agencyhandy, call, inspectAll))
        : drive(agencyhandy, call),
  };
}

/** @returns {Promise<Pick<Stage, 'serve' | 'listen'> & { close: () => Promise<void> }>} */
export async function startServers() {
  /** @type {FaultServer[]} */
  const servers = [];
  /** @type {Stage['listen']} */
  const listen = async (options) => {
    const server = await startFaultServer(options);
    servers.push(server);
    return server;
  };
  const { serve } = await listen();
  return {
    serve,
    listen,
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
