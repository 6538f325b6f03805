import { isolationCases } from '../support/cases/15-isolation.js';
import { runCases } from '../support/run-cases.js';

runCases(isolationCases);
