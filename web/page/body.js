/**
 * Owns the page in one language: its parts in order, and the place of those that are fetched at the
 * first sign of a person. Does not own the session, which outlives a change of the language.
 */

import { createButton, h, icon } from './dom.js';
import { createLoader } from './loader.js';
import { toPhases } from './phases.js';
import { emptyView } from './session.js';
import { createStep } from './step.js';
import { createGenerateStep } from './steps/generate.js';
import { createIntro } from './steps/intro.js';
import { createKeyStep } from './steps/key.js';
import { createWorkspaceStep } from './steps/workspace.js';

/** @import { Translator } from './i18n.js' */
/** @import { Language } from './messages/languages.js' */
/** @import { StepName } from './phases.js' */
/** @import { View } from './session.js' */
/** @import { Context } from './step.js' */
/** @typedef {ReturnType<typeof createFrames>} Frames */
/** @typedef {ReturnType<typeof createBody>} Body */

/**
 * Where the later part finds its places.
 *
 * @typedef {object} Places
 * @property {Frames} frames
 * @property {HTMLElement} ask
 * @property {HTMLElement} forget
 */

/** @typedef {Awaited<ReturnType<typeof loadLater>>} LaterCode */
/** @typedef {ReturnType<LaterCode['mountLater']>} Later */

const loadLater = (/** @type {string} */ _again) => import('./later.js');

/** @param {Context} context */
const createFrames = (context) => {
  const { t } = context;
  /**
   * @param {number} number
   * @param {'company' | 'headers' | 'snippets' | 'firstCall' | 'done'} name
   */
  const create = (number, name) =>
    createStep(t, { number, title: t.text(`${name}.title`), later: t.text(`${name}.later`) });
  const key = createKeyStep(context);
  return {
    workspace: createWorkspaceStep(context, key.focus),
    generate: createGenerateStep(context),
    key,
    company: create(4, 'company'),
    headers: create(5, 'headers'),
    snippets: create(6, 'snippets'),
    firstCall: create(7, 'firstCall'),
    done: create(8, 'done'),
  };
};

/**
 * @param {Translator} t
 * @param {'load' | 'part'} what
 * @param {() => void} again
 */
const createFailure = (t, what, again) =>
  h(
    'div.panel',
    { 'data-tone': 'failure', hidden: true },
    icon('alert'),
    h(
      'div',
      h('h2.panel-title', t.text(`${what}.title`)),
      h('p', t.text(`${what}.text`)),
      createButton(t.text('load.again'), again),
    ),
  );

/**
 * @param {Omit<Context, 'loader'>} setting
 * @param {object} options
 * @param {Language} options.language
 * @param {() => Promise<void>} options.loadStyles Of the later part.
 * @param {(locale: string) => void} options.onLanguage
 */
export const createBody = (setting, { language, loadStyles, onLanguage }) => {
  const { t, session, announcer } = setting;
  /** @type {LaterCode} */
  let code;
  /** @type {Later | undefined} */
  let later;

  const loader = createLoader(
    async (again) => {
      const [loaded, words] = await Promise.all([
        loadLater(again),
        language.later(again),
        loadStyles(),
      ]);
      t.add(words.default);
      code = loaded;
      later = code.mountLater(context, { frames, ask: intro.ask, forget });
      later.paint(session.view, emptyView);
    },
    (hasFailed) => {
      partFailure.hidden = !hasFailed;
      if (!hasFailed) return;
      announcer.alert(t.text('part.title'));
      addEventListener('online', loader.retry, { once: true });
    },
  );
  const context = { ...setting, loader };
  const frames = createFrames(context);
  const intro = createIntro(context, onLanguage);
  const loadFailure = createFailure(t, 'load', () => session.start());
  const partFailure = createFailure(t, 'part', loader.retry);
  const forget = h('div.forget', { hidden: true });
  const node = h(
    'div',
    intro.node,
    loadFailure,
    partFailure,
    h('div.steps', ...Object.values(frames).map((frame) => frame.node)),
    forget,
    h('p.footer', t.text('page.footer')),
  );
  for (const event of ['focusin', 'pointerover', 'pointerdown', 'click', 'input']) {
    node.addEventListener(event, loader.prefetch, { once: true });
  }

  return {
    t,
    node,
    loader,
    refuseLanguage: intro.refuse,
    /** @param {{ node: HTMLElement }} old Another body; what was typed there stands here then. */
    takeOver: (old) => code.moveInput(old.node, node),
    focusLanguage: intro.focus,
    clear: () => {
      loader.forget();
      frames.key.clear();
      later?.clear();
    },
    /**
     * @param {View} view
     * @param {View} previous
     */
    paint: (view, previous) => {
      const phases = toPhases(view);
      for (const [name, { setPhase }] of Object.entries(frames)) {
        setPhase(phases[/** @type {StepName} */ (name)]);
      }
      frames.workspace.paint(view, previous);
      loadFailure.hidden = !view.loadFailed;
      later?.paint(view, previous);
    },
    /**
     * @param {View} view
     * @param {View} previous
     * @param {Element | null} focused What had the focus before nodes were replaced.
     */
    react: (view, previous, focused) => later?.react(view, previous, focused),
  };
};
