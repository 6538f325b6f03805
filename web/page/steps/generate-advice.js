/** Owns what to press, and what a regenerated key ends. It advises, and blocks nothing. */

import { fill, h, vendorLabel } from '../dom.js';
import { onRestored } from '../move-input.js';

/** @import { Child } from '../dom.js' */
/** @import { Translator } from '../i18n.js' */
/** @import { Context } from '../step.js' */
/** @import { createGenerateStep } from './generate.js' */

/** @param {Translator} t */
const createNewKeyAdvice = (t) =>
  h('p', t.rich('generate.noneText', { generate: vendorLabel('Generate') }));

/** @param {Translator} t */
const toPlaces = (t) => [
  t.text('generate.place.automation', { tools: t.list(['n8n', 'Zapier', 'Make']) }),
  t.text('generate.place.assistant', { tools: t.list(['Claude', 'Cursor', 'VS Code']) }),
  t.text('generate.place.server'),
  t.text('generate.place.script'),
];

/** @param {Translator} t */
const createOldKeyAdvice = (t) => [
  h('p', t.rich('generate.existsText', { regenerate: vendorLabel('Regenerate') })),
  h('p', t.text('generate.plan')),
  h('p.label', t.text('generate.places')),
  h('ul', ...toPlaces(t).map((place) => h('li', place))),
  h(
    'label.choice',
    h('input', { type: 'checkbox', id: 'understood' }),
    h('span', t.text('generate.understood')),
  ),
];

/**
 * @param {Context} context
 * @param {ReturnType<typeof createGenerateStep>} frame
 */
export const fillGenerateStep = ({ t }, { question, advice }) => {
  /** @type {Readonly<Record<string, () => Child | Child[]>>} */
  const advices = {
    none: () => createNewKeyAdvice(t),
    exists: () => createOldKeyAdvice(t),
  };
  for (const radio of question.querySelectorAll('input')) {
    const advise = () => {
      if (!radio.checked) return;
      fill(advice, advices[radio.value]());
      advice.hidden = false;
    };
    radio.addEventListener('change', advise);
    onRestored(radio, advise);
    advise();
  }
};
