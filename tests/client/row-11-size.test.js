import { sizeCases } from '../support/cases/11-size.js';
import { runCases } from '../support/run-cases.js';

runCases(sizeCases);
