/** Owns what stands before the steps: what this is, what it takes, where the key goes, whom to ask. */

import { createCopyButton } from '../copy-button.js';
import { code, createButton, h, icon } from '../dom.js';

/** @import { Child } from '../dom.js' */
/** @import { Context, Host } from '../step.js' */

/**
 * @param {string} term
 * @param {Child | Child[]} text
 */
const createFact = (term, text) => h('div', h('dt', term), h('dd', text));

/** @param {Context} context */
const createKeyFact = ({ t, session, host }) => {
  const api = code(session.host);
  if (!host?.receivesKey)
    return createFact(t.text('fact.key'), t.rich('fact.key.text', { host: api }));
  const page = code(new URL(host.origin).host);
  return createFact(t.text('fact.key'), t.rich('fact.key.host', { api, host: page }));
};

/** @param {Context} context */
const createFacts = (context) =>
  h(
    'dl.facts',
    createFact(context.t.text('fact.role'), context.t.text('fact.role.text')),
    createFact(context.t.text('fact.time'), context.t.text('fact.time.text')),
    createKeyFact(context),
  );

/** @param {Context} context */
const createRequest = ({ t, announcer }) => {
  const text = t.text('ask.text');
  return h(
    'details.ask',
    h('summary', t.text('ask.summary')),
    h('blockquote', text),
    createCopyButton(t, announcer, { name: t.text('ask.copy'), getText: () => text }),
  );
};

/** @param {Context} context */
const createRehearsal = ({ t, baseUrl }) =>
  h(
    'p.banner',
    icon('info'),
    h(
      'span',
      h('strong', t.text('sandbox.title')),
      ' ',
      t.rich('sandbox.text', { origin: code(new URL(baseUrl).origin) }),
    ),
  );

/**
 * Which page this one sits in, and what it is told.
 *
 * @param {Context['t']} t
 * @param {Host} host
 */
const createHostNote = (t, { origin, receivesKey }) =>
  h(
    'p.banner.host',
    icon(receivesKey ? 'alert' : 'info'),
    h('span', t.rich(receivesKey ? 'host.inline' : 'host.frame', { host: code(origin) })),
  );

/** @param {Context} context */
export const createIntro = (context) => {
  const { t, settingsUrl, host } = context;
  return h(
    'div.intro',
    host ? createHostNote(t, host) : null,
    settingsUrl ? createRehearsal(context) : null,
    h('p.eyebrow', icon('key'), t.text('page.eyebrow')),
    h('h1', t.text('page.title')),
    h('p.lead', t.text('page.lead')),
    createFacts(context),
    createRequest(context),
  );
};

/** @param {Context} context */
export const createLoadFailure = ({ t, session }) =>
  h(
    'div.panel',
    { 'data-tone': 'failure', hidden: true },
    icon('alert'),
    h(
      'div',
      h('h2.panel-title', t.text('load.title')),
      h('p', t.text('load.text')),
      createButton(t.text('load.again'), () => session.start()),
    ),
  );
