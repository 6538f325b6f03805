/** The page in WebKitGTK. */

import { engines } from '../browser/support/engines/engine.js';
import { testEngine } from './cases.js';

testEngine('WebKitGTK', engines.WebKitGTK);
