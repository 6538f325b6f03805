/** Owns the record that a page keeps of what went wrong in it, for engines whose drivers do not tell. */

/** @typedef {{ violations: string[], lines: { type: string, text: string }[] }} Record */

/**
 * Runs in the page, as early as it can; again, it does nothing. Notes what the page's policy refused, what was
 * written to the console, and what nobody caught.
 */
export const record = () => {
  if (Reflect.has(window, 'testRecord')) return;
  /** @type {Record} */
  const kept = { violations: [], lines: [] };
  Object.defineProperty(window, 'testRecord', { value: kept });
  addEventListener('securitypolicyviolation', (event) =>
    kept.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );
  const note = (/** @type {string} */ type, /** @type {unknown[]} */ parts) =>
    kept.lines.push({ type, text: parts.map(String).join(' ') });
  addEventListener('error', ({ message }) => note('error', [message]));
  addEventListener('unhandledrejection', ({ reason }) => note('error', [reason]));
  for (const type of /** @type {const} */ (['debug', 'log', 'info', 'warn', 'error'])) {
    const write = console[type];
    console[type] = (...parts) => {
      note(type, parts);
      write.apply(console, parts);
    };
  }
};

/**
 * Runs in the page.
 *
 * @returns {Record}
 */
export const readRecord = () => Reflect.get(window, 'testRecord');
