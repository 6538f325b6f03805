/**
 * Owns the record of what was received. Does not own what is answered.
 *
 * Entries hold API keys, as received: they are for the test that started the sandbox and are printed
 * nowhere.
 */

/** @import { IncomingMessage } from 'node:http' */

/**
 * @typedef {object} ReceivedRequest
 * @property {string} method
 * @property {string} path The request target as it came, query included.
 * @property {Record<string, string>} headers Names in lower case; repeated ones joined as Node joins them.
 * @property {string} body Empty until all of it has come.
 * @property {string | undefined} origin The Origin header; undefined where there is none.
 */

/**
 * @typedef {object} RequestLog
 * @property {ReceivedRequest[]} requests In the order of arrival, kept until `clear`.
 * @property {(incoming: IncomingMessage) => void} add
 * @property {(incoming: IncomingMessage, body: string) => void} setBody
 * @property {() => void} clear
 */

/** @param {IncomingMessage} incoming */
const toEntry = ({ method = '', url = '', headers }) => ({
  method,
  path: url,
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  ),
  body: '',
  origin: headers.origin,
});

/** @returns {RequestLog} */
export const createRequestLog = () => {
  /** @type {ReceivedRequest[]} */
  const requests = [];
  /** @type {WeakMap<IncomingMessage, ReceivedRequest>} */
  const entries = new WeakMap();
  return {
    requests,
    add: (incoming) => {
      const entry = toEntry(incoming);
      entries.set(incoming, entry);
      requests.push(entry);
    },
    setBody: (incoming, body) => {
      const entry = entries.get(incoming);
      if (entry) entry.body = body;
    },
    clear: () => {
      requests.length = 0;
    },
  };
};
