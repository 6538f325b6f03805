import { runInBrowser } from '../support/run-in-browser.js';

await runInBrowser('chromium');
