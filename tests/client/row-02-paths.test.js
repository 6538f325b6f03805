import { pathCases } from '../support/cases/02-paths.js';
import { runCases } from '../support/run-cases.js';

runCases(pathCases);
