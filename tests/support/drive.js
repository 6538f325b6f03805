// Owns one call of the package from plain data to plain data, so that the same case runs in Node and in
// a web page. Imports nothing: a page loads this file as it is. Owns no expectation.

/** @typedef {Awaited<ReturnType<typeof import('agencyhandy-onboarding')['load']>>} AgencyHandy */
/** @typedef {Parameters<AgencyHandy['createClient']>[0]} ClientOptions */
/** @typedef {Parameters<NonNullable<ClientOptions['onEvent']>>[0]} ClientEvent */

/**
 * @typedef {object} Call
 * @property {Record<string, unknown>} client createClient's options, as JSON holds them
 * @property {Record<string, unknown>} [request] without one: listCompanies
 * @property {number} [abortAfterMs] from the start; 0: before the call
 * @property {unknown} [reason] of the abort
 * @property {'send' | 'retry'} [abortOn] an event that is followed by the abort
 * @property {number} [abortDelayMs] between that event and the abort, default 0
 * @property {number} [repeat] calls on one client and one signal, one after the other; default 1;
 *   0: the client is made, and that is all
 * @property {number} [parallel] calls at a time, default 1
 * @property {boolean} [skipWaits] the waits before retries take no time; `waits` tells them
 * @property {number} [random] what Math.random() gives meanwhile
 * @property {number} [clockJumpMs] how far Date.now() jumps at the first retry
 * @property {boolean} [print] whether `printed` is wanted; it goes to the console too
 */

/**
 * @typedef {Record<string, unknown> & { kind: string, message: string, retryable: boolean,
 *   status?: number, attempts?: number, elapsedMs?: number, retryAfterMs?: number,
 *   maybeApplied?: boolean, where?: string, reason?: string, fieldName?: string, requestId?: string,
 *   position?: number, codePoint?: number }} ErrorView
 */

/**
 * @typedef {object} Outcome of the last call
 * @property {unknown} [value] what it gave
 * @property {ErrorView} [error] what it failed with
 * @property {string} [foreign] the failure, where it is no AgencyHandyError
 * @property {number} elapsedMs
 * @property {number} [lateMs] from the abort to the end of the call
 * @property {boolean} [causeIsReason]
 * @property {number} listenersLeft on the signal
 * @property {number} succeeded calls of all that were made
 * @property {ClientEvent[]} events of all calls
 * @property {number[]} waits milliseconds that setTimeout() got before each retry
 * @property {string[]} printed every way in which the failure, the client and the events print
 */

/** Counts listeners on a signal by watching who comes and goes. */
class WatchedSignal {
  controller = new AbortController();
  listeners = 0;
  abortedAt = 0;

  constructor() {
    const { signal } = this.controller;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (/** @type {Parameters<typeof addEventListener>} */ ...args) => {
      this.listeners++;
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (
      /** @type {Parameters<typeof removeEventListener>} */ ...args
    ) => {
      this.listeners--;
      removeEventListener.apply(signal, args);
    };
  }

  /** @param {unknown} reason */
  abort(reason) {
    this.abortedAt = performance.now();
    this.controller.abort(reason);
  }
}

/**
 * Takes the place of this realm's timer, chance and clock, which have no option of their own.
 * @param {Call} call
 * @param {number[]} waits filled with what the client asked setTimeout() for
 */
function takeClock({ skipWaits, random, clockJumpMs = 0 }, waits) {
  const { setTimeout: startTimer } = globalThis;
  const { random: draw } = Math;
  const { now } = Date;
  let expected = false;
  if (random !== undefined) Math.random = () => random;
  Reflect.set(
    globalThis,
    'setTimeout',
    (/** @type {() => void} */ run, /** @type {number} */ ms, /** @type {unknown[]} */ ...rest) => {
      if (expected) waits.push(ms);
      const isSkipped = expected && skipWaits;
      expected = false;
      return startTimer(run, isSkipped ? 0 : ms, ...rest);
    },
  );
  return {
    /** The next timer is the wait before a retry. */
    expectWait: () => {
      expected = true;
      Date.now = () => now() + clockJumpMs;
    },
    giveBack: () => {
      Reflect.set(globalThis, 'setTimeout', startTimer);
      Math.random = draw;
      Date.now = now;
    },
  };
}

/**
 * Everything that a value shows of itself, its hidden properties and prototypes' getters included.
 * @param {unknown} value
 * @param {Set<unknown>} [seen]
 * @returns {string[]}
 */
function spill(value, seen = new Set()) {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
    return [typeof value === 'symbol' ? String(value.description) : String(value)];
  }
  if (seen.has(value)) return [];
  seen.add(value);
  return Reflect.ownKeys(value).flatMap((name) => {
    const property = Reflect.getOwnPropertyDescriptor(value, name);
    const own = property && 'value' in property ? property.value : '';
    return [String(typeof name === 'symbol' ? name.description : name), ...spill(own, seen)];
  });
}

/**
 * @param {() => unknown} make
 * @returns {string[]} none where it cannot be made
 */
function attempt(make) {
  try {
    const made = make();
    return typeof made === 'string' ? [made] : spill(made);
  } catch (error) {
    return [String(error)];
  }
}

/**
 * @param {unknown} value
 * @param {(value: unknown) => string} [inspect] the host's own
 * @returns {string[]}
 */
export function printAll(value, inspect) {
  const cause = value instanceof Error ? value.cause : undefined;
  return [
    ...spill(value),
    ...attempt(() => String(value)),
    ...attempt(() => `${value}`),
    ...attempt(() => JSON.stringify(value)),
    ...attempt(() => Object.entries(/** @type {object} */ (value))),
    ...attempt(() => structuredClone(value)),
    ...(value instanceof Error ? [value.message, String(value.stack)] : []),
    ...(inspect ? [inspect(value)] : []),
    ...(cause === undefined ? [] : printAll(cause, inspect)),
  ];
}

/**
 * @param {unknown} error
 * @returns {{ error: ErrorView } | { foreign: string }}
 */
function view(error) {
  if (!(error instanceof Error) || error.name !== 'AgencyHandyError') {
    return { foreign: String(error) };
  }
  const { cause: _, ...fields } = { ...error };
  return {
    error: /** @type {ErrorView} */ (
      /** @type {unknown} */ ({ ...fields, message: error.message })
    ),
  };
}

/**
 * @param {AgencyHandy} agencyhandy
 * @param {Call} call
 * @param {(value: unknown) => string} [inspect] for `printed`
 * @returns {Promise<Outcome>}
 */
export async function drive(agencyhandy, call, inspect) {
  const { repeat = 1, parallel = 1 } = call;
  const watched = new WatchedSignal();
  /** @type {ClientEvent[]} */
  const events = [];
  /** @type {number[]} */
  const waits = [];
  const clock = takeClock(call, waits);
  const onEvent = (/** @type {ClientEvent} */ event) => {
    events.push(event);
    if (event.type === call.abortOn) {
      setTimeout(() => watched.abort(call.reason), call.abortDelayMs ?? 0);
    }
    if (event.type === 'retry') clock.expectWait();
  };
  /** @type {Outcome} */
  const outcome = {
    elapsedMs: 0,
    listenersLeft: 0,
    succeeded: 0,
    events,
    waits,
    printed: [],
  };
  const startedAt = performance.now();
  /** @type {unknown} */
  let failure;
  const signal = watched.controller.signal;
  if (call.abortAfterMs === 0) watched.abort(call.reason);
  const timer =
    call.abortAfterMs && setTimeout(() => watched.abort(call.reason), call.abortAfterMs);
  /** @type {ReturnType<AgencyHandy['createClient']> | undefined} */
  let client;
  const once = async () => {
    if (!client) return;
    const request = /** @type {Parameters<typeof client.request>[0]} */ (call.request);
    try {
      outcome.value = await (request
        ? client.request(request, { signal })
        : client.listCompanies({ signal }));
      outcome.succeeded++;
    } catch (error) {
      failure = error;
    }
  };
  try {
    client = agencyhandy.createClient(
      /** @type {ClientOptions} */ (/** @type {unknown} */ ({ ...call.client, onEvent })),
    );
    for (let at = 0; at < repeat; at += parallel) {
      await Promise.all(Array.from({ length: Math.min(parallel, repeat - at) }, once));
    }
  } catch (error) {
    failure = error;
  }
  const endedAt = performance.now();
  clock.giveBack();
  clearTimeout(timer || undefined);
  outcome.elapsedMs = endedAt - startedAt;
  outcome.listenersLeft = watched.listeners;
  if (watched.abortedAt) outcome.lateMs = endedAt - watched.abortedAt;
  if (failure !== undefined) {
    Object.assign(outcome, view(failure));
    const cause = failure instanceof Error ? failure.cause : undefined;
    outcome.causeIsReason = cause === signal.reason;
    if (call.print) outcome.printed = printAll(failure, inspect);
  }
  if (call.print) {
    outcome.printed.push(...printAll(events, inspect), ...printAll(client, inspect));
    console.log(failure, events, client);
  }
  client?.dispose();
  return outcome;
}
