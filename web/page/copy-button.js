/**
 * Owns copying: the button that says what it copies, its moment of success, and what happens where
 * the browser refuses: the text stands selected, for the person's own keys.
 */

import { createButton, fill, h, icon } from './dom.js';

/** @import { Announcer } from './announcer.js' */
/** @import { Translator } from './i18n.js' */

const copiedForMs = 2_000;

/** What the person presses to copy a selection. */
const copyKeys = () => (/Mac|iP(hone|ad|od)/.test(navigator.platform) ? '⌘C' : 'Ctrl+C');

/**
 * @typedef {object} CopyOptions
 * @property {string} name The accessible name: what is copied.
 * @property {boolean} [brief] Shows only the word "Copy".
 * @property {boolean} [primary]
 * @property {() => string} getText
 */

/**
 * A text that holds a secret stands there until it is copied or left, no longer.
 *
 * @param {Translator} t
 * @param {() => void} onCopied
 */
const createRefusal = (t, onCopied) => {
  const area = h('textarea', { readonly: true, rows: 2, dir: 'ltr', spellcheck: 'false' });
  area.setAttribute('aria-label', t.text('copy.selected'));
  const node = h('div.refusal', { hidden: true });
  const close = () => {
    area.value = '';
    node.hidden = true;
  };
  area.addEventListener('blur', close);
  area.addEventListener('copy', () => setTimeout(onCopied));
  node.append(h('p', t.text('copy.refused', { keys: copyKeys() })), area);
  return {
    node,
    /** @param {string} text */
    open: (text) => {
      node.hidden = false;
      area.value = text;
      area.focus();
      area.select();
    },
  };
};

/**
 * @param {Translator} t
 * @param {Announcer} announcer
 * @param {CopyOptions} options
 */
export const createCopyButton = (t, announcer, { name, brief, primary, getText }) => {
  const label = h('span', brief ? t.text('copy.short') : name);
  const mark = h('span.mark', icon('copy'));
  const button = createButton('', () => copy(), primary ? 'primary' : 'quiet');
  button.append(mark, label);
  if (brief) button.setAttribute('aria-label', name);
  const refusal = createRefusal(t, () => button.focus());

  const celebrate = () => {
    announcer.status(t.text('copy.announce'));
    fill(mark, icon('check'));
    button.dataset.copied = '';
    setTimeout(() => {
      fill(mark, icon('copy'));
      delete button.dataset.copied;
    }, copiedForMs);
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(getText());
      celebrate();
    } catch {
      announcer.alert(t.text('copy.refused', { keys: copyKeys() }));
      refusal.open(getText());
    }
  };
  return h('div.copy', button, refusal.node);
};
