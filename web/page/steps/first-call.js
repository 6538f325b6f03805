/** Owns the seventh step: one read-only call with both headers, and what its answer proves. */

import { createButton, fill, h, isolated } from '../dom.js';
import { toWords } from '../failures.js';
import { makeFirstCall } from '../work.js';
import { createFailurePanel, createPanel, createProgress } from './result.js';

/** @import { Words } from '../failures.js' */
/** @import { Context, Frame, Step } from '../step.js' */
/** @import { Translator } from '../i18n.js' */
/** @import { Failure, FirstCall } from '../session.js' */

/** @type {Readonly<Record<string, 'firstCall.notFound' | 'firstCall.unreadable'>>} */
const ownWords = { not_found: 'firstCall.notFound', network: 'firstCall.unreadable' };

/**
 * @param {Translator} t
 * @param {Failure} failure
 * @param {string} host
 * @returns {Words}
 */
export const toFirstCallWords = (t, failure, host) => {
  if (!Object.hasOwn(ownWords, failure.kind)) {
    return { ...toWords(t, failure, { host }), actions: [] };
  }
  const key = ownWords[failure.kind];
  return { title: t.text(key), paragraphs: [[t.text(`${key}.text`)]], actions: [] };
};

/**
 * @param {Translator} t
 * @param {FirstCall} firstCall
 */
export const toAnswer = (t, { count }) =>
  count === undefined ? t.text('firstCall.answered') : t.count('firstCall.answered', count);

/**
 * @param {Context} context
 * @param {Frame} frame
 * @returns {Step & { focusResult: () => void }}
 */
export const createFirstCallStep = (context, frame) => {
  const { t, session } = context;
  const text = h('p');
  const result = h('div.result');
  const makeCall = () => makeFirstCall(session);
  const button = createButton(t.text('firstCall.button'), makeCall, 'primary');
  const noKey = h('p.caution', { hidden: true }, t.text('firstCall.noKey'));
  const actions = h('div.actions', button);
  frame.content.append(text, noKey, actions, result);

  /** @param {FirstCall} firstCall */
  const toContent = (firstCall) => {
    const { phase, failure } = firstCall;
    const { host } = session;
    if (phase === 'running') return createProgress(context, t.text('firstCall.running', { host }));
    if (failure) return createFailurePanel(toFirstCallWords(t, failure, host), []);
    if (phase !== 'answered') return null;
    return createPanel('success', h('p.strong', toAnswer(t, firstCall)));
  };

  return {
    ...frame,
    focusResult: () => (result.querySelector('h3') ?? button).focus(),
    paint: ({ state, hasKey, firstCall }, previous) => {
      const company = isolated(state.company?.name || (state.company?.id ?? ''));
      if (state !== previous.state) fill(text, t.rich('firstCall.text', { company }));
      noKey.hidden = hasKey;
      actions.hidden = !hasKey;
      if (firstCall !== previous.firstCall) fill(result, toContent(firstCall));
    },
  };
};
