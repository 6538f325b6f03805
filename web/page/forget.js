/** Owns the last line of the page: that a key is held, where, and the button that ends it. */

import { h, icon } from './dom.js';

/** @import { Context } from './step.js' */
/** @import { View } from './session.js' */

/** @param {Context} context */
export const createForget = ({ t, session }) => {
  const button = h('button', { type: 'button', class: 'button quiet' }, t.text('forget.button'));
  button.addEventListener('click', () => session.forget());
  const node = h('div', { class: 'forget', hidden: true });
  node.append(icon('key'), h('p', {}, t.text('forget.text')), button);
  return {
    node,
    /** @param {View} view */
    paint: ({ state, hasKey }) => {
      node.hidden = !hasKey && ['needsWorkspace', 'needsKey'].includes(state.name);
    },
  };
};
