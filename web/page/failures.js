/**
 * Owns which words belong to which failure: what happened, what is known, what to do next. Claims no
 * more than the outcome shows. Does not own the words, nor how they look.
 */

import { code, vendorLabel } from './dom.js';
import { pathPrefix } from './session.js';

/** @import { Child } from './dom.js' */
/** @import { MessageKey, Translator } from './i18n.js' */
/** @import { Failure, State, StateError, View } from './session.js' */

/**
 * @typedef {object} Words
 * @property {string} title
 * @property {Child[][]} paragraphs
 * @property {readonly Action[]} actions
 */

/** @typedef {'retry' | 'newKey' | 'prefix' | 'command'} Action */

/** @typedef {{ stem: string, actions: readonly Action[], more?: MessageKey }} Case */

/** @type {Readonly<Record<string, Case>>} By the error's kind. */
const byKind = {
  key_rejected: {
    stem: 'keyRejected',
    actions: ['newKey', 'retry'],
    more: 'failure.keyRejected.next',
  },
  forbidden: { stem: 'forbidden', actions: ['newKey', 'retry'] },
  rate_limited: { stem: 'rateLimited', actions: ['retry'] },
  redirect_refused: { stem: 'redirect', actions: ['retry'] },
  unexpected_content: { stem: 'html', actions: ['retry', 'prefix'] },
  not_found: { stem: 'notFound', actions: ['retry', 'prefix'] },
  server_error: { stem: 'server', actions: ['retry'] },
  timeout: { stem: 'timeout', actions: ['retry'] },
  connection_lost: { stem: 'lost', actions: ['retry'] },
  malformed_response: { stem: 'malformed', actions: ['retry'] },
  response_too_large: { stem: 'malformed', actions: ['retry'] },
  internal: { stem: 'internal', actions: ['retry'] },
};

/** @type {Case} */
const unrecognised = { stem: 'unrecognised', actions: ['retry'] };

/** @type {Readonly<Record<string, Case>>} By what the probes showed. */
const byDiagnosis = {
  checking: { stem: 'checking', actions: [] },
  offline: { stem: 'offline', actions: ['retry'] },
  unreachable: { stem: 'unreachable', actions: ['retry', 'command'] },
  closed: { stem: 'closed', actions: ['retry', 'command'], more: 'failure.viaCommand' },
  headerRefused: {
    stem: 'headerRefused',
    actions: ['retry', 'command'],
    more: 'failure.viaCommand',
  },
  policy: { stem: 'policy', actions: ['retry', 'command'] },
  slow: { stem: 'timeout', actions: ['retry', 'command'] },
};

/** Without a cause all that is known is that no answer could be read. */
const unexplained = byDiagnosis.closed;

/**
 * What a state says by its name alone: it stands, also where a later try told nothing new.
 *
 * @type {Readonly<Record<string, string>>}
 */
const settled = { keyRejected: 'key_rejected', forbidden: 'forbidden' };

/**
 * @param {State} state
 * @returns {Failure}
 */
export const toFailureOf = ({ name, error }) => {
  const kind = settled[name];
  if (kind && error?.kind !== kind) return { kind };
  return error ?? { kind: 'internal' };
};

/**
 * @param {Failure} failure
 * @param {View['diagnosis']} diagnosis
 */
const toCase = (failure, diagnosis) => {
  if (failure.kind === 'network' && failure.status === undefined) {
    return diagnosis === undefined ? unexplained : byDiagnosis[diagnosis];
  }
  return Object.hasOwn(byKind, failure.kind) ? byKind[failure.kind] : unrecognised;
};

/**
 * @param {Translator} t
 * @param {Failure & { retryAfterMs?: number }} failure
 * @param {string} host
 * @returns {Record<string, Child>}
 */
const toValues = (t, failure, host) => ({
  regenerate: vendorLabel('Regenerate'),
  host: code(host),
  header: code('x-api-key'),
  prefix: code(pathPrefix),
  status: failure.status === undefined ? '–' : t.number(failure.status),
  where: code(failure.where ?? ''),
});

/**
 * @param {Translator} t
 * @param {Case} found
 * @param {Failure & { retryAfterMs?: number }} failure
 * @param {string} host
 */
const toParagraphs = (t, found, failure, host) => {
  const values = toValues(t, failure, host);
  const isLimit = failure.kind === 'rate_limited' && failure.retryAfterMs !== undefined;
  const first = isLimit
    ? [t.count('failure.rateLimited.wait', Math.ceil(Number(failure.retryAfterMs) / 1000))]
    : t.rich(/** @type {MessageKey} */ (`failure.${found.stem}.text`), values);
  const paragraphs = [first];
  if (found.more) paragraphs.push(t.rich(found.more, values));
  if (found.stem === 'malformed' && failure.where) {
    paragraphs.push(t.rich('failure.malformed.where', values));
  }
  return paragraphs;
};

/**
 * @param {Translator} t
 * @param {Failure} failure
 * @param {{ host: string, diagnosis?: View['diagnosis'], canPrefix?: boolean }} facts
 * @returns {Words}
 */
export const toWords = (t, failure, { host, diagnosis, canPrefix = false }) => {
  const found = toCase(failure, diagnosis);
  const paragraphs = toParagraphs(t, found, failure, host);
  const actions = found.actions.filter((action) => action !== 'prefix' || canPrefix);
  if (actions.includes('prefix')) {
    paragraphs.push(t.rich('failure.prefix', { prefix: code(pathPrefix) }));
  }
  const title = t.text(/** @type {MessageKey} */ (`failure.${found.stem}`));
  return { title, paragraphs, actions };
};

/**
 * What is wrong with a text that a person typed or pasted.
 *
 * @param {Translator} t
 * @param {Pick<StateError, 'reason' | 'status' | 'position' | 'codePoint' | 'where'>} problem
 */
export const toReasonText = (t, { reason, status, position, codePoint, where }) => {
  const wanted = [`reason.${reason}.${status ?? 'unknown'}`, `reason.${reason}`];
  const key = wanted.find(t.has) ?? (where ? 'reason.otherWhere' : 'reason.other');
  return t.text(/** @type {MessageKey} */ (key), {
    where: where ?? '',
    status: status ?? '',
    position: (position ?? 0) + 1,
    codePoint: `U+${(codePoint ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    address: 'acme.agencyhandy.com',
  });
};

/** @param {Words} words */
export const toAnnouncement = ({ title, paragraphs }) =>
  [title, ...paragraphs.map((parts) => parts.map(toPlain).join(''))].join('. ');

/** @param {Child} part */
const toPlain = (part) => (part instanceof Node ? (part.textContent ?? '') : (part ?? ''));
