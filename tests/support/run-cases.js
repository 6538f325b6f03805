// Owns the way from shared cases to tests of Node's runner. Owns no case.

import { test } from 'node:test';
import { nodeStage } from './stage.js';

/** @import { Case } from './stage.js' */

/** @param {Case[]} cases each becomes one test in this process */
export function runCases(cases) {
  for (const { name, run, skip } of cases) {
    test(name, { skip: skip?.node }, async (t) => run(await nodeStage(t)));
  }
}
