import { backoffCases } from '../support/cases/07-backoff.js';
import { runCases } from '../support/run-cases.js';

runCases(backoffCases);
