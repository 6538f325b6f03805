/**
 * Owns the third step's field, which takes the key. The key is the field's value and nothing else of
 * the page's: no attribute, no text. What is said about it comes later.
 */

import { code, createButton, h } from '../dom.js';
import { createField, createInput, onEnter } from '../field.js';
import { createStep } from '../step.js';

/** @import { Context } from '../step.js' */
/** @import { Translator } from '../i18n.js' */

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
 * @param {HTMLInputElement} input
 * @param {() => void} verify
 */
const verifyWhenPasted = (input, verify) =>
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent)) return;
    if (['insertFromPaste', 'insertFromDrop'].includes(event.inputType)) verify();
  });

/** @param {Context} context */
export const createKeyStep = ({ t, session, loader }) => {
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
  const verify = () => loader.use(() => session.verify(input.value));
  verifyWhenPasted(input, verify);
  onEnter(input, verify);

  const notes = h('ul.notes', { hidden: true });
  const result = h('div.result');
  const reply = h(
    'details.reply',
    { id: 'by-command', toggle: () => loader.use(() => {}) },
    h('summary', t.text('reply.summary')),
  );
  const frame = createStep(t, {
    number: 3,
    title: t.text('key.title'),
    body: [
      field.node,
      notes,
      h('div.actions', createButton(t.text('key.verify'), verify, 'primary')),
      result,
      reply,
      h('p.hint', t.text('key.tip')),
    ],
  });

  return {
    ...frame,
    field,
    notes,
    result,
    reply,
    focus: () => input.focus(),
    clear: () => {
      input.value = '';
      toggle.conceal();
    },
    /** @param {string} text */
    take: (text) => {
      input.value = text;
      input.focus();
      verify();
    },
  };
};
