// Owns the sending behind emscripten_fetch: startRequest and stopRequest, over the standard fetch().
// Emscripten's own half stands on XMLHttpRequest, which is absent from Node, Deno, Bun, workerd and
// service workers, and which cannot refuse a redirect. Owns no rule of the API.
//
// Before a send, the host puts { fetch, maxResponseBytes, origin } into Module['exchange']; it is
// taken at once. Every request ends with one call of agencyhandy_finish, never within the call that
// started it, and with none once it was stopped. One that got no response has status 0 and headers
// "failure", "detail" and "status" of its own making. A trap there is told to Module['trapped'].
// ES2020 at most: Emscripten 3.1.6 parses no class fields.

// In the order of TransportFailure in core/transport.h.
const FAILURE_NETWORK = 1;
const FAILURE_LOST = 2;
const FAILURE_TIMEOUT = 3;
const FAILURE_TOO_LARGE = 4;
const FAILURE_REDIRECT = 5;
const FAILURE_ORIGIN = 6;

// How to end each running request without a word, by the address of its emscripten_fetch_t.
const stops = new Map();

// biome-ignore lint/correctness/noUnusedVariables: fetch_backend.cpp calls it
function stopRequest(id) {
  if (stops.has(id)) stops.get(id)();
}

// `timeoutMs` 0: no limit.
// biome-ignore lint/correctness/noUnusedVariables: fetch_backend.cpp calls it
function startRequest(id, url, method, headers, body, timeoutMs) {
  const exchange = Module['exchange'];
  const controller = new AbortController();
  let ended = false;
  let status = 0;
  let head = '';
  let timer;

  const stop = () => {
    ended = true;
    stops.delete(id);
    clearTimeout(timer);
  };
  const end = (endStatus, endHead, bytes) => {
    if (ended) return;
    stop();
    try {
      const headBytes = new TextEncoder().encode(endHead + '\0');
      const begin = _malloc(bytes.length + headBytes.length);
      HEAPU8.set(bytes, begin);
      HEAPU8.set(headBytes, begin + bytes.length);
      _agencyhandy_finish(id, endStatus, begin, bytes.length);
    } catch (_) {
      Module['trapped'](); // above are only timers and promises
    }
  };
  const fail = (code, detail) => {
    end(0, `failure: ${code}\r\ndetail: ${detail || ''}\r\nstatus: ${status}`, []);
    controller.abort();
  };

  const takeHead = (response) => {
    status = response.status;
    for (const name of ['content-type', 'retry-after', 'x-request-id']) {
      const value = response.headers.get(name);
      if (value !== null) head += `${name}: ${value}\r\n`;
    }
    const location = response.headers.get('location');
    if (location === null) return;
    try {
      head += `detail: ${new URL(location, url).origin}\r\n`;
    } catch (_) {
      // No URL: there is no origin to name.
    }
  };

  const run = async () => {
    // Off the caller's stack, so that no end comes before it has returned.
    await null;
    if (ended) return;
    if (new URL(url).origin !== exchange['origin']) return fail(FAILURE_ORIGIN);
    const call = exchange['fetch'];
    const response = await call(url, {
      __proto__: null,
      method,
      headers,
      body,
      signal: controller.signal,
      redirect: 'manual', // 'error' is refused by workerd, and hides the reason
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      // What a polluted Object.prototype would decide otherwise, in Node's fetch() too.
      mode: 'cors',
      referrer: '',
      integrity: '',
      keepalive: false,
    });
    if (ended) return;
    if (response.type === 'opaqueredirect' || response.redirected) return fail(FAILURE_REDIRECT);
    if (!(response.status >= 200 && response.status <= 999)) throw 0;
    takeHead(response);
    const parts = [];
    let length = 0;
    const reader = response.body && response.body.getReader();
    while (reader) {
      const chunk = await reader.read();
      if (ended) return;
      if (chunk.done) break;
      length += chunk.value.length;
      if (length > exchange['maxResponseBytes']) {
        reader.cancel().catch(() => {});
        return fail(FAILURE_TOO_LARGE);
      }
      parts.push(chunk.value);
    }
    // Decoders take a stream that was cut off within its head for an empty one.
    if (!length && method !== 'HEAD' && response.headers.get('content-length') > 0) throw 0;
    // A hostile fetch may lie about a part's length: what does not fit throws here.
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    end(status, head, bytes);
  };

  stops.set(id, () => {
    stop();
    controller.abort();
  });
  if (timeoutMs) timer = setTimeout(() => fail(FAILURE_TIMEOUT), timeoutMs);
  run().catch((error) => fail(status ? FAILURE_LOST : FAILURE_NETWORK, codeOf(error)));
}

// A platform's own short word for a failure, e.g. "ECONNREFUSED". Never its message, in which hosts
// quote what they were given.
function codeOf(error) {
  try {
    const { code } = error.cause;
    if (/^[A-Z][A-Z_]{2,39}$/.test(code)) return code + '';
  } catch (_) {
    // What was thrown may be anything.
  }
  return '';
}
