import { inputCases } from '../support/cases/10-input.js';
import { runCases } from '../support/run-cases.js';

runCases(inputCases);
