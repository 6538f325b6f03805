/** Owns the sixth step: the calls as commands, by language; the credentials come from the environment. */

import { createCopyButton } from '../copy-button.js';
import { code, fill, h } from '../dom.js';
import { onRestored } from '../move-input.js';
import { createTabs } from '../tabs.js';
import { writeSnippet } from '../work.js';
import { readKeyCommand } from './reply.js';

/** @import { CallName } from '../calls.js' */
/** @import { Context, Frame, Step } from '../step.js' */
/** @import { Translator } from '../i18n.js' */

/** An id that a shell takes as it stands. */
const plainId = /^\w+$/;

/** @param {string} id */
const toSetup = (id) =>
  `${readKeyCommand}\nexport AGENCYHANDY_COMPANY_ID=${plainId.test(id) ? id : "'<YOUR_COMPANY_ID>'"}`;

/**
 * @param {Translator} t
 * @param {(call: CallName) => void} onPick
 */
const createCallPicker = (t, onPick) => {
  /** @param {CallName} call */
  const createRadio = (call) => {
    const radio = h('input', { type: 'radio', name: 'call', value: call });
    const pick = () => radio.checked && onPick(call);
    radio.addEventListener('change', pick);
    onRestored(radio, pick);
    radio.checked = call === 'companies';
    return h('label.choice', radio, h('span', t.text(`call.${call}`)));
  };
  return h(
    'fieldset.split',
    h('legend', t.text('snippets.call')),
    createRadio('companies'),
    createRadio('roles'),
  );
};

/**
 * @param {Context} context
 * @param {Frame} frame
 * @returns {Step}
 */
export const createSnippetsStep = ({ t, session, announcer }, frame) => {
  /** @type {{ target: string, call: CallName }} */
  const chosen = { target: '', call: 'companies' };
  const show = () => fill(tabs.panel, code(writeSnippet(session, chosen.target, chosen.call)));
  const tabs = createTabs({
    label: t.text('snippets.label'),
    isRtl: t.dir === 'rtl',
    onSelect: (target) => {
      chosen.target = target;
      show();
    },
  });
  const picker = createCallPicker(t, (call) => {
    chosen.call = call;
    show();
  });
  const setup = h('pre.filled', {
    tabindex: 0,
    role: 'group',
    'aria-label': t.text('snippets.setup'),
    dir: 'ltr',
  });
  frame.content.append(
    picker,
    h('div.tabbed', tabs.list, tabs.panel),
    createCopyButton(t, announcer, {
      name: t.text('snippets.copy'),
      getText: () => tabs.panel.textContent ?? '',
    }),
    h('p', t.text('snippets.environment')),
    setup,
    createCopyButton(t, announcer, {
      name: t.text('snippets.copySetup'),
      getText: () => setup.textContent ?? '',
    }),
  );

  return {
    ...frame,
    paint: ({ state, loaded, prefixed }, previous) => {
      if (loaded && !previous.loaded) tabs.setTabs(session.agencyhandy?.snippetTargets ?? []);
      else if (prefixed !== previous.prefixed) show();
      if (state.company !== previous.state.company)
        fill(setup, code(toSetup(state.company?.id ?? '')));
    },
  };
};
