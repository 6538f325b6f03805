/** The page in Chromium. */

import { engines } from '../browser/support/engines/engine.js';
import { testEngine } from './cases.js';

testEngine('Chromium', engines.Chromium);
