import { truncationCases } from '../support/cases/14-truncation.js';
import { runCases } from '../support/run-cases.js';

runCases(truncationCases);
