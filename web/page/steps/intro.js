/** Owns what stands before the steps: the language, what this is, what it takes, where the key goes. */

import { code, h, icon } from '../dom.js';
import { languages } from '../messages/languages.js';

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
const createFacts = (context) => {
  const { t } = context;
  return h(
    'dl.facts',
    createFact(t.text('fact.role'), t.text('fact.role.text')),
    createFact(t.text('fact.time'), t.text('fact.time.text')),
    createKeyFact(context),
  );
};

/**
 * @param {Context} context
 * @param {(locale: string) => void} onPick
 */
const createLanguagePicker = ({ t, announcer }, onPick) => {
  const select = h(
    'select',
    { change: () => onPick(select.value) },
    languages.map(({ locale, name }) =>
      h('option', { value: locale, lang: locale, selected: locale === t.locale }, name),
    ),
  );
  const problem = h('p.problem', { hidden: true }, t.text('part.title'));
  return {
    node: h(
      'div.language',
      { hidden: languages.length < 2 },
      h('label', t.text('page.language'), ' ', select),
      problem,
    ),
    focus: () => select.focus(),
    refuse: () => {
      select.value = t.locale;
      problem.hidden = false;
      announcer.alert(t.text('part.title'));
    },
  };
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

/**
 * @param {Context} context
 * @param {(locale: string) => void} onLanguage
 */
export const createIntro = (context, onLanguage) => {
  const { t, settingsUrl, loader, host } = context;
  const { node: picker, focus, refuse } = createLanguagePicker(context, onLanguage);
  const ask = h(
    'details.ask',
    { id: 'ask', toggle: () => loader.use(() => {}) },
    h('summary', t.text('ask.summary')),
  );
  const node = h(
    'div.intro',
    picker,
    host ? createHostNote(t, host) : null,
    settingsUrl ? createRehearsal(context) : null,
    h('p.eyebrow', icon('key'), t.text('page.eyebrow')),
    h('h1', t.text('page.title')),
    h('p.lead', t.text('page.lead')),
    createFacts(context),
    ask,
  );
  return { node, ask, focus, refuse };
};
