import { jsonCases } from '../support/cases/13-json.js';
import { runCases } from '../support/run-cases.js';

runCases(jsonCases);
