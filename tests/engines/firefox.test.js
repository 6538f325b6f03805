/** The page in Firefox. */

import { engines } from '../browser/support/engines/engine.js';
import { testEngine } from './cases.js';

testEngine('Firefox', engines.Firefox);
