/** Owns what is said of the workspace as typed: why it makes no link, and whose address it is. */

import { createButton, fill, h, isolated } from '../dom.js';
import { toReasonText } from '../failures.js';
import { onRestored } from '../move-input.js';

/** @import { Frames } from '../body.js' */
/** @import { Context } from '../step.js' */

const isKey = 'workspace_is_key';
const vendorDomain = '.agencyhandy.com';

/**
 * @param {Context} context
 * @param {Frames} frames
 */
export const fillWorkspaceStep = ({ t, announcer }, { workspace, key }) => {
  const { input, field, opener } = workspace;
  const foreign = h('p.caution', { hidden: true });
  const move = createButton(t.text('workspace.moveKey'), () => {
    const text = input.value;
    workspace.empty();
    key.take(text);
  });
  move.hidden = true;
  field.node.after(move);
  opener.before(foreign);

  /** @returns {string} What is wrong with the text, '' where nothing is or the person still types. */
  const show = () => {
    const { url, reason, isFinal } = workspace.reading;
    const host = url === undefined ? '' : new URL(url).hostname;
    foreign.hidden = url === undefined || host.endsWith(vendorDomain);
    fill(foreign, t.rich('workspace.foreign', { host: isolated(host) }));
    move.hidden = reason !== isKey;
    const isSaid = reason !== undefined && (isFinal || reason === isKey);
    const text = isSaid ? toReasonText(t, { reason }) : '';
    field.setProblem(text);
    return text;
  };

  workspace.onRead = () => {
    const text = show();
    if (text) announcer.alert(text);
    else announcer.clear();
  };
  onRestored(input, () => {
    if (input.value !== '') workspace.read(true);
  });
};
