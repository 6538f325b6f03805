// Owns the list of checks, their order and their report. Owns no rule: each check has its own file
// or tool.

import { join } from 'node:path';
import { checkClangFormat, checkClangTidy } from './clang.js';
import { checkHygiene } from './hygiene.js';
import { checkLayers } from './layers.js';
import { formatDuration, PlainError, say } from './output.js';
import { rootDir } from './paths.js';
import { run } from './run.js';

/** @typedef {{ ok: boolean, details: string }} Outcome */
/** @typedef {{ name: string, check: (options: { fix: boolean }) => Promise<Outcome> }} Check */

/**
 * Runs a tool that npm has installed.
 * @param {string} script below node_modules
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
async function runTool(script, args) {
  const tool = join(rootDir, 'node_modules', script);
  const { code, output } = await run(process.execPath, [tool, ...args], { cwd: rootDir });
  return { ok: code === 0, details: output };
}

/**
 * @param {string[]} violations
 * @returns {Outcome}
 */
function toOutcome(violations) {
  return { ok: violations.length === 0, details: violations.join('\n') };
}

/** @type {Check[]} */
export const checks = [
  {
    name: 'biome',
    check: ({ fix }) =>
      runTool('@biomejs/biome/bin/biome', [
        'check',
        '--diagnostic-level=warn',
        '--error-on-warnings',
        ...(fix ? ['--write'] : []),
      ]),
  },
  { name: 'types', check: () => runTool('typescript/bin/tsc', ['-p', 'tsconfig.json']) },
  { name: 'layers', check: async () => toOutcome(checkLayers(rootDir)) },
  { name: 'hygiene', check: async () => toOutcome(checkHygiene(rootDir)) },
  { name: 'clang-format', check: checkClangFormat },
  { name: 'clang-tidy', check: checkClangTidy },
];

/**
 * @param {Check} check
 * @param {boolean} fix
 * @returns {Promise<Outcome>} a check that cannot run has failed
 */
async function runCheck({ check }, fix) {
  try {
    return await check({ fix });
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return { ok: false, details: `${error.message}\n${error.details}` };
  }
}

/**
 * Runs all checks, one line each, with the details of those that fail.
 * @param {{ fix?: boolean }} [options] `fix`: formatters write what they would have asked for
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks({ fix = false } = {}) {
  const counts = { passed: 0, failed: 0 };
  for (const check of checks) {
    const startMs = Date.now();
    const { ok, details } = await runCheck(check, fix);
    counts[ok ? 'passed' : 'failed'] += 1;
    const verdict = ok ? 'ok' : 'failed';
    const duration = formatDuration(Date.now() - startMs);
    say(`${check.name.padEnd(14)} ${verdict.padEnd(8)} ${duration}`);
    if (!ok && details.trim()) say(details.trimEnd());
  }
  return counts;
}
