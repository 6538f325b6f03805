/** Owns the frame that all steps share: number, heading, mark when done, and the words before its time. */

import { h, icon, unseen } from './dom.js';

/** @import { Child } from './dom.js' */
/** @import { Translator } from './i18n.js' */
/** @import { Announcer } from './announcer.js' */
/** @import { Loader } from './loader.js' */
/** @import { Phase } from './phases.js' */
/** @import { Session, View } from './session.js' */

/**
 * The page around the element.
 *
 * @typedef {object} Host
 * @property {string} origin
 * @property {boolean} receivesKey
 */

/**
 * What every step is given.
 *
 * @typedef {object} Context
 * @property {Translator} t
 * @property {Session} session
 * @property {Announcer} announcer
 * @property {Loader} loader Of what the first view does not need.
 * @property {string | undefined} settingsUrl Where the settings are in a rehearsal.
 * @property {string} baseUrl
 * @property {Host | undefined} host
 */

/** @typedef {ReturnType<typeof createStep>} Frame */

/**
 * @typedef {object} Step
 * @property {HTMLElement} node
 * @property {(view: View, previous: View) => void} paint
 * @property {() => void} focus Puts the focus where the person goes on.
 */

/**
 * @param {Translator} t
 * @param {object} options
 * @param {number} options.number
 * @param {string} options.title
 * @param {string} [options.later] The line that stands there before its time.
 * @param {Child[]} [options.body]
 */
export const createStep = (t, { number, title, later, body = [] }) => {
  const done = unseen('');
  const heading = h('h2', { id: `step-${number}`, tabindex: -1 }, title, done);
  const badge = h(
    'span.badge',
    { 'aria-hidden': 'true' },
    // One digit, alike in every language that there is; the first number that Intl writes takes longer
    // than all of the first view.
    String(number),
    h('span.tick', icon('check')),
  );
  const content = h('div.body', ...body);
  const hint = later ? h('p.hint', later) : null;
  const node = h(
    'section.step',
    { 'aria-labelledby': heading.id },
    h('header', badge, heading),
    hint,
    content,
  );

  /** @param {Phase} phase */
  const setPhase = (phase) => {
    node.dataset.phase = phase;
    content.hidden = phase === 'later';
    if (hint) hint.hidden = phase !== 'later';
    done.textContent = phase === 'done' ? `, ${t.text('step.done')}` : '';
    if (phase === 'now') node.setAttribute('aria-current', 'step');
    else node.removeAttribute('aria-current');
  };
  return { node, content, setPhase, focus: () => heading.focus() };
};
