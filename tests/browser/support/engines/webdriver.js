/** Owns the client side of W3C WebDriver, as far as the tests use it. Knows no browser. */

const commandLimitMs = 30_000;

export class WebDriver {
  #baseUrl;

  /** @param {string} baseUrl Of the driver, or of a session. */
  constructor(baseUrl) {
    this.#baseUrl = baseUrl;
  }

  /**
   * @param {'GET' | 'POST' | 'DELETE'} method
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<any>} The answer's value.
   */
  async send(method, path, body = {}) {
    const response = await fetch(`${this.#baseUrl}${path}`, {
      method,
      body: method === 'POST' ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(commandLimitMs),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}, ${value.message}`);
    return value;
  }

  /**
   * @param {object} capabilities That the session must have.
   * @returns {Promise<WebDriver>} The session.
   */
  async newSession(capabilities) {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = await this.send('POST', '/session', body);
    return new WebDriver(`${this.#baseUrl}/session/${sessionId}`);
  }

  /**
   * @param {Function} run
   * @param {unknown[]} args
   */
  evaluate(run, args) {
    const script = `return (${run})(...arguments)`;
    return this.send('POST', '/execute/sync', { script, args });
  }

  /** @param {object[]} actions Of the keyboard. */
  async typeKeys(actions) {
    await this.send('POST', '/actions', {
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  async click(x, y) {
    const place = { x: Math.round(x), y: Math.round(y), origin: 'viewport', duration: 0 };
    const actions = [
      { type: 'pointerMove', ...place },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const parameters = { pointerType: 'mouse' };
    await this.send('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters, actions }],
    });
  }
}
