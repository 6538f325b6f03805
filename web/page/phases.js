/** Owns where a person stands: which steps are behind them, which is theirs now, which come later. */

/** @import { View } from './session.js' */
/** @typedef {'done' | 'now' | 'open' | 'later'} Phase */
/** @typedef {'workspace' | 'generate' | 'key' | 'company' | 'headers' | 'snippets' | 'firstCall' | 'done'} StepName */

const answered = new Set(['choosesCompany', 'ready', 'noCompany']);

/**
 * @param {View} view
 * @returns {Phase}
 */
const toCompanyPhase = ({ state }) => {
  if (state.name === 'ready') return 'done';
  return answered.has(state.name) ? 'now' : 'later';
};

/**
 * `now` is one step, the rest of what can be used is `open`.
 *
 * @param {View} view
 * @returns {Record<StepName, Phase>}
 */
export const toPhases = (view) => {
  const { state, firstCall } = view;
  const verified = answered.has(state.name);
  const isPastLink = state.name !== 'needsWorkspace';
  const called = firstCall.phase === 'answered';
  const ready = state.name === 'ready';
  return {
    workspace: !isPastLink ? 'now' : state.settingsUrl || verified ? 'done' : 'open',
    generate: verified ? 'done' : 'open',
    key: verified ? 'done' : isPastLink ? 'now' : 'open',
    company: toCompanyPhase(view),
    headers: !ready ? 'later' : called ? 'done' : 'now',
    snippets: !ready ? 'later' : 'open',
    firstCall: !ready ? 'later' : called ? 'done' : 'open',
    done: !ready ? 'later' : called ? 'now' : 'open',
  };
};
