/**
 * Owns the wait for what the first view does not need: it is fetched once, at the first sign of a
 * person, and what needs it runs when it is there. A failure is said where somebody waits, and can be
 * tried again; nothing that waits is lost.
 */

/**
 * @typedef {object} Loader
 * @property {() => Promise<void>} load Rejects where it fails; a later call tries again.
 * @property {() => void} prefetch The same, in silence.
 * @property {() => void} retry For those that wait.
 * @property {(act: () => void) => void} use Runs `act`, now or once all is there.
 * @property {() => void} forget Lets nothing wait any longer.
 */

/**
 * @param {(again: string) => Promise<void>} start `again` is another after each failure: some browsers
 *   remember that an address failed.
 * @param {(hasFailed: boolean) => void} onOutcome Told only where something waits.
 * @returns {Loader}
 */
export const createLoader = (start, onOutcome) => {
  /** @type {(() => void)[]} */
  let waiting = [];
  let tries = 0;
  let isDone = false;
  /** @type {Promise<void> | undefined} */
  let running;

  const attempt = async () => {
    try {
      await start(tries ? `?${tries}` : '');
      isDone = true;
    } catch (error) {
      tries += 1;
      running = undefined;
      throw error;
    }
  };

  const load = () => {
    running ??= attempt();
    return running;
  };

  const retry = async () => {
    try {
      await load();
      onOutcome(false);
      for (const act of waiting.splice(0)) act();
    } catch {
      onOutcome(waiting.length > 0);
    }
  };

  return {
    load,
    prefetch: () => {
      load().catch(() => {});
    },
    retry,
    use: (act) => {
      if (isDone) return act();
      waiting.push(act);
      retry();
    },
    forget: () => {
      waiting = [];
    },
  };
};
