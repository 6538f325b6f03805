/** Owns what a change of the view means to a person: what just happened, once. Pure. */

import { failedStates } from './steps/result.js';

/** @import { Place, View } from './session.js' */

/**
 * @typedef {'verifying' | 'cancelled' | 'ready' | 'choose' | 'noCompany' | 'checking' | 'failed'
 *   | 'keyProblem' | 'replyProblem' | 'companyProblem' | 'forgotten' | 'calling' | 'called'
 *   | 'callCancelled' | 'callFailed'} Transition
 */

/** @type {Readonly<Record<string, Transition>>} */
const byName = { verifying: 'verifying', choosesCompany: 'choose', noCompany: 'noCompany' };

/** @type {Readonly<Record<Place, Transition | undefined>>} The workspace's own step speaks for it. */
const byProblem = {
  workspace: undefined,
  key: 'keyProblem',
  reply: 'replyProblem',
  company: 'companyProblem',
};

/**
 * @param {View} view
 * @param {View} previous
 * @returns {Transition | undefined}
 */
const ofState = ({ state, diagnosis, problem }, previous) => {
  const before = previous.state.name;
  if (problem) return byProblem[problem];
  if (diagnosis === 'checking') return 'checking';
  if (failedStates.has(state.name)) return 'failed';
  if (state.name === 'ready') return state.company === previous.state.company ? undefined : 'ready';
  if (state.name === before) return undefined;
  if (state.name === 'needsWorkspace') return 'forgotten';
  if (state.name === 'needsKey') return before === 'verifying' ? 'cancelled' : undefined;
  return byName[state.name];
};

/**
 * @param {View} view
 * @param {View} previous
 * @returns {Transition | undefined}
 */
const ofFirstCall = ({ firstCall }, previous) => {
  const { phase } = firstCall;
  if (phase === 'running') return 'calling';
  if (phase === 'answered') return 'called';
  if (phase === 'failed') return 'callFailed';
  return previous.firstCall.phase === 'running' ? 'callCancelled' : undefined;
};

/**
 * @param {View} view
 * @param {View} previous
 * @returns {Transition | undefined}
 */
export const toTransition = (view, previous) => {
  if (view.state !== previous.state) return ofState(view, previous);
  if (view.diagnosis !== previous.diagnosis) return 'failed';
  if (view.firstCall !== previous.firstCall) return ofFirstCall(view, previous);
  return undefined;
};
