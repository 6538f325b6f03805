/**
 * Owns the first step: the workspace as typed, the link as it grows, and the way to the settings.
 * What makes a link the package says; what is said of a text that makes none comes later.
 */

import { code, createOutLink, fill, h, settingsPath, vendorLabel } from '../dom.js';
import { createField, createInput, onEnter } from '../field.js';
import { createStep } from '../step.js';

/** @import { Context } from '../step.js' */
/** @import { View } from '../session.js' */
/** @typedef {ReturnType<typeof createWorkspaceStep>} WorkspaceStep */

/**
 * @typedef {object} Reading
 * @property {string} [url]
 * @property {string} [reason] Why the text makes no link.
 * @property {boolean} isFinal Whether the person is done with the text.
 */

const linkPattern = 'https://<workspace>.agencyhandy.com/workspace-config?tab=api-key';

/** @param {Context} context */
const createLink = ({ t }) => {
  const attributes = { class: 'button', 'aria-describedby': 'new-tab' };
  const link = createOutLink(t.text('workspace.open'), attributes);
  const hint = h('span.hint', { id: 'new-tab' }, t.text('workspace.newTab'));
  const node = h('div.actions', { hidden: true }, hint);
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

/**
 * @param {Context} context
 * @param {() => void} onOpened
 */
export const createWorkspaceStep = (context, onOpened) => {
  const { t, session, settingsUrl, loader } = context;
  const input = createInput('text');
  input.setAttribute('inputmode', 'url');
  input.setAttribute('enterkeyhint', 'go');
  const field = createField({
    control: input,
    id: 'workspace',
    label: t.text('workspace.label'),
    hint: t.rich('workspace.hint', { name: code('acme'), address: code('acme.agencyhandy.com') }),
  });
  const value = h('p.preview-link');
  const opener = createLink(context);
  const path = vendorLabel(settingsPath);
  const preview = h('div.preview', h('p.label', t.text('workspace.preview')), value);
  const byHand = h('p.hint', t.rich('workspace.byHand', { path }));
  const rehearsal = settingsUrl ? [h('p.hint', t.text('workspace.sandbox'))] : [];
  const frame = createStep(t, {
    number: 1,
    title: t.text('workspace.title'),
    body: [field.node, preview, ...rehearsal, opener.node, byHand],
  });

  /** @type {Reading} */
  let reading = { isFinal: false };

  /** @param {string | undefined} url */
  const showLink = (url) => {
    fill(value, code(url ?? linkPattern));
    value.classList.toggle('empty', url === undefined);
    opener.setUrl(settingsUrl ?? url);
  };

  /** @param {boolean} isFinal */
  const read = (isFinal) => {
    reading = { ...session.readWorkspace(input.value), isFinal };
    showLink(reading.url);
    loader.use(() => workspace.onRead());
    return reading.url !== undefined;
  };

  const empty = () => {
    input.value = '';
    reading = { isFinal: false };
    showLink(undefined);
    workspace.onRead();
  };

  /** @returns {boolean} Whether the text leads somewhere. */
  const commit = () => {
    const leads = read(true);
    if (reading.reason) session.setWorkspace(input.value);
    return leads;
  };

  input.addEventListener('input', () => {
    if (read(false)) session.setWorkspace(input.value);
  });
  input.addEventListener('change', () => {
    if (input.value !== '') commit();
  });
  onEnter(input, () => {
    if (commit()) opener.link.click();
  });
  opener.link.addEventListener('click', onOpened);

  const workspace = {
    ...frame,
    input,
    field,
    opener: opener.node,
    preview,
    empty,
    read,
    get reading() {
      return reading;
    },
    /** Set by what says something of the reading. */
    onRead: () => {},
    focus: () => input.focus(),
    /**
     * @param {View} view
     * @param {View} previous
     */
    paint: ({ state, loaded }, previous) => {
      if (loaded && !previous.loaded) showLink(session.readWorkspace(input.value).url);
      if (state.name === 'needsWorkspace' && previous.state.name !== 'needsWorkspace') empty();
    },
  };
  showLink(undefined);
  return workspace;
};
