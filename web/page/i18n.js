/**
 * Owns how a message becomes text or nodes in one language: values put in, plural forms, dates,
 * numbers. Does not own the messages.
 */

/** @import { Child } from './dom.js' */
/** @typedef {typeof import('./messages/en.js').default} Messages */
/** @typedef {keyof Messages} MessageKey */
/** @typedef {Record<string, string | number>} Values */

/**
 * @typedef {object} Translator
 * @property {string} locale BCP 47.
 * @property {'ltr' | 'rtl'} dir
 * @property {(key: MessageKey, values?: Values) => string} text
 * @property {(key: MessageKey, values?: Record<string, Child>) => Child[]} rich With nodes as values.
 * @property {(key: string) => key is MessageKey} has
 * @property {(stem: string, count: number, values?: Values) => string} count The plural form of
 *   `stem`, with `{count}`.
 * @property {(date: Date) => string} date Day and minute, in the person's time zone.
 * @property {(value: number) => string} number
 */

const isolate = (/** @type {string} */ text) => `\u2068${text}\u2069`;
const placeholder = /\{(\w+)\}/;

/**
 * @param {{ locale: string, dir: 'ltr' | 'rtl', messages: Messages }} language
 * @returns {Translator}
 */
export const createTranslator = ({ locale, dir, messages }) => {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });

  /** @type {Translator['has']} */
  const has = (key) => Object.hasOwn(messages, key);

  /** @param {string | number} value */
  const toText = (value) => (typeof value === 'number' ? numbers.format(value) : isolate(value));

  /** @type {Translator['text']} */
  const text = (key, values = {}) =>
    messages[key].replace(/\{(\w+)\}/g, (_, name) => toText(values[name]));

  return {
    locale,
    dir,
    has,
    text,
    rich: (key, values = {}) =>
      messages[key].split(placeholder).map((part, index) => (index % 2 ? values[part] : part)),
    count: (stem, count, values = {}) => {
      const key = `${stem}.${plurals.select(count)}`;
      return text(has(key) ? key : /** @type {MessageKey} */ (`${stem}.other`), {
        ...values,
        count,
      });
    },
    date: (date) => dates.format(date),
    number: (value) => numbers.format(value),
  };
};
