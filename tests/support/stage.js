// Owns where a case runs: what it may start, and how it ends. Owns no case.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { load } from 'agencyhandy-onboarding';
import { drive } from './drive.js';
import { startFaultServer } from './fault-server.js';

/** @import { TestContext } from 'node:test' */
/** @import { Call, Outcome } from './drive.js' */
/** @import { Fault, FaultServer, FaultyApi } from './fault-server.js' */

/** @typedef {'node' | 'chromium' | 'firefox'} HostName */

/**
 * @typedef {object} Stage
 * @property {HostName} host
 * @property {(call: Call) => Promise<Outcome>} drive
 * @property {(call: Call) => Promise<{ outcome: Outcome, grownBytes: number }>} watch the same, in a
 *   process without any server, with how much memory the client took besides at its highest
 * @property {(fault: Fault, host?: string) => FaultyApi} serve on this stage's own server
 * @property {(options?: Parameters<typeof startFaultServer>[0]) => Promise<FaultServer>} listen a
 *   further server, which ends with the stage
 * @property {(name: string, value: number, unit?: string) => void} figure notes what was measured; of
 *   one name the highest counts
 */

/**
 * @typedef {object} OpenStage
 * @property {Stage} stage
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Host where cases run, one after the other
 * @property {HostName} name
 * @property {(figure: Stage['figure']) => Promise<OpenStage>} open
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Case
 * @property {string} name a claim
 * @property {(stage: Stage) => Promise<void>} run throws where the claim does not hold
 * @property {Partial<Record<HostName, string>>} [skip] why it cannot run in a host
 * @property {boolean} [isLong] takes half a minute in a browser
 * @property {Partial<Record<HostName, string>>} [inPart] why a host shows a part of the claim only
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

/** @returns {{ watch: Stage['watch'], close: () => void }} */
function startAlone() {
  const child = fork(fileURLToPath(new URL('./drive-alone.js', import.meta.url)));
  return {
    watch: async (call) => {
      child.send(call);
      const [watched] = await once(child, 'message');
      return watched;
    },
    close: () => child.kill(),
  };
}

/** @type {Host['open']} */
async function openNodeStage(figure) {
  const agencyhandy = await load();
  const { serve, listen, close } = await startServers();
  /** @type {ReturnType<typeof startAlone> | undefined} */
  let alone;
  return {
    stage: {
      host: 'node',
      serve,
      listen,
      figure,
      drive: (call) =>
        call.print
          ? withConsole(() => drive(agencyhandy, call, inspectAll))
          : drive(agencyhandy, call),
      watch: (call) => {
        alone ??= startAlone();
        return alone.watch(call);
      },
    },
    close: async () => {
      alone?.close();
      await close();
    },
  };
}

/** @type {Host} */
export const nodeHost = { name: 'node', open: openNodeStage, close: async () => {} };

/**
 * A stage in this process, which ends with the test.
 * @param {TestContext} t
 * @returns {Promise<Stage>}
 */
export async function nodeStage(t) {
  const { stage, close } = await openNodeStage(() => {});
  t.after(close);
  return stage;
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
