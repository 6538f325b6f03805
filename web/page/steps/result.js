/** Owns what stands below the key: that it is being checked, what came of it, what can be done next. */

import { pathPrefix } from '../calls.js';
import { code, createButton, createOutLink, fill, h, icon, isolated } from '../dom.js';
import { toFailureOf, toWords } from '../failures.js';
import { canPrefix, tryPrefix } from '../work.js';

/** @import { Child } from '../dom.js' */
/** @import { Action, Words } from '../failures.js' */
/** @import { Context } from '../step.js' */
/** @import { MessageKey } from '../i18n.js' */
/** @import { View } from '../session.js' */

/** States in which the key was not accepted, or nothing is known of it. */
export const failedStates = new Set([
  'keyRejected',
  'forbidden',
  'rateLimited',
  'unknown',
  'notTheApi',
]);

/**
 * @param {'success' | 'failure' | 'caution'} tone
 * @param {...(Child | Child[])} content
 */
export const createPanel = (tone, ...content) =>
  h(
    'div.panel',
    { 'data-tone': tone },
    icon(tone === 'success' ? 'check' : 'alert'),
    h('div', ...content),
  );

/**
 * @param {Words} words
 * @param {readonly Child[]} actions
 */
export const createFailurePanel = ({ title, paragraphs }, actions) =>
  createPanel(
    'failure',
    h('h3.panel-title', { tabindex: -1 }, title),
    ...paragraphs.map((content) => h('p', ...content)),
    actions.length ? h('div.actions', ...actions) : null,
  );

/**
 * @param {Context} context
 * @param {string} text
 */
export const createProgress = ({ t, session }, text) =>
  h(
    'div.progress',
    h('span.spinner'),
    h('span', text),
    createButton(t.text('key.cancel'), () => session.cancel()),
  );

/**
 * @param {Context} context
 * @param {{ onCommand: () => void }} options
 * @returns {(action: Action) => HTMLElement | null}
 */
const createActionMaker = ({ t, session, settingsUrl }, { onCommand }) => {
  /**
   * @param {MessageKey} name
   * @param {() => void} act
   */
  const button = (name, act) => createButton(t.rich(name, { prefix: code(pathPrefix) }), act);
  const createLink = () => {
    const href = settingsUrl ?? session.view.state.settingsUrl;
    return href ? createOutLink(t.text('action.newKey'), { class: 'button', href }) : null;
  };
  return (action) => {
    if (action === 'newKey') return createLink();
    if (action === 'command') return button('action.command', onCommand);
    if (action === 'retry') return button('action.retry', () => session.retry());
    return button('action.prefix', () => tryPrefix(session));
  };
};

/**
 * @param {Context} context
 * @param {View} view
 */
const createVerified = ({ t }, { state, hasKey }) => {
  const { company, companies, expiresAt } = state;
  const line = company
    ? t.rich(hasKey ? 'key.verified' : 'key.replyRead', {
        company: isolated(company.name || company.id),
      })
    : [t.count('key.choose', companies.length)];
  const expiry = expiresAt ? h('p.hint', t.text('key.expires', { date: t.date(expiresAt) })) : null;
  return createPanel('success', h('p.strong', ...line), expiry);
};

/**
 * @param {Context} context
 * @param {{ node: HTMLElement, onCommand: () => void }} options
 */
export const createResult = (context, { node, onCommand }) => {
  const { t, session } = context;
  const toAction = createActionMaker(context, { onCommand });

  /** @param {View} view */
  const createFailure = ({ state, diagnosis }) => {
    const { host } = session;
    const words = toWords(t, toFailureOf(state), {
      host,
      diagnosis,
      canPrefix: canPrefix(session),
    });
    return createFailurePanel(words, words.actions.map(toAction));
  };

  /** @param {View} view */
  const toContent = (view) => {
    const { name } = view.state;
    const { host } = session;
    if (name === 'verifying') return createProgress(context, t.text('key.verifying', { host }));
    if (view.diagnosis === 'checking') {
      return createProgress(context, t.text('failure.checking.text'));
    }
    if (failedStates.has(name)) return createFailure(view);
    return ['ready', 'choosesCompany'].includes(name) ? createVerified(context, view) : null;
  };

  return {
    focus: () => /** @type {HTMLElement | null} */ (node.querySelector('h3, button'))?.focus(),
    /**
     * @param {View} view
     * @param {View} previous
     */
    paint: (view, previous) => {
      if (view.state === previous.state && view.diagnosis === previous.diagnosis) return;
      fill(node, toContent(view));
    },
  };
};
