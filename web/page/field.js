/** Owns a labelled field: its hint, the message of what is wrong with it, and how the two are tied. */

import { h, icon } from './dom.js';

/** @import { Child } from './dom.js' */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

/**
 * @typedef {object} Field
 * @property {HTMLElement} node
 * @property {(message: string) => void} setProblem '' where there is none.
 */

/**
 * @param {{ control: Control, id: string, label: string, hint?: Child[], beside?: Child[] }} options
 * @returns {Field}
 */
export const createField = ({ control, id, label, hint, beside = [] }) => {
  control.id = id;
  const hintNode = hint ? h('p.hint', { id: `${id}-hint` }, ...hint) : null;
  const message = h('p.problem', { id: `${id}-problem`, hidden: true });
  const describe = (/** @type {boolean} */ isWrong) => {
    const ids = [isWrong && message.id, hintNode?.id].filter(Boolean).join(' ');
    if (ids) control.setAttribute('aria-describedby', ids);
    else control.removeAttribute('aria-describedby');
  };
  describe(false);
  return {
    node: h(
      'div.field',
      h('label', { for: id }, label),
      hintNode,
      h('div.control', control, ...beside),
      message,
    ),
    setProblem: (text) => {
      const isWrong = text !== '';
      message.hidden = !isWrong;
      message.replaceChildren(...(isWrong ? [icon('alert'), text] : []));
      control.setAttribute('aria-invalid', String(isWrong));
      describe(isWrong);
    },
  };
};

/**
 * @param {string} type
 * @returns {HTMLInputElement} One that no browser completes, corrects or sends to a spelling service.
 */
export const createInput = (type) =>
  h('input', {
    type,
    dir: 'ltr',
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    'data-1p-ignore': true,
    'data-lpignore': 'true',
    'data-bwignore': true,
  });

/**
 * @param {HTMLElement} control
 * @param {() => void} act
 */
export const onEnter = (control, act) =>
  control.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    act();
  });
