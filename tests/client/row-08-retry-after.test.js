import { retryAfterCases } from '../support/cases/08-retry-after.js';
import { runCases } from '../support/run-cases.js';

runCases(retryAfterCases);
