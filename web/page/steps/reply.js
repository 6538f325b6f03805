/**
 * Owns the way around a closed door: a command for the person's own terminal, and the field that takes
 * what it prints.
 */

import { createCopyButton } from '../copy-button.js';
import { code, createButton, fill, h } from '../dom.js';
import { toReasonText } from '../failures.js';
import { createField } from '../field.js';
import { writeSnippet } from '../work.js';

/** @import { Child } from '../dom.js' */
/** @import { Context } from '../step.js' */
/** @import { Translator } from '../i18n.js' */
/** @import { View } from '../session.js' */

/** Reads the key without an echo, and without a trace in the shell's history. */
export const readKeyCommand = 'read -rs AGENCYHANDY_API_KEY && export AGENCYHANDY_API_KEY';

/** @type {ReadonlySet<View['diagnosis']>} */
const opensFor = new Set(['closed', 'headerRefused', 'unreachable', 'slow', 'policy']);

/** @param {Translator} t */
const createArea = (t) => {
  const area = h('textarea', { rows: 5, dir: 'ltr', spellcheck: 'false', autocomplete: 'off' });
  return { area, field: createField({ control: area, id: 'reply', label: t.text('reply.label') }) };
};

/**
 * @param {string} text
 * @param {Child} content
 * @param {Child} action
 */
const createStage = (text, content, action) => h('li', h('p', text), content, action);

/** @param {string} label */
const createCommand = (label) =>
  h('pre', { tabindex: 0, role: 'group', 'aria-label': label, dir: 'ltr' });

/**
 * @param {Context} context
 * @param {HTMLDetailsElement} node
 */
export const createReplyPart = ({ t, session, announcer }, node) => {
  const { area, field } = createArea(t);
  const environment = createCommand(t.text('reply.environment'));
  environment.append(code(readKeyCommand));
  const command = createCommand(t.text('reply.command'));
  const use = createButton(t.text('reply.use'), () => session.useReply(area.value), 'primary');
  const copyCommand = createCopyButton(t, announcer, {
    name: t.text('reply.copyCommand'),
    getText: () => command.textContent ?? '',
  });
  const stages = h(
    'ol',
    createStage(
      t.text('reply.environment'),
      environment,
      createCopyButton(t, announcer, {
        name: t.text('reply.copyEnvironment'),
        getText: () => readKeyCommand,
      }),
    ),
    createStage(t.text('reply.command'), command, copyCommand),
    createStage(t.text('reply.paste'), field.node, h('div.actions', use)),
  );
  node.append(stages);

  return {
    clear: () => {
      area.value = '';
    },
    focus: () => {
      node.open = true;
      area.focus();
    },
    focusCommand: () => {
      node.open = true;
      command.focus();
    },
    /**
     * @param {View} view
     * @param {View} previous
     */
    paint: (view, previous) => {
      const { state, diagnosis, loaded, problem } = view;
      if (loaded && !previous.loaded)
        fill(command, code(writeSnippet(session, 'curl-bash', 'companies')));
      if (diagnosis !== previous.diagnosis && opensFor.has(diagnosis)) node.open = true;
      if (state === previous.state) return;
      field.setProblem(problem === 'reply' && state.error ? toReasonText(t, state.error) : '');
    },
  };
};
