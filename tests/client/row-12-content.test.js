import { contentCases } from '../support/cases/12-content.js';
import { runCases } from '../support/run-cases.js';

runCases(contentCases);
