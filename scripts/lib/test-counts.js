// Owns counting test cases in what test runners report. Owns no running.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export function noCounts() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    noCounts(),
  );
}

/**
 * Counts the cases of a JUnit file as CTest writes it.
 * @param {string} xml
 * @returns {Counts}
 */
export function countJunit(xml) {
  const counts = noCounts();
  for (const [tag] of xml.matchAll(/<testcase\b[^>]*>/g)) {
    const status = /\bstatus="([^"]*)"/.exec(tag)?.[1];
    if (status === 'run') counts.passed += 1;
    else if (status === 'notrun' || status === 'disabled') counts.skipped += 1;
    else counts.failed += 1;
  }
  return counts;
}

/**
 * @typedef {object} TestEvent what Node's test runner tells a reporter
 * @property {string} type
 * @property {{ name?: string, file?: string, nesting?: number, skip?: unknown, todo?: unknown,
 *   details?: { type?: string, error?: { failureType?: string } } }} data
 */

/**
 * A file without tests is reported as one that has passed, under its own path: it is none.
 * @param {TestEvent['data']} data
 */
function isBareFile({ name = '', file, nesting }) {
  return nesting === 0 && /\.test\.m?js$/.test(name) && (file === undefined || file.endsWith(name));
}

/**
 * Adds one event of Node's test runner. Suites and parents count through their tests, and by
 * themselves where it is a hook of theirs that fails; a file that fails as a whole is one failure.
 * @param {Counts} counts
 * @param {TestEvent} event
 * @returns {boolean} whether the counts have changed
 */
export function countEvent(counts, { type, data }) {
  const kind = eventKind(type, data);
  if (kind) counts[kind] += 1;
  return kind !== undefined;
}

/**
 * @param {string} type
 * @param {TestEvent['data']} data
 * @returns {keyof Counts | undefined} undefined for what counts as nothing
 */
function eventKind(type, data) {
  if (type === 'test:fail' && data.todo === undefined) {
    return data.details?.error?.failureType === 'subtestsFailed' ? undefined : 'failed';
  }
  if (type !== 'test:pass' && type !== 'test:fail') return undefined;
  if (data.details?.type === 'suite' || isBareFile(data)) return undefined;
  return data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed';
}
