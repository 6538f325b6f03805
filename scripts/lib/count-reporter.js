// Owns the reporter that Node's test runner loads beside 'spec': it writes the counts so
// far, one JSON object a line, so that a run that is cut off has told what it knew.

import { countEvent, noCounts } from './test-counts.js';

/**
 * @param {AsyncIterable<import('./test-counts.js').TestEvent>} source
 * @returns {AsyncGenerator<string>} the last line has the counts of all
 */
export default async function* reportCounts(source) {
  const counts = noCounts();
  yield `${JSON.stringify(counts)}\n`;
  for await (const event of source) {
    if (countEvent(counts, event)) yield `${JSON.stringify(counts)}\n`;
  }
}
