// Owns the reporter that Node's test runner loads beside 'spec': it writes the counts as JSON.

import { countEvent, noCounts } from './test-counts.js';

/**
 * @param {AsyncIterable<import('./test-counts.js').TestEvent>} source
 * @returns {AsyncGenerator<string>} one JSON object at the end
 */
export default async function* reportCounts(source) {
  const counts = noCounts();
  for await (const event of source) countEvent(counts, event);
  yield JSON.stringify(counts);
}
