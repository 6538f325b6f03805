/**
 * Owns what a person meets only after the first action: what is said of a text, what a check finds, the
 * steps from the company on. Fetched at the first sign of a person and put into the places that wait.
 */

import { createForget } from './forget.js';
import { rememberCompanyId } from './memory.js';
import { react } from './reactions.js';
import { fillRequest } from './request-text.js';
import { createCompanyStep } from './steps/company.js';
import { createDoneStep } from './steps/done.js';
import { createFirstCallStep } from './steps/first-call.js';
import { fillGenerateStep } from './steps/generate-advice.js';
import { createHeadersStep } from './steps/headers.js';
import { fillKeyStep } from './steps/key-result.js';
import { createSnippetsStep } from './steps/snippets.js';
import { fillWorkspaceStep } from './steps/workspace-remarks.js';
import { toTransition } from './transitions.js';
import { explain } from './work.js';

/** @import { Places } from './body.js' */
/** @import { View } from './session.js' */
/** @import { Context } from './step.js' */
/** @typedef {ReturnType<typeof createSteps>} Steps */

// Reaches all that the first view holds, so that both share one file: it is smaller than two.
export { createMount } from './element/mount.js';
export { followLanguage, linkStyles } from './element/own-document.js';
export { moveInput } from './move-input.js';
export { defineElement } from './onboarding-element.js';

/**
 * @param {Context} context
 * @param {Places} places
 */
const createSteps = (context, { frames }) => {
  fillWorkspaceStep(context, frames);
  fillGenerateStep(context, frames.generate);
  const headers = createHeadersStep(context, frames.headers);
  return {
    workspace: frames.workspace,
    key: fillKeyStep(context, frames.key),
    company: createCompanyStep(context, frames.company, headers.focus),
    headers,
    snippets: createSnippetsStep(context, frames.snippets),
    firstCall: createFirstCallStep(context, frames.firstCall),
    done: createDoneStep(context, frames.done),
  };
};

/**
 * @param {Context} context
 * @param {Places} places
 */
export const mountLater = (context, places) => {
  const { session } = context;
  session.explain = (state) => explain(session, state);
  const steps = createSteps(context, places);
  const forget = createForget(context, places.forget);
  const { key, company, headers, snippets, firstCall, done } = steps;
  fillRequest(context, places.ask);

  return {
    clear: key.clear,
    /**
     * @param {View} view
     * @param {View} previous
     */
    paint: (view, previous) => {
      for (const step of [key, company, headers, snippets, firstCall, done]) {
        step.paint(view, previous);
      }
      forget.paint(view);
      if (view.state.company) rememberCompanyId(view.state.company.id);
    },
    /**
     * @param {View} view
     * @param {View} previous
     * @param {Element | null} focused What had the focus before nodes were replaced.
     */
    react: (view, previous, focused) => {
      const transition = toTransition(view, previous);
      if (transition) react(transition, { ...context, steps, view, focused });
    },
  };
};
