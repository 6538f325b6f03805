// Owns the order of the build. Owns no stage (stages.js).

import { join } from 'node:path';
import { withLock } from './lock.js';
import { buildDir } from './paths.js';
import { livePageStage, packageStage, runBuildStage, wasmStage } from './stages.js';

/**
 * Builds what is not up to date: the WebAssembly module, the package in dist, the page in dist/site.
 * Another build in the same clone is waited for.
 * @param {{ verbose?: boolean, frameHosts?: string[] }} [options] `verbose`: the tools' output is shown as
 *   it comes; `frameHosts`: origins that may embed the page's frame, default none
 * @throws {import('./output.js').PlainError} naming the stage that failed
 */
export async function build({ verbose = false, frameHosts = [] } = {}) {
  await withLock(join(buildDir, 'lock'), async () => {
    await runBuildStage(wasmStage({ verbose }));
    await runBuildStage(packageStage());
    await runBuildStage(livePageStage({ frameHosts }));
  });
}
