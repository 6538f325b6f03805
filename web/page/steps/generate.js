/** Owns the second step's question: whether a key exists. What follows from the answer comes later. */

import { h } from '../dom.js';
import { createStep } from '../step.js';

/** @import { Context } from '../step.js' */

/** @param {Context} context */
export const createGenerateStep = ({ t, loader }) => {
  /**
   * @param {string} value
   * @param {string} label
   */
  const createRadio = (value, label) =>
    h('label.choice', h('input', { type: 'radio', name: 'has-key', value }), h('span', label));
  const advice = h('div.advice', { hidden: true });
  const question = h(
    'fieldset.split',
    { change: () => loader.use(() => {}) },
    h('legend', t.text('generate.question')),
    createRadio('none', t.text('generate.none')),
    createRadio('exists', t.text('generate.exists')),
  );
  const frame = createStep(t, {
    number: 2,
    title: t.text('generate.title'),
    body: [question, advice],
  });
  return { ...frame, question, advice };
};
