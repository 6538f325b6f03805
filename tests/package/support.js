// Owns the packed package for the tests beside it: packing, installing into an empty folder, running
// Node there. Owns no claim.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { npmCommand } from '../../scripts/lib/npm.js';
import { rootDir } from '../../scripts/lib/paths.js';

const LIMIT_MS = 120_000;

/**
 * The environment without what `npm test` and the test runner have put into it.
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
function cleanEnvironment(more = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_/i.test(name) && name !== 'NODE_TEST_CONTEXT' && name !== 'NODE_PATH',
  );
  return { ...Object.fromEntries(inherited), ...more };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, stdout: string, output: string }>}
 */
export function execute(command, args, { cwd, env }) {
  return new Promise((resolve) => {
    const options = { cwd, env: cleanEnvironment(env), timeout: LIMIT_MS, maxBuffer: 1 << 26 };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? 1) : 0;
      resolve({ code, stdout, output: `${stdout}${stderr}` });
    });
    child.stdin?.end();
  });
}

/** @param {Record<string, string>} files @param {string} folder */
export function writeFiles(folder, files) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** @returns {string} an empty folder outside the repository, so that nothing of it resolves there */
export function makeFolder() {
  return mkdtempSync(join(tmpdir(), 'agencyhandy-package-'));
}

/** @param {string} folder */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} folder where npm runs and keeps its cache
 * @param {string[]} args
 * @param {string} cwd
 */
async function runNpm(folder, args, cwd) {
  const { command, args: first } = npmCommand();
  const env = { npm_config_cache: join(folder, '.npm-cache'), npm_config_update_notifier: 'false' };
  const { code, output } = await execute(command, [...first, ...args], { cwd, env });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}\n${output}`);
}

/**
 * Packs what would be published.
 * @param {string} folder
 * @returns {Promise<string>} the tarball
 */
export async function pack(folder) {
  await runNpm(folder, ['pack', '--ignore-scripts', '--pack-destination', folder], rootDir);
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error('npm pack made no tarball');
  return join(folder, name);
}

/**
 * Packs the package and installs it into an empty project, without any network.
 * @param {string} folder
 * @returns {Promise<{ tarball: string, project: string, installed: string }>}
 */
export async function installPacked(folder) {
  const tarball = await pack(folder);
  const project = join(folder, 'project');
  writeFiles(project, {
    'package.json': '{ "name": "consumer", "private": true, "type": "module" }',
  });
  await runNpm(folder, ['install', '--offline', '--no-audit', '--no-fund', tarball], project);
  return { tarball, project, installed: join(project, 'node_modules/agencyhandy-onboarding') };
}

/**
 * Runs a JavaScript file of the project with this Node.
 * @param {string} project
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runNode(project, args, env) {
  return execute(process.execPath, args, { cwd: project, env });
}
