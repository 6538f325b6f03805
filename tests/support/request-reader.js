// Owns the reading of HTTP/1.1 requests from a byte stream, as they are: nothing is cleaned, so that a
// test sees what a client really put on the wire. Owns no answer.

/**
 * @typedef {object} ReceivedRequest
 * @property {string} method
 * @property {string} target as it stands in the request line
 * @property {[string, string][]} headers names in lower case, in order
 * @property {string} head everything before the body, in Latin-1
 * @property {Buffer} body
 */

/**
 * @param {string} head
 * @returns {ReceivedRequest}
 */
function readHead(head) {
  const [line, ...lines] = head.split('\r\n');
  const [method, target] = line.split(' ');
  /** @type {[string, string][]} */
  const headers = lines.map((text) => {
    const colon = text.indexOf(':');
    return [text.slice(0, colon).toLowerCase(), text.slice(colon + 1).trim()];
  });
  return { method, target, headers, head, body: Buffer.alloc(0) };
}

/** Puts requests together from whatever pieces a connection delivers. */
export class RequestReader {
  #bytes = Buffer.alloc(0);
  #onRequest;

  /** @param {(request: ReceivedRequest) => void} onRequest called once for each whole request */
  constructor(onRequest) {
    this.#onRequest = onRequest;
  }

  /** @param {Uint8Array} bytes */
  add(bytes) {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    while (this.#takeOne());
  }

  #takeOne() {
    const end = this.#bytes.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const request = readHead(this.#bytes.toString('latin1', 0, end));
    const length = Number(headerOf(request, 'content-length') ?? 0);
    if (this.#bytes.length < end + 4 + length) return false;
    request.body = this.#bytes.subarray(end + 4, end + 4 + length);
    this.#bytes = this.#bytes.subarray(end + 4 + length);
    this.#onRequest(request);
    return true;
  }
}

/**
 * @param {ReceivedRequest} request
 * @param {string} name in lower case
 * @returns {string | undefined} all values, as fetch() joins them
 */
export function headerOf(request, name) {
  const values = request.headers.filter(([known]) => known === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(', ');
}
