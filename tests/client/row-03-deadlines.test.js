import { deadlineCases } from '../support/cases/03-deadlines.js';
import { runCases } from '../support/run-cases.js';

runCases(deadlineCases);
