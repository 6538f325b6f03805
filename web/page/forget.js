/** Owns the last line of the page: that a key is held, where, and the button that ends it. */

import { createButton, h, icon } from './dom.js';

/** @import { Context } from './step.js' */
/** @import { View } from './session.js' */

/**
 * @param {Context} context
 * @param {HTMLElement} place
 */
export const createForget = ({ t, session }, place) => {
  place.append(
    icon('key'),
    h('p', t.text('forget.text')),
    createButton(t.text('forget.button'), () => session.forget()),
  );
  return {
    /** @param {View} view */
    paint: ({ state, hasKey }) => {
      place.hidden = !hasKey && ['needsWorkspace', 'needsKey'].includes(state.name);
    },
  };
};
