/**
 * Owns what follows a transition: which words are announced, and where the focus goes. When a step
 * ends it goes to the next one, after a failure to the message or the field, and it is never taken
 * from a person who is busy elsewhere.
 */

import { toAnnouncement, toFailureOf, toReasonText, toWords } from './failures.js';
import { toAnswer, toFirstCallWords } from './steps/first-call.js';
import { canPrefix } from './work.js';

/** @import { Context } from './step.js' */
/** @import { Steps } from './later.js' */
/** @import { Transition } from './transitions.js' */
/** @import { View } from './session.js' */

/** @typedef {Context & { steps: Steps, view: View, focused: Element | null }} Scene */

/**
 * @param {Scene} scene
 * @param {HTMLElement} place
 */
const isFreeIn = ({ focused }, place) =>
  focused === null || !focused.isConnected || place.contains(focused);

/** @param {Scene} scene */
const isFree = (scene) => isFreeIn(scene, scene.steps.key.node);

/**
 * A button that is gone hands the focus on to the one in its place.
 *
 * @param {Scene} scene
 */
const keepFocus = ({ focused, steps }) => {
  if (focused && !focused.isConnected) steps.key.focusResult();
};

/** @param {Scene} scene */
const toCompanyName = ({ view }) => {
  const { company } = view.state;
  return company ? company.name || company.id : '';
};

/** @param {Scene} scene */
const toFailureText = ({ t, session, view }) => {
  const { host } = session;
  const { diagnosis, state } = view;
  return toAnnouncement(
    toWords(t, toFailureOf(state), { host, diagnosis, canPrefix: canPrefix(session) }),
  );
};

/** @type {Record<Transition, (scene: Scene) => void>} */
const reactions = {
  verifying: (scene) => {
    const { t, session, announcer } = scene;
    announcer.status(t.text('key.verifying', { host: session.host }));
    keepFocus(scene);
  },
  cancelled: (scene) => {
    scene.announcer.status(scene.t.text('key.cancelled'));
    if (isFree(scene)) scene.steps.key.focus();
  },
  ready: (scene) => {
    const { t, announcer, view, steps } = scene;
    const key = view.hasKey ? 'key.verified' : 'key.replyRead';
    announcer.status(t.text(key, { company: toCompanyName(scene) }));
    if (isFree(scene)) steps.headers.focus();
  },
  choose: (scene) => {
    const { t, announcer, view, steps } = scene;
    announcer.status(t.count('key.choose', view.state.companies.length));
    if (isFree(scene)) steps.company.focus();
  },
  noCompany: (scene) => {
    const { t, announcer, steps } = scene;
    announcer.alert(`${t.text('company.none')}. ${t.text('company.none.text')}`);
    if (isFree(scene)) steps.company.focus();
  },
  checking: (scene) => {
    scene.announcer.status(scene.t.text('failure.checking.text'));
    keepFocus(scene);
  },
  failed: (scene) => {
    scene.announcer.alert(toFailureText(scene));
    if (isFree(scene)) scene.steps.key.focusResult();
  },
  keyProblem: (scene) => {
    scene.announcer.alert(toReasonText(scene.t, scene.view.state.error ?? {}));
    scene.steps.key.focus();
  },
  replyProblem: (scene) => {
    scene.announcer.alert(toReasonText(scene.t, scene.view.state.error ?? {}));
    scene.steps.key.focusReply();
  },
  companyProblem: ({ t, announcer, view }) =>
    announcer.alert(toReasonText(t, view.state.error ?? {})),
  forgotten: ({ t, announcer, steps }) => {
    announcer.status(t.text('forget.done'));
    steps.key.clear();
    steps.workspace.focus();
  },
  calling: ({ t, session, announcer }) =>
    announcer.status(t.text('firstCall.running', { host: session.host })),
  called: (scene) => {
    const { t, announcer, view, steps } = scene;
    announcer.status(toAnswer(t, view.firstCall));
    if (isFreeIn(scene, steps.firstCall.node)) steps.done.focus();
  },
  callCancelled: (scene) => {
    const { t, announcer, steps } = scene;
    announcer.status(t.text('firstCall.cancelled'));
    if (isFreeIn(scene, steps.firstCall.node)) steps.firstCall.focusResult();
  },
  callFailed: (scene) => {
    const { t, session, announcer, view, steps } = scene;
    const failure = view.firstCall.failure ?? { kind: 'internal' };
    announcer.alert(toAnnouncement(toFirstCallWords(t, failure, session.host)));
    if (isFreeIn(scene, steps.firstCall.node)) steps.firstCall.focusResult();
  },
};

/**
 * @param {Transition} transition
 * @param {Scene} scene
 */
export const react = (transition, scene) => reactions[transition](scene);
