/**
 * Owns which words belong to which failure: what happened, what is known, what to do next. Claims no
 * more than the outcome shows. Does not own the words, nor how they look.
 */

import { pathPrefix } from './calls.js';
import { code, vendorLabel } from './dom.js';

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

/** @type {Readonly<Record<string, string>>} By the error's kind: the words' name. */
const byKind = {
  key_rejected: 'keyRejected',
  forbidden: 'forbidden',
  rate_limited: 'rateLimited',
  redirect_refused: 'redirect',
  unexpected_content: 'html',
  not_found: 'notFound',
  server_error: 'server',
  timeout: 'timeout',
  connection_lost: 'lost',
  malformed_response: 'malformed',
  response_too_large: 'malformed',
  internal: 'internal',
};

/** @type {Readonly<Record<string, readonly Action[]>>} Where they are more than to try again. */
const furtherActions = {
  html: ['prefix'],
  notFound: ['prefix'],
  unreachable: ['command'],
  closed: ['command'],
  headerRefused: ['command'],
  policy: ['command'],
  slow: ['command'],
};

/** @type {Readonly<Record<string, MessageKey>>} */
const furtherText = {
  keyRejected: 'failure.keyRejected.next',
  closed: 'failure.viaCommand',
  headerRefused: 'failure.viaCommand',
};

/**
 * What a state says by its name alone: it stands, also where a later try told nothing new.
 *
 * @type {Readonly<Partial<Record<State['name'], Failure['kind']>>>}
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
 * Without a cause all that is known is that no answer could be read.
 *
 * @param {Failure} failure
 * @param {View['diagnosis']} [diagnosis]
 */
const toStem = ({ kind, status }, diagnosis = 'closed') => {
  if (kind === 'network' && status === undefined) return diagnosis;
  return Object.hasOwn(byKind, kind) ? byKind[kind] : 'unrecognised';
};

/**
 * @param {string} stem
 * @param {boolean} canPrefix
 * @returns {Action[]}
 */
const toActions = (stem, canPrefix) => {
  const first = stem === 'keyRejected' || stem === 'forbidden' ? ['newKey', 'retry'] : ['retry'];
  const further = (furtherActions[stem] ?? []).filter((action) => action !== 'prefix' || canPrefix);
  return /** @type {Action[]} */ ([...first, ...further]);
};

/**
 * @param {Translator} t
 * @param {Failure} failure
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
 * @param {string} stem
 * @param {Failure} failure
 * @param {string} host
 */
const toParagraphs = (t, stem, failure, host) => {
  const { retryAfterMs, where } = failure;
  const values = toValues(t, failure, host);
  const paragraphs =
    stem === 'rateLimited' && retryAfterMs !== undefined
      ? [[t.count('failure.rateLimited.wait', Math.ceil(retryAfterMs / 1000))]]
      : [t.rich(/** @type {MessageKey} */ (`failure.${stem}.text`), values)];
  if (furtherText[stem]) paragraphs.push(t.rich(furtherText[stem], values));
  if (stem === 'malformed' && where) paragraphs.push(t.rich('failure.malformed.where', values));
  return paragraphs;
};

/**
 * @param {Translator} t
 * @param {Failure} failure
 * @param {{ host: string, diagnosis?: View['diagnosis'], canPrefix?: boolean }} facts
 * @returns {Words}
 */
export const toWords = (t, failure, { host, diagnosis, canPrefix = false }) => {
  const stem = toStem(failure, diagnosis);
  const paragraphs = toParagraphs(t, stem, failure, host);
  const actions = toActions(stem, canPrefix);
  if (actions.includes('prefix')) {
    paragraphs.push(t.rich('failure.prefix', { prefix: code(pathPrefix) }));
  }
  return { title: t.text(/** @type {MessageKey} */ (`failure.${stem}`)), paragraphs, actions };
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
