/** Owns the last line of the page: that a key is held, where, and the button that ends it. */

import { createButton, h, icon } from './dom.js';

/** @import { Context } from './step.js' */
/** @import { View } from './session.js' */

/** @param {Context} context */
export const createForget = ({ t, session }) => {
  const button = createButton(t.text('forget.button'), () => session.forget());
  const node = h(
    'div.forget',
    { hidden: true },
    icon('key'),
    h('p', t.text('forget.text')),
    button,
  );
  return {
    node,
    /** @param {View} view */
    paint: ({ state, hasKey }) => {
      node.hidden = !hasKey && ['needsWorkspace', 'needsKey'].includes(state.name);
    },
  };
};
