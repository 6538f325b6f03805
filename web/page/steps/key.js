/**
 * Owns the third step: the field that takes the key, and what is said about the text in it. The key
 * is the field's value and nothing else of the page's: no attribute, no text.
 */

import { code, createButton, fill, h } from '../dom.js';
import { toReasonText } from '../failures.js';
import { createField, createInput, onEnter } from '../field.js';
import { createStep } from '../step.js';
import { createReplyPart } from './reply.js';
import { createResult } from './result.js';

/** @import { Context, Step } from '../step.js' */
/** @import { MessageKey, Translator } from '../i18n.js' */
/** @import { State, View } from '../session.js' */

/**
 * @typedef {Step & {
 *   take: (text: string) => void,
 *   clear: () => void,
 *   focusResult: () => void,
 *   focusReply: () => void,
 * }} KeyStep
 */

/**
 * @param {Translator} t
 * @param {HTMLInputElement} input
 */
const createToggle = (t, input) => {
  const button = createButton('', () => show(input.type === 'password'));
  /** @param {boolean} isShown */
  const show = (isShown) => {
    input.type = isShown ? 'text' : 'password';
    button.textContent = t.text(isShown ? 'key.hide' : 'key.show');
    button.setAttribute('aria-label', t.text(isShown ? 'key.hideLabel' : 'key.showLabel'));
  };
  show(false);
  return { button, conceal: () => show(false) };
};

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
 * @param {HTMLInputElement} input
 * @param {() => void} verify
 */
const verifyWhenPasted = (input, verify) =>
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent)) return;
    if (['insertFromPaste', 'insertFromDrop'].includes(event.inputType)) verify();
  });

/** @param {Context} context */
const createKeyField = ({ t, session }) => {
  const input = createInput('password');
  input.setAttribute('enterkeyhint', 'go');
  const toggle = createToggle(t, input);
  const field = createField({
    control: input,
    id: 'api-key',
    label: t.text('key.label'),
    hint: t.rich('key.hint', { host: code(session.host) }),
    beside: [toggle.button],
  });
  return { input, toggle, field };
};

/**
 * @param {Context} context
 * @returns {KeyStep}
 */
export const createKeyStep = (context) => {
  const { t, session } = context;
  const { input, toggle, field } = createKeyField(context);
  const verify = () => session.verify(input.value);
  const notes = h('ul.notes', { hidden: true });
  const reply = createReplyPart(context);
  const result = createResult(context, { onCommand: reply.focusCommand });
  verifyWhenPasted(input, verify);
  onEnter(input, verify);

  const step = createStep(t, {
    number: 3,
    title: t.text('key.title'),
    body: [
      field.node,
      notes,
      h('div.actions', createButton(t.text('key.verify'), verify, 'primary')),
      result.node,
      reply.node,
      h('p.hint', t.text('key.tip')),
    ],
  });

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

  const clear = () => {
    input.value = '';
    toggle.conceal();
    reply.clear();
  };

  return {
    ...step,
    clear,
    focus: () => input.focus(),
    focusResult: result.focus,
    focusReply: reply.focus,
    take: (text) => {
      input.value = text;
      input.focus();
      verify();
    },
    paint: (view, previous) => {
      if (view.state !== previous.state) paintText(view);
      result.paint(view, previous);
      reply.paint(view, previous);
    },
  };
};
