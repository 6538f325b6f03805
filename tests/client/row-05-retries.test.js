import { retryCases } from '../support/cases/05-retries.js';
import { runCases } from '../support/run-cases.js';

runCases(retryCases);
