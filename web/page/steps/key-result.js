/** Owns what is said about the key in the third step's field, and the way around a closed door. */

import { fill, h } from '../dom.js';
import { toReasonText } from '../failures.js';
import { createReplyPart } from './reply.js';
import { createResult } from './result.js';

/** @import { Context, Step } from '../step.js' */
/** @import { MessageKey, Translator } from '../i18n.js' */
/** @import { State, View } from '../session.js' */
/** @import { createKeyStep } from './key.js' */

/**
 * @typedef {Step & {
 *   clear: () => void,
 *   focusResult: () => void,
 *   focusReply: () => void,
 * }} KeyStep
 */

/**
 * @param {Translator} t
 * @param {State} state
 */
const toNotes = (t, { notes, expiresAt }) =>
  notes.map(({ code: note }) => {
    if (note === 'expired' && expiresAt) {
      return t.text('note.expiredOn', { date: t.date(expiresAt) });
    }
    return t.text(/** @type {MessageKey} */ (`note.${note}`));
  });

/**
 * @param {Context} context
 * @param {ReturnType<typeof createKeyStep>} frame
 * @returns {KeyStep}
 */
export const fillKeyStep = (context, frame) => {
  const { t } = context;
  const { field, notes } = frame;
  const reply = createReplyPart(context, frame.reply);
  const result = createResult(context, { node: frame.result, onCommand: reply.focusCommand });

  /** @param {View} view */
  const paintText = ({ state, problem }) => {
    field.setProblem(problem === 'key' && state.error ? toReasonText(t, state.error) : '');
    const texts = toNotes(t, state);
    notes.hidden = texts.length === 0;
    fill(
      notes,
      texts.map((text) => h('li', text)),
    );
  };

  return {
    ...frame,
    clear: () => {
      frame.clear();
      reply.clear();
    },
    focusResult: result.focus,
    focusReply: reply.focus,
    paint: (view, previous) => {
      if (view.state !== previous.state) paintText(view);
      result.paint(view, previous);
      reply.paint(view, previous);
    },
  };
};
