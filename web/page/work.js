/**
 * Owns what the page does once there is a key: it asks why a check had no answer, makes the first call,
 * tries the prefix, writes snippets. Every change is a new view of the session, which holds the key.
 */

import { isAgencyHandyError } from 'agencyhandy-onboarding';
import { calls, countRoles } from './calls.js';
import { diagnose } from './probes.js';

/** @import { CallName } from './calls.js' */
/** @import { Failure, FirstCall, Session, State } from './session.js' */

/**
 * @param {unknown} error
 * @returns {Failure}
 */
const toFailure = (error) => (isAgencyHandyError(error) ? error : { kind: 'internal' });

/**
 * @param {Session} session
 * @param {State} state Whose check ended without a status.
 */
export const explain = async (session, state) => {
  session.running = new AbortController();
  const { signal } = session.running;
  try {
    const blockedByPolicy = () => session.blockedByPolicy;
    const url = session.apiUrl.replace(/\/$/, '') + calls.companies.path;
    const diagnosis = await diagnose(url, { signal, blockedByPolicy });
    if (session.view.state === state) session.show({ diagnosis });
  } catch {
    if (session.view.state === state) session.show({ diagnosis: undefined });
  }
};

/**
 * @param {Session} session
 * @param {AbortSignal} signal
 */
const askForRoles = async ({ onboarding }, signal) => {
  const client = onboarding?.client();
  try {
    const reply = await client?.request({ ...calls.roles, signal });
    return countRoles(reply?.data);
  } finally {
    client?.dispose();
  }
};

/**
 * @param {Session} session
 * @param {AbortSignal} signal
 * @returns {Promise<FirstCall>}
 */
const call = async (session, signal) => {
  try {
    return { phase: 'answered', count: await askForRoles(session, signal) };
  } catch (error) {
    return { phase: 'failed', failure: toFailure(error) };
  }
};

/** @param {Session} session */
export const makeFirstCall = async (session) => {
  session.running = new AbortController();
  const { signal } = session.running;
  session.show({ firstCall: { phase: 'running' } });
  const { state } = session.view;
  const firstCall = await call(session, signal);
  if (session.view.state !== state) return;
  session.show({ firstCall: signal.aborted ? { phase: 'idle' } : firstCall });
};

/**
 * @param {Session} session
 * @returns {boolean} Whether a try with the prefix is left to offer.
 */
export const canPrefix = ({ view, apiUrl }) => !view.prefixed && new URL(apiUrl).pathname === '/';

/**
 * Verifies the same key once more, with the prefix before every path.
 *
 * @param {Session} session
 */
export const tryPrefix = async (session) => {
  if (!session.agencyhandy) return;
  session.onboarding?.dispose();
  session.show({ prefixed: true });
  session.begin(session.agencyhandy);
  await session.send({ type: 'key', text: session.key });
};

/**
 * @param {Session} session
 * @param {string} target
 * @param {CallName} name
 */
export const writeSnippet = ({ agencyhandy, apiUrl }, target, name) =>
  agencyhandy?.snippet(target, calls[name], { secrets: 'environment', baseUrl: apiUrl }) ?? '';
