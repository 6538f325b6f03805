import { abortCases } from '../support/cases/04-abort.js';
import { runCases } from '../support/run-cases.js';

runCases(abortCases);
