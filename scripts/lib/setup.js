// Owns set-up: what a target needs is there afterwards, and nothing is done twice. Owns neither the
// list of tools (requirements.js) nor the ways to install (apt.js, npm.js).

import { canInstall, installCommand, installPackages } from './apt.js';
import { hasApt, thisHost } from './host.js';
import { ensureDependencies } from './npm.js';
import { listWords, PlainError } from './output.js';
import { rootDir } from './paths.js';
import { debianPackages, describeMissing, findMissing } from './requirements.js';

/** @typedef {import('./requirements.js').Target} Target */
/** @typedef {import('./requirements.js').Missing} Missing */
/** @typedef {import('./host.js').Host} Host */

/** @param {Missing[]} missing */
function missingLine(missing) {
  return `missing: ${listWords(missing.map(describeMissing))}`;
}

/**
 * Makes sure of the tools on this machine, installing Debian's packages where that is possible.
 * @param {Target} target
 * @param {Host} host
 * @param {{ verbose: boolean, tell?: (line: string) => void }} options `tell`: prints a line unless told
 * @throws {PlainError} one line that names what is missing
 */
export async function ensureTools(target, host, options) {
  const missing = await findMissing(target, host);
  if (missing.length === 0) return;
  if (!hasApt(host)) {
    const needed = missing.filter(({ requirement }) => !requirement.debianOnly);
    if (needed.length === 0) return;
    throw new PlainError(`${missingLine(needed)}; install it and run this again`);
  }
  const packages = debianPackages(missing, host);
  if (!(await canInstall(host))) {
    throw new PlainError(`${missingLine(missing)}; run: sudo ${installCommand(packages)}`);
  }
  await installPackages(host, packages, options);
  const left = await findMissing(target, host);
  if (left.length > 0) {
    throw new PlainError(`${missingLine(left)}; Debian's packages here do not serve, install it`);
  }
}

/**
 * Makes sure of all that a target needs. Takes some milliseconds where all is there. Skipped with
 * AGENCYHANDY_SKIP_SETUP=1.
 * @param {Target} target 'build': what `npm start` and `npm run build` need; 'test': also what
 *   `npm test` and `npm run check` need; 'pictures': also what makes screenshots readable
 * @param {{ verbose?: boolean }} [options]
 * @throws {PlainError}
 */
export async function setUp(target, { verbose = false } = {}) {
  if (process.env.AGENCYHANDY_SKIP_SETUP === '1') return;
  await ensureTools(target, thisHost(), { verbose });
  await ensureDependencies(rootDir, { verbose });
}
