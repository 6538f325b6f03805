// Owns the XMLHttpRequest that emscripten_fetch finds in this module alone: a small one over the
// standard fetch(). Owns no rule of the API. Needed because XMLHttpRequest is absent from Node,
// Deno, Bun, workerd and service workers, and because it cannot refuse a redirect.
//
// Before a send, the host puts { fetch, maxResponseBytes, origin } into Module['exchange']; it is
// taken at once. Every end is one onload after readyState 4, none after abort(). A request that got
// no response ends with status 0 and headers "failure", "detail" and "status" of its own making.
// ES2020 at most: Emscripten 3.1.6 parses no class fields.

// In the order of TransportFailure in core/transport.h.
var FAILURE_NETWORK = 1;
var FAILURE_LOST = 2;
var FAILURE_TIMEOUT = 3;
var FAILURE_TOO_LARGE = 4;
var FAILURE_REDIRECT = 5;
var FAILURE_ORIGIN = 6;

function XMLHttpRequest() {
  this.readyState = this.status = this.timeout = 0;
  this.statusText = this.responseURL = this.head = '';
  this.response = null;
  this.requestHeaders = [];
}

XMLHttpRequest.prototype = {
  open(method, url) {
    this.method = method;
    this.url = url;
    this.to(1);
  },
  // Throws never: a throw here would unwind through C++.
  setRequestHeader(name, value) {
    this.requestHeaders.push([name, value]);
  },
  getAllResponseHeaders() {
    return this.head;
  },
  to(readyState) {
    this.readyState = readyState;
    if (this.onreadystatechange) this.onreadystatechange();
  },

  end() {
    if (this.done) return;
    this.done = true;
    clearTimeout(this.timer);
    this.to(4);
    this.requestHeaders = null;
    if (this.onload) this.onload();
  },
  fail(code, detail) {
    if (this.done) return;
    var status = this.status;
    this.status = 0;
    this.response = null;
    this.head = 'failure: ' + code + '\r\ndetail: ' + (detail || '') + '\r\nstatus: ' + status;
    this.end();
    this.controller.abort();
  },
  abort() {
    if (this.done) return;
    this.done = true;
    clearTimeout(this.timer);
    this.status = 0;
    this.to(4);
    this.onload = this.onerror = this.ontimeout = this.onprogress = this.onreadystatechange = null;
    this.requestHeaders = null;
    if (this.controller) this.controller.abort();
  },

  send(body) {
    var exchange = Module['exchange'];
    this.controller = new AbortController();
    if (this.timeout > 0) this.timer = setTimeout(() => this.fail(FAILURE_TIMEOUT), this.timeout);
    // Two-argument then(): what a callback throws must not become a second callback.
    this.run(exchange, body).then(
      () => this.end(),
      (error) => this.fail(this.status ? FAILURE_LOST : FAILURE_NETWORK, codeOf(error)),
    );
  },

  async run(exchange, body) {
    // Off the caller's stack, so that no end comes before send() has returned.
    await null;
    if (this.done) return;
    if (new URL(this.url).origin !== exchange['origin']) return this.fail(FAILURE_ORIGIN);
    var init = {
      method: this.method,
      headers: this.requestHeaders,
      signal: this.controller.signal,
      redirect: 'manual', // 'error' is refused by workerd, and hides the reason
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    };
    if (body) init.body = body;
    var call = exchange['fetch'];
    var response = await call(this.url, init);
    if (this.done) return;
    if (response.type === 'opaqueredirect' || response.redirected) {
      return this.fail(FAILURE_REDIRECT);
    }
    if (!(response.status >= 200 && response.status <= 999)) throw 0;
    this.takeHead(response);
    this.to(2);
    var bytes = await this.readBody(response, exchange['maxResponseBytes']);
    if (bytes) this.response = bytes.buffer;
  },

  takeHead(response) {
    this.status = response.status;
    for (var name of ['content-type', 'retry-after', 'x-request-id']) {
      var value = response.headers.get(name);
      if (value !== null) this.head += name + ': ' + value + '\r\n';
    }
    var location = response.headers.get('location');
    if (location === null) return;
    try {
      this.head += 'detail: ' + new URL(location, this.url).origin + '\r\n';
    } catch (_) {
      // No URL: there is no origin to name.
    }
  },

  // The decoded bytes; undefined where the request has ended meanwhile.
  async readBody(response, maxBytes) {
    var parts = [];
    var length = 0;
    var reader = response.body && response.body.getReader();
    while (reader) {
      var chunk = await reader.read();
      if (this.done) return undefined;
      if (chunk.done) break;
      length += chunk.value.length;
      if (length > maxBytes) {
        reader.cancel().catch(() => {});
        return this.fail(FAILURE_TOO_LARGE);
      }
      parts.push(chunk.value);
    }
    var bytes = new Uint8Array(length);
    var at = 0;
    for (var part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  },
};

// A platform's own short word for a failure, e.g. "ECONNREFUSED". Never its message, in which hosts
// quote what they were given.
function codeOf(error) {
  var code = error && error.cause && error.cause.code;
  return typeof code === 'string' && /^[A-Z][A-Z_]{2,39}$/.test(code) ? code : '';
}
