import { writeCases } from '../support/cases/06-writes.js';
import { runCases } from '../support/run-cases.js';

runCases(writeCases);
