/**
 * Owns the first step: the workspace as typed, the link as it grows, and the way to the settings.
 * What makes a link, and why a text makes none, the package says.
 */

import { code, createButton, createOutLink, fill, h, isolated, vendorLabel } from '../dom.js';
import { toReasonText } from '../failures.js';
import { createField, createInput, onEnter } from '../field.js';
import { createStep } from '../step.js';

/** @import { Context, Step } from '../step.js' */
/** @import { Translator } from '../i18n.js' */
/** @typedef {Step & { onKeyFound: (text: string) => void, onOpened: () => void }} WorkspaceStep */

const isKey = 'workspace_is_key';
const vendorDomain = '.agencyhandy.com';
const linkPattern = 'https://<workspace>.agencyhandy.com/workspace-config?tab=api-key';

/** @param {Context} context */
const createLink = ({ t }) => {
  const attributes = { class: 'button', 'aria-describedby': 'new-tab' };
  const link = createOutLink(t.text('workspace.open'), attributes);
  const node = h(
    'div.actions',
    { hidden: true },
    h('span.hint', { id: 'new-tab' }, t.text('workspace.newTab')),
  );
  return {
    link,
    node,
    /** @param {string | undefined} url */
    setUrl: (url) => {
      node.hidden = url === undefined;
      // A link that leads nowhere is none.
      if (url === undefined) return link.remove();
      link.href = url;
      if (!link.isConnected) node.prepend(link);
      return undefined;
    },
  };
};

/** @param {Translator} t */
const createPreview = (t) => {
  const value = h('p.preview-link');
  const foreign = h('p.caution', { hidden: true });
  return {
    node: h('div.preview', h('p.label', t.text('workspace.preview')), value),
    foreign,
    /** @param {string | undefined} url */
    show: (url) => {
      const host = url === undefined ? '' : new URL(url).hostname;
      fill(value, code(url ?? linkPattern));
      value.classList.toggle('empty', url === undefined);
      foreign.hidden = url === undefined || host.endsWith(vendorDomain);
      if (!foreign.hidden) fill(foreign, t.rich('workspace.foreign', { host: isolated(host) }));
    },
  };
};

/** @param {Translator} t */
const createHint = (t) =>
  t.rich('workspace.hint', { name: code('acme'), address: code('acme.agencyhandy.com') });

/** @param {Translator} t */
const createByHand = (t) =>
  h(
    'p.hint',
    t.rich('workspace.byHand', { path: vendorLabel('Settings → Workspace Config → API Key') }),
  );

/**
 * @param {Context} context
 * @returns {WorkspaceStep}
 */
export const createWorkspaceStep = (context) => {
  const { t, session, announcer, settingsUrl } = context;
  const input = createInput('text');
  input.setAttribute('inputmode', 'url');
  input.setAttribute('enterkeyhint', 'go');
  const field = createField({
    control: input,
    id: 'workspace',
    label: t.text('workspace.label'),
    hint: createHint(t),
  });
  const preview = createPreview(t);
  const opener = createLink(context);
  const move = createButton(t.text('workspace.moveKey'), () => {
    const text = input.value;
    input.value = '';
    showLink({});
    field.setProblem('');
    workspace.onKeyFound(text);
  });
  const step = createStep(t, {
    number: 1,
    title: t.text('workspace.title'),
    body: [
      field.node,
      move,
      preview.node,
      preview.foreign,
      settingsUrl ? h('p.hint', t.text('workspace.sandbox')) : null,
      opener.node,
      createByHand(t),
    ],
  });

  /** @param {{ url?: string, reason?: string }} read */
  const showLink = ({ url, reason }) => {
    preview.show(url);
    opener.setUrl(settingsUrl ?? url);
    move.hidden = reason !== isKey;
  };

  /** @param {string | undefined} reason */
  const showProblem = (reason) => {
    const text = reason === undefined ? '' : toReasonText(t, { reason });
    field.setProblem(text);
    if (text) announcer.alert(text);
    else announcer.clear();
  };

  input.addEventListener('input', () => {
    const read = session.readWorkspace(input.value);
    showLink(read);
    showProblem(read.reason === isKey ? isKey : undefined);
    if (read.url) session.setWorkspace(input.value);
  });

  /** @returns {boolean} Whether the text leads somewhere. */
  const commit = () => {
    const read = session.readWorkspace(input.value);
    showProblem(read.reason);
    if (read.reason) session.setWorkspace(input.value);
    return read.url !== undefined;
  };
  input.addEventListener('change', () => {
    if (input.value !== '') commit();
  });
  onEnter(input, () => {
    if (commit()) opener.link.click();
  });

  /** @type {WorkspaceStep} */
  const workspace = {
    ...step,
    onKeyFound: () => {},
    onOpened: () => {},
    focus: () => input.focus(),
    paint: ({ state, loaded }, previous) => {
      if (loaded && !previous.loaded) showLink(session.readWorkspace(input.value));
      if (state.name === 'needsWorkspace' && previous.state.name !== 'needsWorkspace') {
        input.value = '';
        field.setProblem('');
        showLink({});
      }
    },
  };
  opener.link.addEventListener('click', () => workspace.onOpened());
  showLink({});
  return workspace;
};
