/**
 * Owns the fifth step: the two headers, copied singly or together, and which call needs which. The key
 * is shown as dots; only the clipboard gets it.
 */

import { keyPlaceholder } from '../calls.js';
import { createCopyButton } from '../copy-button.js';
import { code, fill, h } from '../dom.js';

/** @import { Child } from '../dom.js' */
/** @import { Context, Frame, Step } from '../step.js' */
/** @import { Translator } from '../i18n.js' */
/** @import { View } from '../session.js' */

const dots = '•'.repeat(24);

/**
 * @param {string} name
 * @param {HTMLElement} value
 * @param {HTMLElement} action
 */
const createRow = (name, value, action) =>
  h(
    'div.header-row',
    h('p', { dir: 'ltr' }, h('code.header-name', `${name}:`), ' ', value),
    action,
  );

/**
 * @param {Child} call
 * @param {...(Child | Child[])} needs
 */
const createNeed = (call, ...needs) => h('tr', h('th', { scope: 'row' }, call), h('td', ...needs));

/** @param {Translator} t */
const createNeeds = (t) => {
  const both = [code('x-api-key'), ' ', code('companyid')];
  const bearer = () => code('Authorization: Bearer');
  const heads = [t.text('headers.call'), t.text('headers.needs')];
  return h(
    'details',
    { id: 'needs' },
    h('summary', t.text('headers.which')),
    h(
      'table',
      h('thead', h('tr', ...heads.map((head) => h('th', { scope: 'col' }, head)))),
      h(
        'tbody',
        createNeed(t.text('call.companies'), code('x-api-key')),
        createNeed(t.text('call.roles'), both),
        createNeed(t.text('call.people'), code('x-api-key')),
        createNeed(
          t.text('call.order'),
          [bearer(), ' ', t.text('headers.memberToken')],
          [' ', code('companyid')],
        ),
        createNeed(t.text('call.mcp'), bearer(), ' ', t.text('headers.sameKey')),
      ),
    ),
    h('p.hint', t.text('headers.dated')),
  );
};

/**
 * @param {Context} context
 * @param {Frame} frame
 * @returns {Step}
 */
export const createHeadersStep = ({ t, session, announcer }, frame) => {
  const keyValue = code(dots);
  const idValue = code('');
  const note = h('p.caution', { hidden: true });
  const toKeyLine = () => `x-api-key: ${session.view.hasKey ? session.key : keyPlaceholder}`;
  const toIdLine = () => `companyid: ${session.view.state.company?.id ?? ''}`;
  const copy = (/** @type {string} */ name, /** @type {() => string} */ getText) =>
    createCopyButton(t, announcer, { name, getText, brief: true });

  frame.content.append(
    h('p', t.text('headers.text')),
    h(
      'div.headers',
      createRow('x-api-key', keyValue, copy(t.text('headers.copyKey'), toKeyLine)),
      createRow('companyid', idValue, copy(t.text('headers.copyCompany'), toIdLine)),
    ),
    note,
    createCopyButton(t, announcer, {
      name: t.text('headers.copyBoth'),
      primary: true,
      getText: () => `${toKeyLine()}\n${toIdLine()}`,
    }),
    createNeeds(t),
  );

  /** @param {View} view */
  const paint = ({ state, hasKey }) => {
    keyValue.textContent = hasKey ? dots : keyPlaceholder;
    idValue.textContent = state.company?.id ?? '';
    note.hidden = hasKey || state.name !== 'ready';
    fill(note, t.rich('headers.placeholder', { placeholder: code(keyPlaceholder) }));
  };
  return { ...frame, paint };
};
