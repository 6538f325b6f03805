/**
 * Owns the fourth step: one company is named, several are a choice, none is explained. Their names are
 * text from outside: shown as text, kept apart from the text around, never in the way of the layout.
 */

import { code, createButton, fill, h, isolated } from '../dom.js';
import { toReasonText } from '../failures.js';
import { createField, createInput, onEnter } from '../field.js';
import { lastCompanyId } from '../memory.js';
import { onRestored } from '../move-input.js';
import { createPanel } from './result.js';

/** @import { Context, Frame, Step } from '../step.js' */
/** @import { Translator } from '../i18n.js' */
/** @import { State, View } from '../session.js' */
/** @typedef {State['companies'][number]} Company */

const filterAbove = 8;
const shownAtMost = 50;
const usualId = /^[0-9a-f]{24}$/i;

/**
 * @param {readonly Company[]} companies
 * @returns {ReadonlySet<string>} Names that more than one company bears.
 */
const toSharedNames = (companies) => {
  const seen = new Set();
  const shared = new Set();
  for (const { name } of companies) (seen.has(name) ? shared : seen).add(name);
  return shared;
};

/**
 * @param {readonly Company[]} companies
 * @param {string} text
 */
const filterCompanies = (companies, text) => {
  const wanted = text.trim().toLocaleLowerCase();
  return companies.filter(
    ({ id, name }) => name.toLocaleLowerCase().includes(wanted) || id.includes(wanted),
  );
};

/**
 * @param {Translator} t
 * @param {Company} company
 */
const createCard = (t, { id, name }) =>
  h(
    'div.company',
    h('p.company-name', isolated(name || id)),
    h('p', h('span.label', t.text('company.id')), ' ', code(id)),
    h('p.hint', t.text('company.stored')),
    usualId.test(id) ? null : h('p.caution', t.text('company.oddId')),
  );

/**
 * @param {Translator} t
 * @param {(id: string, isFinal: boolean) => void} onPick
 */
const createChoices = (t, onPick) => {
  let isPointer = false;
  const list = h('div.companies');
  list.addEventListener('pointerdown', () => {
    isPointer = true;
  });
  list.addEventListener('keydown', () => {
    isPointer = false;
  });

  /**
   * @param {Company} company
   * @param {{ index: number, isShared: boolean, isChosen: boolean }} place
   */
  const createChoice = ({ id, name }, { index, isShared, isChosen }) => {
    const extra = h('small', { id: `company-${index}` });
    if (isShared || name === '') extra.append(code(id));
    if (id === lastCompanyId()) extra.append(' ', t.text('company.lastUsed'));
    const radio = h('input', { type: 'radio', name: 'company', id: `company-${index}-radio` });
    radio.checked = isChosen;
    radio.addEventListener('change', () => onPick(id, isPointer));
    onEnter(radio, () => onPick(id, true));
    if (extra.hasChildNodes()) radio.setAttribute('aria-describedby', extra.id);
    const label = h('label', { for: radio.id }, isolated(name || id));
    return h('div.choice', radio, h('div', label, extra));
  };

  return {
    list,
    /**
     * @param {readonly Company[]} companies
     * @param {ReadonlySet<string>} shared
     * @param {string | undefined} chosenId
     */
    show: (companies, shared, chosenId) =>
      fill(
        list,
        companies.map((company, index) =>
          createChoice(company, {
            index,
            isShared: shared.has(company.name),
            isChosen: company.id === chosenId,
          }),
        ),
      ),
  };
};

/**
 * @param {Translator} t
 * @param {(id: string, isFinal: boolean) => void} onPick
 */
const createPicker = (t, onPick) => {
  const choices = createChoices(t, onPick);
  const filter = createInput('search');
  const field = createField({ control: filter, id: 'filter', label: t.text('company.filter') });
  const count = h('p.hint');
  const group = h(
    'fieldset',
    h('legend.unseen', t.text('company.legend')),
    field.node,
    choices.list,
    count,
  );
  /** @type {Pick<State, 'companies' | 'company'>} */
  let known = { companies: [] };
  /** @type {ReadonlySet<string>} */
  let shared = new Set();

  const show = () => {
    const found = filterCompanies(known.companies, filter.value);
    const shown = found.slice(0, shownAtMost);
    choices.show(shown, shared, known.company?.id);
    const values = { shown: shown.length, count: found.length };
    if (found.length === 0) count.textContent = t.text('company.noMatch');
    else count.textContent = shown.length < found.length ? t.text('company.shown', values) : '';
  };
  filter.addEventListener('input', show);
  onRestored(filter, show);

  return {
    group,
    focus: () => {
      const first = choices.list.querySelector('input');
      (field.node.hidden ? first : filter)?.focus();
    },
    /** @param {State} state */
    paint: ({ companies, company }) => {
      const isNew = companies !== known.companies;
      known = { companies, company };
      if (!isNew) return;
      shared = toSharedNames(companies);
      filter.value = '';
      field.node.hidden = companies.length <= filterAbove;
      show();
    },
  };
};

/**
 * @param {Context} context
 * @param {boolean} hasKey Where the list came in a pasted reply there may be no key to ask with.
 */
const createNone = ({ t, session }, hasKey) =>
  createPanel(
    'caution',
    h('h3.panel-title', { tabindex: -1 }, t.text('company.none')),
    h('p', t.text('company.none.text')),
    hasKey
      ? h(
          'div.actions',
          createButton(t.text('action.retry'), () => session.retry()),
        )
      : null,
  );

/**
 * @param {Context} context
 * @param {Frame} frame
 * @param {() => void} onPicked
 * @returns {Step}
 */
export const createCompanyStep = (context, frame, onPicked) => {
  const { t, session } = context;
  const chosen = h('div.chosen');
  const problem = h('p.problem', { hidden: true });
  const picker = createPicker(t, (id, isFinal) => {
    session.choose(id);
    if (isFinal && session.view.state.name === 'ready') onPicked();
  });
  const none = h('div');
  frame.content.append(none, picker.group, problem, chosen);

  /** @param {View} view */
  const paint = ({ state, hasKey, problem: place }) => {
    const { name, company, companies, error } = state;
    fill(none, name === 'noCompany' ? createNone(context, hasKey) : null);
    picker.group.hidden = companies.length < 2;
    picker.paint(state);
    const single = companies.length === 1 ? h('p', t.text('company.single')) : null;
    fill(chosen, company ? [single, createCard(t, company)] : null);
    problem.textContent = place === 'company' && error ? toReasonText(t, error) : '';
    problem.hidden = problem.textContent === '';
  };

  return {
    ...frame,
    paint: (view, previous) => {
      if (view.state !== previous.state) paint(view);
    },
    focus: () => {
      const title = none.querySelector('h3');
      if (title) title.focus();
      else picker.focus();
    },
  };
};
