// Owns installing Debian packages: apt-get as root or through sudo without a password. Owns no list
// of what is needed.

import { formatDuration, listWords, PlainError, say } from './output.js';
import { run } from './run.js';

const INSTALL_LIMIT_MS = 30 * 60_000;
// dpkg calls tools from the system folders, which a plain `su` leaves out of PATH.
const SYSTEM_FOLDERS = '/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin';
const LOCK_OPTIONS = ['-o', 'DPkg::Lock::Timeout=300'];

/** @typedef {import('./host.js').Host} Host */

/**
 * @param {string[]} packages
 * @returns {string} the command a person can type
 */
export function installCommand(packages) {
  return `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/**
 * @param {Host} host
 * @returns {Promise<boolean>} whether packages can be installed without asking for a password
 */
export async function canInstall(host) {
  if (host.isRoot) return true;
  const { code } = await run('sudo', ['-n', 'true'], { env: host.env });
  return code === 0;
}

/**
 * Runs a package tool with root's rights and without questions.
 * @param {Host} host
 * @param {string[]} command
 * @param {{ verbose: boolean, busyWith?: string }} options
 */
function runAsRoot(host, command, { verbose, busyWith }) {
  const settings = ['DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8'];
  const path = `PATH=${host.env.PATH ?? ''}:${SYSTEM_FOLDERS}`;
  const prefix = host.isRoot ? ['env'] : ['sudo', '-n', 'env'];
  const [head, ...rest] = [...prefix, ...settings, path, ...command];
  return run(head, rest, { env: host.env, live: verbose, busyWith, timeoutMs: INSTALL_LIMIT_MS });
}

/**
 * @param {Host} host
 * @param {string[]} packages
 * @returns {Promise<boolean>} whether every package is in the lists that this machine has
 */
async function areKnown(host, packages) {
  const { stdout } = await run('apt-cache', ['policy', ...packages], {
    env: { ...host.env, LC_ALL: 'C.UTF-8' },
  });
  const candidates = stdout.match(/^ {2}Candidate: (?!\(none\)).+$/gm) ?? [];
  return candidates.length >= packages.length;
}

/**
 * Installs packages. Old package lists are renewed where they do not know a package or lead to a
 * file that is gone; an installation that was cut off before is finished first.
 * @param {Host} host
 * @param {string[]} packages
 * @param {{ verbose: boolean, tell?: (line: string) => void }} options
 * @throws {PlainError} with apt-get's output
 */
export async function installPackages(host, packages, { verbose, tell = say }) {
  const startMs = Date.now();
  tell(`installing ${listWords(packages)} from Debian packages (once, about 2 minutes)`);
  const busyWith = 'installing Debian packages';
  const update = () => runAsRoot(host, ['apt-get', ...LOCK_OPTIONS, 'update'], { verbose });
  const install = () => {
    const [command, ...args] = installCommand(packages).split(' ');
    return runAsRoot(host, [command, ...LOCK_OPTIONS, ...args], { verbose, busyWith });
  };
  if (!(await areKnown(host, packages))) await update();
  let result = await install();
  if (result.code !== 0) {
    if (/dpkg --configure -a/.test(result.output)) {
      await runAsRoot(host, ['dpkg', '--configure', '-a'], { verbose });
    }
    await update();
    result = await install();
  }
  if (result.code !== 0) {
    throw new PlainError(`set-up failed: '${installCommand(packages)}' did not succeed`, {
      details: verbose ? '' : result.output.split('\n').slice(-30).join('\n'),
    });
  }
  tell(`installed in ${formatDuration(Date.now() - startMs)}`);
}
