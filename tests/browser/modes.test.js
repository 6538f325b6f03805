/** How the page shows itself to people with needs of their own, on paper, and without JavaScript. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readPdfText } from './support/pdf.js';
import { findSecret } from './support/places.js';
import { startWorld } from './support/world.js';

/** @import { Visit } from './support/visit.js' */
/** @import { World } from './support/world.js' */

/** @type {World} */
let world;
before(async () => {
  world = await startWorld();
});
after(() => world.close());

/**
 * @param {Visit} visit
 * @param {Record<string, string>} features
 */
const prefer = async (visit, features) => {
  const session = await visit.page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
};

/**
 * @param {Visit} visit
 * @param {string} selector
 * @param {string} property
 * @returns {Promise<string>}
 */
const readStyle = (visit, selector, property) =>
  visit.page.$eval(
    `>>> ${selector}`,
    (node, name) => getComputedStyle(node).getPropertyValue(name),
    property,
  );

test('carries no secret into a PDF, also where the key is on show', async () => {
  const visit = await world.visit();
  const key = world.sandbox.generateKey();
  await visit.paste('API key', key);
  await visit.waitForState('ready');
  await visit.click('button', 'Show the key');
  const text = readPdfText(await visit.page.pdf({ format: 'A4' }));
  assert.deepEqual(findSecret([['PDF', text]], key), []);
  assert.match(text.replace(/\s/g, ''), /FromnokeytoyourfirstAPIcall/, 'its words can be read');
  await visit.page.$eval('>>> .page h1', (node, secret) => node.append(secret), key);
  const leaking = readPdfText(await visit.page.pdf({ format: 'A4' }));
  assert.deepEqual(findSecret([['PDF', leaking]], key), ['PDF'], 'a key would be found');
});

test('moves nothing for who wants less motion', async () => {
  const visit = await world.visit();
  assert.notEqual(await readStyle(visit, '.button', 'transition-duration'), '0s');
  await prefer(visit, { 'prefers-reduced-motion': 'reduce' });
  assert.equal(await readStyle(visit, '.button', 'transition-duration'), '0s');
  world.sandbox.setFaults([{ path: '/accounts/companies', hang: true }]);
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('verifying');
  assert.equal(await readStyle(visit, '.spinner', 'animation-duration'), '4s');
});

test('leaves nothing pale for who wants more contrast', async () => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const visit = await world.visit({ scheme });
    const ink = await readStyle(visit, '.page[lang]', 'color');
    assert.notEqual(await readStyle(visit, '.lead', 'color'), ink);
    await prefer(visit, { 'prefers-contrast': 'more', 'prefers-color-scheme': scheme });
    assert.equal(await readStyle(visit, '.lead', 'color'), ink);
    const edge = await readStyle(visit, '.button.quiet', 'border-top-color');
    const line = await readStyle(visit, '.page[lang] .facts > div', 'border-left-color');
    assert.equal(line, edge);
  }
});

test('keeps its edges where the system’s colours are forced', async () => {
  const visit = await world.visit();
  await visit.paste('API key', world.sandbox.generateKey());
  await visit.waitForState('ready');
  await prefer(visit, { 'forced-colors': 'active' });
  for (const selector of ['.step[data-phase="now"]', '.badge', '.button', 'input', '.panel']) {
    assert.equal(await readStyle(visit, selector, 'border-top-style'), 'solid', selector);
    assert.notEqual(await readStyle(visit, selector, 'border-top-width'), '0px', selector);
  }
  const { edge, highlight } = await visit.page.$eval('>>> [aria-selected="true"]', (tab) => {
    const sample = document.body.appendChild(document.createElement('i'));
    sample.style.borderBottomColor = 'Highlight';
    return {
      edge: getComputedStyle(tab).borderBottomColor,
      highlight: getComputedStyle(sample).borderBottomColor,
    };
  });
  assert.equal(edge, highlight, 'the chosen tab is not told by its weight alone');
});

test('shows the whole guide without JavaScript, at 320 px too', async () => {
  for (const width of [320, 1280]) {
    const visit = await world.visit({ javaScript: false, width });
    const { shown, overflow } = await visit.page.$eval('main', (main) => ({
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not to be in it.
      shown: main.innerText,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    assert.match(shown, /<YOUR_API_KEY>[\s\S]*<YOUR_COMPANY_ID>/);
    assert.match(shown, /With JavaScript, this page checks a key/);
    assert.equal((await visit.page.$$('input, button, textarea, select, form')).length, 0);
    assert(overflow <= 0, `${overflow} px at ${width}`);
  }
});
