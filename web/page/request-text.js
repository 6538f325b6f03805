/** Owns the ready text to send to somebody who may make a key. */

import { createCopyButton } from './copy-button.js';
import { h, settingsPath, vendorLabel } from './dom.js';

/** @import { Context } from './step.js' */

/**
 * @param {Context} context
 * @param {HTMLElement} place
 */
export const fillRequest = ({ t, announcer }, place) => {
  const text = h(
    'blockquote',
    t.rich('ask.text', {
      path: vendorLabel(`${settingsPath} → Generate`),
      regenerate: vendorLabel('Regenerate'),
    }),
  );
  const name = t.text('ask.copy');
  const getText = () => text.textContent ?? '';
  place.append(text, createCopyButton(t, announcer, { name, getText }));
};
