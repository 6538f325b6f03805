/** Owns the tab pattern: one stop in the tab order, arrows along the reading direction, Home, End. */

import { fill, h } from './dom.js';

/** @typedef {{ id: string, label: string }} Tab */

/**
 * @param {string} key
 * @param {{ index: number, count: number, isRtl: boolean }} place
 * @returns {number | undefined} The index that the key leads to.
 */
const toTarget = (key, { index, count, isRtl }) => {
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (index + 1) % count;
  if (key === back) return (index + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
};

/**
 * @param {{ label: string, isRtl: boolean, onSelect: (id: string) => void }} options
 */
export const createTabs = ({ label, isRtl, onSelect }) => {
  const list = h('div.tabs', { role: 'tablist', 'aria-label': label });
  const panel = h('pre', { role: 'tabpanel', id: 'snippet', tabindex: 0, dir: 'ltr' });
  /** @type {HTMLButtonElement[]} */
  let buttons = [];

  /** @param {HTMLButtonElement} chosen */
  const select = (chosen) => {
    for (const button of buttons) {
      button.setAttribute('aria-selected', String(button === chosen));
      button.tabIndex = button === chosen ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', chosen.id);
    onSelect(chosen.value);
  };

  list.addEventListener('keydown', (event) => {
    const index = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const target = toTarget(event.key, { index, count: buttons.length, isRtl });
    if (target === undefined) return;
    event.preventDefault();
    buttons[target].focus();
    select(buttons[target]);
  });

  /** @param {Tab} tab */
  const createButton = ({ id, label: text }) => {
    const button = h('button', { type: 'button', role: 'tab', id: `tab-${id}`, value: id }, text);
    button.setAttribute('aria-controls', panel.id);
    button.addEventListener('click', () => select(button));
    return button;
  };

  return {
    list,
    panel,
    /** @param {readonly Tab[]} tabs */
    setTabs: (tabs) => {
      buttons = tabs.map(createButton);
      fill(list, buttons);
      if (buttons[0]) select(buttons[0]);
    },
  };
};
