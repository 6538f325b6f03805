/** Owns the frame that all steps share: number, heading, mark when done, and the words before its time. */

import { h, icon, unseen } from './dom.js';

/** @import { Child } from './dom.js' */
/** @import { Translator } from './i18n.js' */
/** @import { Announcer } from './announcer.js' */
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
 * @property {string | undefined} settingsUrl Where the settings are in a rehearsal.
 * @property {string} baseUrl
 * @property {Host | undefined} host
 */

/**
 * @typedef {object} Step
 * @property {HTMLElement} node
 * @property {(phase: Phase) => void} setPhase
 * @property {(view: View, previous: View) => void} paint
 * @property {() => void} focus Puts the focus where the person goes on.
 */

/**
 * @typedef {object} StepOptions
 * @property {number} number
 * @property {string} title
 * @property {string} [later] The line that stands there before its time.
 * @property {Child[]} body
 */

/**
 * @param {Translator} t
 * @param {StepOptions} options
 */
export const createStep = (t, { number, title, later, body }) => {
  const done = unseen('');
  const heading = h('h2', { id: `step-${number}`, tabindex: -1 }, title, done);
  const badge = h(
    'span.badge',
    { 'aria-hidden': 'true' },
    t.number(number),
    h('span.tick', icon('check')),
  );
  const content = h('div.body', ...body);
  const hint = later ? h('p.hint', later) : null;
  const node = h('section.step', { 'aria-labelledby': heading.id });
  node.append(h('header', badge, heading));
  if (hint) node.append(hint);
  node.append(content);

  /** @param {Phase} phase */
  const setPhase = (phase) => {
    node.dataset.phase = phase;
    content.hidden = phase === 'later';
    if (hint) hint.hidden = phase !== 'later';
    done.textContent = phase === 'done' ? `, ${t.text('step.done')}` : '';
    if (phase === 'now') node.setAttribute('aria-current', 'step');
    else node.removeAttribute('aria-current');
  };
  return { node, heading, setPhase, focus: () => heading.focus() };
};
