// Owns the playing of one case on a host, to an end in any event. Owns no case and no host.

/** @import { Case, Host, Stage } from './stage.js' */

const CASE_LIMIT_MS = 180_000;

/**
 * @param {Host} host
 * @param {Case} played
 * @param {Stage['figure']} [figure]
 * @returns {Promise<void>}
 * @throws {unknown} rejects where the claim does not hold, or does not end
 */
export async function play(host, { run }, figure = () => {}) {
  const { stage, close } = await host.open(figure);
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((_resolve, reject) => {
    const error = new Error(`the case did not end within ${CASE_LIMIT_MS / 1000} s`);
    timer = setTimeout(() => reject(error), CASE_LIMIT_MS);
  });
  try {
    await Promise.race([run(stage), limit]);
  } finally {
    clearTimeout(timer);
    await close();
  }
}
