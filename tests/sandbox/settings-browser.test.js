/** The settings tab in a real Chromium: pressing, copying, policy, accessibility, another page's press. */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { skip, useForeignPage, usePage } from './browser.js';
import { payloadOf, send, useSandbox } from './support.js';

/** @import { Page } from 'puppeteer-core' */

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * @param {Page} page
 * @param {string} name The accessible name.
 */
const pressButton = async (page, name) => {
  const button = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
  await Promise.all([page.waitForNavigation(), button?.click()]);
};

/** @param {Page} page */
const readKey = (page) =>
  page.$eval('::-p-aria([name="API key"][role="textbox"])', (field) => {
    const { value, readOnly } = /** @type {HTMLInputElement} */ (field);
    return readOnly ? value : '';
  });

/**
 * @param {string} url
 * @param {string} key
 */
const statusWith = async (url, key) =>
  (await send(`${url}/accounts/companies`, { headers: { 'x-api-key': key } })).status;

test('a person generates, copies, reloads and regenerates', { skip }, async (t) => {
  const sandbox = await useSandbox(t);
  const { page, context, complaints } = await usePage(t);
  await context.overridePermissions(sandbox.url, ['clipboard-read', 'clipboard-sanitized-write']);
  await page.goto(sandbox.settingsUrl);
  await pressButton(page, 'Generate');
  const first = await readKey(page);
  assert.ok(payloadOf(first).jti);
  await page.click('::-p-aria([name="Copy"][role="button"])');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent);
  assert.equal(await page.$eval('[role=status]', (status) => status.textContent), 'Copied.');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), first);
  await page.reload();
  assert.equal((await page.content()).includes(first), false);
  await pressButton(page, 'Regenerate');
  const second = await readKey(page);
  assert.deepEqual(
    [await statusWith(sandbox.url, first), await statusWith(sandbox.url, second)],
    [401, 200],
  );
  assert.deepEqual(complaints, []);
});

test('where the clipboard is refused, the key is selected and the person told', {
  skip,
}, async (t) => {
  const sandbox = await useSandbox(t);
  const { page } = await usePage(t);
  await page.goto(sandbox.settingsUrl);
  await pressButton(page, 'Generate');
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.click('::-p-aria([name="Copy"][role="button"])');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent);
  assert.match(
    String(await page.$eval('[role=status]', (status) => status.textContent)),
    /^Selected\. Press Ctrl\+C/,
  );
  assert.equal(await page.evaluate(() => String(document.getSelection())), await readKey(page));
});

test('works by keyboard alone, and without JavaScript', { skip }, async (t) => {
  const sandbox = await useSandbox(t);
  const { page } = await usePage(t);
  await page.setJavaScriptEnabled(false);
  await page.goto(sandbox.settingsUrl);
  await page.keyboard.press('Tab');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  const key = await readKey(page);
  assert.equal(await statusWith(sandbox.url, key), 200);
  assert.equal(await page.$eval('#copy', (button) => button.checkVisibility()), false);
});

test('going back does not show the key again', { skip }, async (t) => {
  const sandbox = await useSandbox(t);
  const { page } = await usePage(t);
  await page.goto(sandbox.settingsUrl);
  await pressButton(page, 'Generate');
  const key = await readKey(page);
  await page.goto('about:blank');
  await page.goBack();
  assert.match(await page.content(), /AgencyHandy will not display it again/);
  assert.equal((await page.content()).includes(key), false);
});

test("another page's form cannot press, nor can its fetch", { skip }, async (t) => {
  const sandbox = await useSandbox(t);
  const key = sandbox.generateKey();
  const form = `<form method="post" action="${sandbox.settingsUrl}"><button>Win</button></form>`;
  for (const host of ['127.0.0.1', 'localhost']) {
    const page = await useForeignPage(t, form, host);
    await page.evaluate(
      (url) =>
        fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include' }).catch(String),
      sandbox.settingsUrl,
    );
    await pressButton(page, 'Win');
    assert.match(await page.content(), /Nothing was changed/);
    assert.equal(await statusWith(sandbox.url, key), 200, host);
  }
  const posts = sandbox.requests.filter(({ method }) => method === 'POST');
  assert.equal(posts.length, 4);
});

const views = ['light', 'dark'].flatMap((scheme) =>
  [320, 1000].map((width) => ({ scheme, width })),
);

for (const { scheme, width } of views) {
  test(`has no axe violation and fits, ${scheme}, ${width} px`, { skip }, async (t) => {
    const sandbox = await useSandbox(t);
    const { page, complaints } = await usePage(t);
    await page.setBypassCSP(true);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 800 });
    const look = async () => {
      await page.addScriptTag({ path: axePath });
      const found = await page.evaluate(async () => {
        const { axe } = /** @type {{ axe: typeof import('axe-core') }} */ (
          /** @type {unknown} */ (globalThis)
        );
        const { violations } = await axe.run();
        return violations.map(({ id }) => id);
      });
      assert.deepEqual(found, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    };
    await page.goto(sandbox.settingsUrl);
    await look();
    await pressButton(page, 'Generate');
    await look();
    await page.reload();
    await look();
    assert.deepEqual(complaints, []);
  });
}
