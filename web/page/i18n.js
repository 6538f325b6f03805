/**
 * Owns how a message becomes text or nodes in one language: values put in, plural forms, dates,
 * numbers, lists. Does not own the messages.
 */

/** @import { Child } from './dom.js' */
/** @import { Language } from './messages/languages.js' */
/** @typedef {typeof import('./messages/en.js').default} FirstMessages */
/** @typedef {FirstMessages & typeof import('./messages/en-later.js').default} Messages */
/** @typedef {keyof Messages} MessageKey */
/** @typedef {Record<string, string | number>} Values */

/**
 * @typedef {object} Translator
 * @property {string} locale BCP 47.
 * @property {'ltr' | 'rtl'} dir
 * @property {(messages: Partial<Messages>) => void} add
 * @property {(key: MessageKey, values?: Values) => string} text
 * @property {(key: MessageKey, values?: Record<string, Child>) => Child[]} rich With nodes as values.
 * @property {(key: string) => key is MessageKey} has
 * @property {(stem: string, count: number) => string} count The plural form of `stem`, with `{count}`.
 * @property {(date: Date) => string} date Day and minute, in the person's time zone.
 * @property {(value: number) => string} number
 * @property {(items: readonly string[]) => string} list
 */

const isolate = (/** @type {string} */ text) => `\u2068${text}\u2069`;

/**
 * @param {Pick<Language, 'locale' | 'dir' | 'format'>} language
 * @param {FirstMessages} first
 * @returns {Translator}
 */
export const createTranslator = ({ locale, dir, format = locale }, first) => {
  const messages = /** @type {Messages} */ ({ ...first });
  const number = (/** @type {number} */ value) => new Intl.NumberFormat(format).format(value);

  /** @type {Translator['text']} */
  const text = (key, values = {}) =>
    messages[key].replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name];
      return typeof value === 'number' ? number(value) : isolate(value);
    });

  return {
    locale,
    dir,
    number,
    text,
    add: (more) => Object.assign(messages, more),
    has: /** @type {Translator['has']} */ ((key) => Object.hasOwn(messages, key)),
    rich: (key, values = {}) =>
      messages[key].split(/\{(\w+)\}/).map((part, index) => (index % 2 ? values[part] : part)),
    count: (stem, count) => {
      const key = `${stem}.${new Intl.PluralRules(locale).select(count)}`;
      return text(/** @type {MessageKey} */ (key), { count });
    },
    date: (date) =>
      new Intl.DateTimeFormat(format, { dateStyle: 'long', timeStyle: 'short' }).format(date),
    list: (items) => new Intl.ListFormat(format).format(items),
  };
};
