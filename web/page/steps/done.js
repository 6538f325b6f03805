/** Owns the last step: what is proven to work, where to go on, what to mind there. */

import { code, createOutLink, fill, h, icon, isolated } from '../dom.js';

import { createReminder } from './reminder.js';

/** @import { Child } from '../dom.js' */
/** @import { Context, Frame, Step } from '../step.js' */
/** @import { MessageKey, Translator } from '../i18n.js' */
/** @import { View } from '../session.js' */

const docsUrl = 'https://docs.agencyhandy.com/api/';

/**
 * @param {string} page
 * @param {string} title
 * @param {Child[]} note
 */
const createGuide = (page, title, note) =>
  h('li', createOutLink(title, { href: docsUrl + page }), h('p.hint', ...note));

/** @param {Translator} t */
const createGuides = (t) => {
  const flag = code('"sendInvitationEmail": false');
  return h(
    'ul.guides',
    createGuide('create-lead', t.text('done.lead'), t.rich('done.leadNote', { flag })),
    createGuide('create-client', t.text('done.client'), t.rich('done.clientNote')),
    createGuide('update-order', t.text('done.order'), t.rich('done.orderNote')),
  );
};

/**
 * @param {Translator} t
 * @param {View} view
 */
const toFacts = (t, { state, hasKey, firstCall }) => {
  const company = isolated(state.company?.name || (state.company?.id ?? ''));
  const facts = [t.rich(hasKey ? 'done.key' : 'done.reply'), t.rich('done.company', { company })];
  if (firstCall.phase === 'answered') facts.push(t.rich('done.call'));
  if (state.expiresAt) facts.push(t.rich('done.expires', { date: t.date(state.expiresAt) }));
  return facts;
};

/**
 * @param {Context} context
 * @param {Frame} frame
 * @returns {Step}
 */
export const createDoneStep = ({ t, announcer }, frame) => {
  const facts = h('ul.checks');
  const reminder = createReminder(t, announcer);
  frame.content.append(facts, reminder.node, h('h3', t.text('done.guides')), createGuides(t));
  return {
    ...frame,
    paint: (view) => {
      if (view.state.name !== 'ready') return;
      reminder.paint(view.state);
      fill(
        facts,
        toFacts(t, view).map((fact) => h('li', icon('check'), h('span', ...fact))),
      );
    },
  };
};
