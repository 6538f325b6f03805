// Owns the command line of `npm start`: set-up, build, then sandbox and page on loopback until a
// signal comes. Owns neither of the two servers.

import { join } from 'node:path';
import { build } from './lib/build.js';
import { readOptions, runMain, showHelp } from './lib/cli.js';
import { PlainError, say } from './lib/output.js';
import { buildDir, distDir } from './lib/paths.js';
import { checkPort, explainListenError, readPort } from './lib/ports.js';
import { setUp } from './lib/setup.js';
import { onShutdown } from './lib/shutdown.js';
import { pageStage, runBuildStage } from './lib/stages.js';

const HOST = '127.0.0.1';

const help = `
Usage: npm start [-- [--live] [--verbose]]

Installs what is missing, builds what is not up to date, then serves the onboarding page and a sandbox
that stands in for AgencyHandy's API, on this machine only, until Ctrl+C.

  --live      no sandbox: the page talks to https://api.agencyhandy.com
  --verbose   show the output of compilers and installers
  --help      show this text

  PORT           the page's port, 8080 unless set; 0 takes a free one
  SANDBOX_PORT   the sandbox's port, 8081 unless set; 0 takes a free one
`;

/**
 * @param {boolean} isLive
 * @returns {{ page: number, sandbox: number }}
 */
function readPorts(isLive) {
  const page = readPort(process.env, 'PORT', 8080);
  const sandbox = readPort(process.env, 'SANDBOX_PORT', 8081);
  if (!isLive && page === sandbox && page !== 0) {
    throw new PlainError(`PORT and SANDBOX_PORT are both ${page}: they have to differ`, {
      exitCode: 2,
    });
  }
  return { page, sandbox };
}

/**
 * Starts a server and has it closed at the end.
 * @template {{ close: () => unknown }} Server
 * @param {string} name the variable that changes the port
 * @param {number} port
 * @param {() => Promise<Server>} start
 * @returns {Promise<Server>}
 */
async function startServer(name, port, start) {
  try {
    const server = await start();
    onShutdown(() => server.close());
    return server;
  } catch (error) {
    throw explainListenError(error, name, port);
  }
}

/**
 * Starts the sandbox and builds the page for it.
 * @param {number} port
 * @returns {Promise<{ url: string, dir: string }>} the sandbox's origin, the page's folder
 */
async function startSandboxWithPage(port) {
  const { startSandbox } = await import('../web/sandbox/index.js');
  const sandbox = await startServer('SANDBOX_PORT', port, () => startSandbox({ port, host: HOST }));
  const dir = join(buildDir, 'site-sandbox');
  await runBuildStage(
    pageStage({
      name: 'sandbox-page',
      baseUrl: sandbox.url,
      settingsUrl: sandbox.settingsUrl,
      outDir: dir,
    }),
  );
  return { url: sandbox.url, dir };
}

/**
 * @param {number} port
 * @param {string} dir
 */
async function startPage(port, dir) {
  const { serveSite } = await import('./lib/site.js');
  return startServer('PORT', port, () => serveSite({ dir, port, host: HOST }));
}

runMain(
  async (argv) => {
    const { help: wantsHelp, verbose, live } = readOptions(argv, { flags: ['live'] });
    if (wantsHelp) return showHelp(help);
    const ports = readPorts(live);
    await checkPort(HOST, 'PORT', ports.page);
    if (!live) await checkPort(HOST, 'SANDBOX_PORT', ports.sandbox);
    await setUp('build', { verbose });
    await build({ verbose });
    const sandbox = live ? undefined : await startSandboxWithPage(ports.sandbox);
    const page = await startPage(ports.page, sandbox?.dir ?? join(distDir, 'site'));
    say(`page ${new URL(page.url).href}`);
    if (sandbox) say(`sandbox ${new URL(sandbox.url).href}`);
    return undefined;
  },
  { exitCodeOnSignal: 0 },
);
