/** Owns the second step: what to press, and what a regenerated key ends. It advises, and blocks nothing. */

import { fill, h, vendorLabel } from '../dom.js';
import { createStep } from '../step.js';

/** @import { Context, Step } from '../step.js' */
/** @import { Child } from '../dom.js' */
/** @import { MessageKey, Translator } from '../i18n.js' */

/** @type {readonly MessageKey[]} */
const places = [
  'generate.place.automation',
  'generate.place.assistant',
  'generate.place.server',
  'generate.place.script',
];

/** @param {Translator} t */
const createNewKeyAdvice = (t) =>
  h('p', t.rich('generate.noneText', { generate: vendorLabel('Generate') }));

/** @param {Translator} t */
const createOldKeyAdvice = (t) => [
  h('p', t.rich('generate.existsText', { regenerate: vendorLabel('Regenerate') })),
  h('p', t.text('generate.plan')),
  h('p.label', t.text('generate.places')),
  h('ul', ...places.map((place) => h('li', t.text(place)))),
  h('label.choice', h('input', { type: 'checkbox' }), h('span', t.text('generate.understood'))),
];

/**
 * @param {string} value
 * @param {string} label
 * @param {() => void} onPick
 */
const createRadio = (value, label, onPick) =>
  h(
    'label.choice',
    h('input', { type: 'radio', name: 'has-key', value, change: onPick }),
    h('span', label),
  );

/**
 * @param {Context} context
 * @returns {Step}
 */
export const createGenerateStep = ({ t }) => {
  const advice = h('div.advice', { hidden: true });
  /** @param {Child | Child[]} content */
  const advise = (content) => {
    fill(advice, content);
    advice.hidden = false;
  };
  const question = h(
    'fieldset.split',
    h('legend', t.text('generate.question')),
    createRadio('none', t.text('generate.none'), () => advise(createNewKeyAdvice(t))),
    createRadio('exists', t.text('generate.exists'), () => advise(createOldKeyAdvice(t))),
  );
  const step = createStep(t, {
    number: 2,
    title: t.text('generate.title'),
    body: [question, advice],
  });
  return { ...step, paint: () => {} };
};
