import { printingCases } from '../support/cases/09-printing.js';
import { runCases } from '../support/run-cases.js';

runCases(printingCases);
