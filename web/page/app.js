/**
 * Owns the page as a whole: its steps in order, painted after each change, and what every change
 * leads to. Does not own the element around it, nor any step's inside.
 */

import { createAnnouncer } from './announcer.js';
import { h } from './dom.js';
import { createForget } from './forget.js';
import { createTranslator } from './i18n.js';
import { rememberCompanyId } from './memory.js';
import { toPhases } from './phases.js';
import { react } from './reactions.js';
import { Session } from './session.js';
import { createCompanyStep } from './steps/company.js';
import { createDoneStep } from './steps/done.js';
import { createFirstCallStep } from './steps/first-call.js';
import { createGenerateStep } from './steps/generate.js';
import { createHeadersStep } from './steps/headers.js';
import { createIntro, createLoadFailure } from './steps/intro.js';
import { createKeyStep } from './steps/key.js';
import { createSnippetsStep } from './steps/snippets.js';
import { createWorkspaceStep } from './steps/workspace.js';
import { toTransition } from './transitions.js';

/** @import { Language } from './messages/languages.js' */
/** @import { StepName } from './phases.js' */
/** @import { State, View } from './session.js' */
/** @import { Context, Host } from './step.js' */
/** @typedef {ReturnType<typeof createSteps>} Steps */

/**
 * @typedef {object} AppOptions
 * @property {string} baseUrl
 * @property {string} [settingsUrl] Where the settings are in a rehearsal.
 * @property {Language} language
 * @property {Host} [host] The page around, where it is not this page itself.
 * @property {(state: State) => void} onState
 */

/** @param {Context} context */
const createSteps = (context) => ({
  workspace: createWorkspaceStep(context),
  generate: createGenerateStep(context),
  key: createKeyStep(context),
  company: createCompanyStep(context),
  headers: createHeadersStep(context),
  snippets: createSnippetsStep(context),
  firstCall: createFirstCallStep(context),
  done: createDoneStep(context),
});

/** @param {Steps} steps */
const connectSteps = ({ workspace, key, company, headers }) => {
  workspace.onKeyFound = key.take;
  workspace.onOpened = key.focus;
  company.onPicked = headers.focus;
};

/**
 * @param {Context} context
 * @param {AppOptions['onState']} onState
 */
const createBody = (context, onState) => {
  const steps = createSteps(context);
  const forget = createForget(context);
  const loadFailure = createLoadFailure(context);
  connectSteps(steps);

  /**
   * @param {View} view
   * @param {View} previous
   */
  const paintSteps = (view, previous) => {
    const phases = toPhases(view);
    for (const [name, step] of Object.entries(steps)) {
      step.paint(view, previous);
      step.setPhase(phases[/** @type {StepName} */ (name)]);
    }
  };

  return {
    steps,
    nodes: [
      loadFailure,
      h('div.steps', ...Object.values(steps).map(({ node }) => node)),
      forget.node,
    ],
    /**
     * @param {View} view
     * @param {View} previous
     * @param {Element | null} focused What had the focus before nodes were replaced.
     */
    paint: (view, previous, focused) => {
      paintSteps(view, previous);
      forget.paint(view);
      loadFailure.hidden = !view.loadFailed;
      if (view.loaded) onState(view.state);
      if (view.state.company) rememberCompanyId(view.state.company.id);
      const transition = toTransition(view, previous);
      if (transition) react(transition, { ...context, steps, view, focused });
    },
  };
};

/** @param {Node} node */
const toFocused = (node) => {
  const root = node.getRootNode();
  return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
};

/** @param {AppOptions} options */
export const createApp = ({ baseUrl, settingsUrl, language, host, onState }) => {
  const session = new Session({
    baseUrl,
    paint: (view, previous) => body.paint(view, previous, toFocused(node)),
  });
  const t = createTranslator(language);
  const announcer = createAnnouncer();
  const context = { t, session, announcer, settingsUrl, baseUrl, host };
  const body = createBody(context, onState);
  const node = h(
    'div.page',
    { lang: t.locale, dir: t.dir },
    createIntro(context),
    ...body.nodes,
    h('p.footer', t.text('page.footer')),
    ...announcer.nodes,
  );
  body.paint(session.view, session.view, null);

  const wipe = () => {
    body.steps.key.clear();
    session.forget();
  };
  return {
    node,
    session,
    wipe,
    dispose: () => {
      wipe();
      session.dispose();
    },
  };
};
