/** The element in pages of other people: what reaches them, and what never does. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startEmbedding } from './support/embedding.js';

/** @import { Frame } from 'puppeteer-core' */
/** @import { Embedding, HostVisit } from './support/embedding.js' */

/** @type {Embedding} */
let embedding;
before(async () => {
  embedding = await startEmbedding();
});
after(() => embedding.close());

const pieceLength = 8;

/**
 * @param {readonly (readonly [place: string, text: string])[]} places
 * @param {string} key
 * @returns {string[]} The places that hold any eight characters of the key, each once.
 */
const findPieces = (places, key) => {
  const pieces = Array.from({ length: key.length - pieceLength + 1 }, (_, at) =>
    key.slice(at, at + pieceLength),
  );
  const found = places.filter(([, text]) => pieces.some((piece) => text.includes(piece)));
  return [...new Set(found.map(([place]) => place))];
};

/** @param {string[]} [path] */
const openFrame = async (path = ['frame-host.html']) => {
  const host = await embedding.open(path[0]);
  const frame = await host.frame();
  await host.find(frame, 'textbox', 'API key');
  return { host, frame };
};

/** What the first call named. */
const sentCompanyId = () =>
  embedding.sandbox.requests.find(
    ({ method, path }) => method === 'GET' && path.startsWith('/roles'),
  )?.headers.companyid;

/** @param {HostVisit} host */
const frameHeight = (host) =>
  host.page.$eval('>>> iframe', (frame) => frame.getBoundingClientRect().height);

/**
 * @param {HostVisit} host
 * @param {Frame} frame
 * @returns {Promise<number>} The height of both, once they agree.
 */
const waitForSameHeight = async (host, frame, isWanted = (/** @type {number} */ _) => true) => {
  const endMs = Date.now() + 5000;
  for (;;) {
    const inner = await frame.evaluate(() => document.body.getBoundingClientRect().height);
    const outer = await frameHeight(host);
    if (outer === Math.ceil(inner) && isWanted(outer)) return outer;
    assert.ok(Date.now() < endMs, `the frame is ${outer} px high, its content ${inner}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** @param {Frame} frame */
const textOf = (frame) =>
  frame.$eval('agencyhandy-onboarding', (node) =>
    (node.shadowRoot?.querySelector('.page')?.textContent ?? '').replace(/[\u2066-\u2069]/g, ''),
  );

test('goes the whole way in a frame, and the host learns that it is done and the Company ID', async () => {
  const { host, frame } = await openFrame();
  const key = embedding.sandbox.generateKey();
  await host.complete(frame, key);
  const companyid = sentCompanyId();
  assert.ok(companyid);
  await host.waitForOutput(`Company ID: ${companyid}`);
  const origins = new Set(embedding.sandbox.requests.map(({ headers }) => headers.origin));
  assert.deepEqual([...origins], [new URL(embedding.siteUrl).origin]);
  assert.deepEqual(await host.violations(host.page.mainFrame()), []);
  assert.deepEqual(await host.violations(frame), []);
  assert.deepEqual(host.visit.complaints, []);
});

test('says in the frame which page it sits in, whatever its address claims', async () => {
  const { hostUrl, siteUrl } = embedding;
  const { host } = await openFrame();
  await host.setAttributes({ src: `${siteUrl}frame.html?host=https://good.example#good.example` });
  const frame = await host.page.waitForFrame((one) => one.url().includes('good.example'));
  await host.find(frame, 'textbox', 'API key');
  const text = await textOf(frame);
  assert.match(text, new RegExp(`You are in a frame of ${new URL(hostUrl).origin}`));
  assert.doesNotMatch(text, /good\.example/);
});

test('is as high as its content, which grows and shrinks', async () => {
  const { host, frame } = await openFrame();
  const atStart = await waitForSameHeight(host, frame);
  const summary = 'details.ask > summary';
  await (await frame.waitForSelector(`>>> ${summary}`))?.click();
  await host.waitFor(frame, () =>
    document.querySelector('agencyhandy-onboarding')?.shadowRoot?.querySelector('details[open]'),
  );
  await waitForSameHeight(host, frame, (height) => height > atStart + 50);
  await (await frame.waitForSelector(`>>> ${summary}`))?.click();
  await host.waitFor(frame, () => {
    const root = document.querySelector('agencyhandy-onboarding')?.shadowRoot;
    return !root?.querySelector('details[open]');
  });
  await waitForSameHeight(host, frame, (height) => height === atStart);
  await host.page.setViewport({ width: 360, height: 900 });
  await waitForSameHeight(host, frame, (height) => height > atStart);
});

test("follows the host's locale and theme, at the start and later", async () => {
  const { host, frame } = await openFrame();
  const facts = () =>
    frame.evaluate(() => ({
      lang: document.documentElement.lang,
      scheme: getComputedStyle(document.documentElement).colorScheme,
      background: getComputedStyle(document.documentElement).backgroundColor,
    }));
  const first = await facts();
  assert.equal(first.lang, 'en', "the host document's lang");
  assert.equal(first.scheme, 'light dark');
  await host.setAttributes({ locale: 'pt-BR', theme: 'dark' });
  await host.waitFor(frame, () => document.documentElement.lang === 'pt-BR');
  assert.match(await textOf(frame), /Esta é|quadro/);
  const later = await facts();
  assert.deepEqual([later.lang, later.scheme], ['pt-BR', 'dark']);
  assert.notEqual(later.background, first.background);
  await host.setAttributes({ locale: '"><img>', theme: 'auto' });
  await host.waitFor(frame, () => document.documentElement.dataset.theme === 'auto');
  const last = await facts();
  assert.deepEqual([last.lang, last.scheme], ['pt-BR', 'light dark']);
});

test('says nothing to the host but height, locale, done and Company ID, and hears locale and theme', async () => {
  const { host, frame } = await openFrame();
  const key = embedding.sandbox.generateKey();
  await host.complete(frame, key);
  await host.waitForOutput('Company ID');
  await host.setAttributes({ theme: 'light' });
  await host.waitFor(frame, () => document.documentElement.dataset.theme === 'light');
  const toHost = await host.received(host.page.mainFrame());
  const toFrame = await host.received(frame);
  /** @param {typeof toHost} messages */
  const fieldsOf = (messages) => [...new Set(messages.flatMap(({ data }) => Object.keys(data)))];
  assert.deepEqual(fieldsOf(toHost).sort(), ['companyId', 'done', 'height', 'locale', 'protocol']);
  assert.deepEqual(fieldsOf(toFrame).sort(), ['locale', 'protocol', 'theme']);
  const origins = (/** @type {typeof toHost} */ messages) => [
    ...new Set(messages.map(({ origin }) => origin)),
  ];
  assert.deepEqual(origins(toHost), [new URL(embedding.siteUrl).origin]);
  assert.deepEqual(origins(toFrame), [new URL(embedding.hostUrl).origin]);
  const texts = [...toHost, ...toFrame].map(
    ({ data }) => /** @type {const} */ (['message', JSON.stringify(data)]),
  );
  assert.ok(texts.length > 5);
  assert.deepEqual(findPieces(texts, key), []);
});

test('takes messages from its own frame alone', async () => {
  const { host, frame } = await openFrame();
  const before = await waitForSameHeight(host, frame);
  await host.page.evaluate(() => {
    const data = {
      protocol: 'agencyhandy-onboarding/1',
      height: 7,
      done: true,
      companyId: 'forged',
    };
    window.postMessage(data, location.origin);
  });
  await host.waitFor(host.page.mainFrame(), () =>
    Reflect.get(window, 'received').some(
      (/** @type {any} */ { data }) => data.companyId === 'forged',
    ),
  );
  assert.equal(await frameHeight(host), before);
  assert.equal(await host.page.$eval('output', ({ value }) => value), 'No company yet');
});

test('sends nothing to a document of another origin in its frame', async () => {
  const { host } = await openFrame();
  const elsewhere = `http://127.0.0.1:${new URL(embedding.hostUrl).port}/elsewhere.html`;
  embedding.files.set('/elsewhere.html', '<p>elsewhere</p>');
  embedding.files.set(
    '/open-host.html',
    '<script type="module" src="frame-host.js"></script>' +
      `<agencyhandy-onboarding src="${embedding.siteUrl}frame.html"></agencyhandy-onboarding>`,
  );
  await host.page.goto(`${embedding.hostUrl}open-host.html`);
  await host.frame();
  await host.page.$eval('>>> iframe', (frame, url) => frame.setAttribute('src', url), elsewhere);
  const other = await host.page.waitForFrame(elsewhere);
  await host.waitFor(other, () => document.readyState === 'complete');
  await host.setAttributes({ theme: 'dark' });
  await other.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  assert.deepEqual(await host.received(other), []);
});

test('a host page that patches everything never sees the key in the default mode', async (t) => {
  const { host, frame } = await openFrame(['frame-host-spied.html']);
  const key = embedding.sandbox.generateKey();
  await host.complete(frame, key);
  await host.waitForOutput('Company ID');
  await host.click(frame, 'button', 'Show the key');
  await host.click(frame, 'button', 'Forget key');
  const recorded = await host.recorded();
  t.diagnostic(`${recorded.length} records of the host page`);
  const places = new Set(recorded.map(([place]) => place));
  for (const place of ['message', 'reached', 'reached frame', 'addEventListener']) {
    assert.ok(places.has(place), `the host page looked at ${place}`);
  }
  assert.deepEqual(findPieces(recorded, key), []);
});

test('the same patches find the key in the inline mode, so that they would have found it', async () => {
  const host = await embedding.open('inline-host-spied.html');
  const key = embedding.sandbox.generateKey();
  await host.complete(host.page.mainFrame(), key);
  await host.waitForOutput('Ready to call');
  const found = findPieces(await host.recorded(), key);
  for (const place of ['fetch', 'get value', 'paste', 'credentials', 'reached']) {
    assert.ok(found.includes(place), `${place} is not in ${found}`);
  }
});

test('hands the key to an inline host, on the element alone, and says so before', async () => {
  const host = await embedding.open('inline-host.html');
  const place = host.page.mainFrame();
  await host.find(place, 'textbox', 'API key');
  const { origin, host: name } = new URL(embedding.hostUrl);
  const text = await textOf(place);
  assert.ok(text.includes(`This page, ${origin}, receives your key.`), text.slice(0, 300));
  const api = new URL(embedding.sandbox.url).host;
  assert.ok(text.includes(`to ${api}, and to the page around: ${name}`));
  assert.doesNotMatch(text, /only to/);

  await host.page.evaluate(() => {
    /** @type {unknown[]} */
    const heard = [];
    Object.defineProperty(window, 'heard', { value: heard });
    document.addEventListener('credentials', () => heard.push('credentials'));
    document.addEventListener('done', ({ type }) => heard.push(type));
    document
      .querySelector('agencyhandy-onboarding')
      ?.addEventListener('credentials', ({ detail, composed }) =>
        heard.push({ ...detail, composed }),
      );
  });
  const key = embedding.sandbox.generateKey();
  await host.complete(place, key);
  await host.waitForOutput('Ready to call with companyid and x-api-key');
  const companyid = sentCompanyId();
  const heard = await host.page.evaluate(() => Reflect.get(window, 'heard'));
  assert.deepEqual(heard, ['done', { apiKey: key, companyId: companyid, composed: false }]);
  assert.deepEqual(await host.violations(place), []);
  assert.deepEqual(host.visit.complaints, []);
});

test('takes the colours, fonts and the theme of an inline host', async () => {
  const host = await embedding.open('inline-host.html');
  const place = host.page.mainFrame();
  await host.find(place, 'button', 'Verify key');
  await host.setAttributes({ theme: 'dark' });
  const looks = await host.page.$eval('agencyhandy-onboarding', (node) => {
    node.style.setProperty('--agencyhandy-accent', 'rgb(1, 2, 3)');
    node.style.setProperty('--agencyhandy-font', 'serif');
    const page = node.shadowRoot?.querySelector('[part="page"]');
    const button = node.shadowRoot?.querySelector('.button.primary');
    return {
      scheme: getComputedStyle(node).colorScheme,
      font: page && getComputedStyle(page).fontFamily,
      accent: button && getComputedStyle(button).getPropertyValue('--spruce').trim(),
    };
  });
  assert.deepEqual(looks, { scheme: 'dark', font: 'serif', accent: 'rgb(1, 2, 3)' });
});

/** @type {[claim: string, src: () => string | undefined, words: RegExp][]} */
const refusals = [
  ['no src', () => undefined, /needs the attribute src/],
  ['no URL', () => 'http://', /Invalid URL/],
  ['a script', () => 'javascript:alert(1)', /http\(s\) URL/],
  ["a frame of the host's own origin", () => '/frame.html', /own origin.*could read the key/],
];

test('refuses, in words, a src that cannot be used', async () => {
  for (const [claim, src, words] of refusals) {
    const value = src();
    embedding.files.set(
      '/refused.html',
      '<output></output>' +
        `<agencyhandy-onboarding ${value === undefined ? '' : `src="${value}"`}></agencyhandy-onboarding>` +
        '<script type="module" src="frame-host.js"></script>',
    );
    const host = await embedding.open('refused.html');
    const text = await host.page.$eval(
      '>>> [part="error"]',
      (node) => `${node.getAttribute('role')} ${node.textContent}`,
    );
    assert.match(text, /^alert <agencyhandy-onboarding> /, claim);
    assert.match(text, words, claim);
    assert.equal(await host.page.$('>>> iframe'), null, claim);
  }
});

test('tells a host that is not on the list why nothing comes', async () => {
  const { files, siteUrl, hostUrl } = embedding;
  const origin = `http://127.0.0.1:${new URL(hostUrl).port}`;
  files.set(
    '/stranger.html',
    '<script type="module" src="frame-host.js"></script><output></output>' +
      `<agencyhandy-onboarding src="${siteUrl}frame.html"></agencyhandy-onboarding>`,
  );
  const host = await embedding.open(`${origin}/stranger.html`);
  await host.waitForOutput(`is ${origin} one of its frame hosts?`);
  assert.equal(await host.page.$('>>> iframe'), null);
});

/** @type {[claim: string, hosts: string[], frameOrigin: 'same' | 'other'][]} */
const floors = [
  [
    'a host that is not on its list, also where no header says so',
    ['https://tools.example'],
    'other',
  ],
  ['a host of its own origin, which could read the key', ['*'], 'same'],
];

for (const [index, [claim, hosts, frameOrigin]] of floors.entries()) {
  test(`the frame itself refuses ${claim}`, async () => {
    const { files, hostUrl } = embedding;
    const folder = `/floor${index}/`;
    await embedding.addSite(folder, hosts);
    const origin =
      frameOrigin === 'same'
        ? new URL(hostUrl).origin
        : `http://127.0.0.1:${new URL(hostUrl).port}`;
    files.set(`/floor${index}.html`, `<iframe src="${origin}${folder}frame.html"></iframe>`);
    const host = await embedding.open(`floor${index}.html`);
    const frame = await host.frame();
    await host.waitFor(frame, () => document.readyState === 'complete');
    await host.page.$eval(
      'iframe',
      (node, target) =>
        node.contentWindow?.postMessage(
          { protocol: 'agencyhandy-onboarding/1', theme: 'dark' },
          target,
        ),
      origin,
    );
    await host.waitFor(frame, () => Reflect.get(window, 'received').length > 0);
    const facts = await frame.evaluate(() => ({
      theme: document.documentElement.dataset.theme,
      isDefined: customElements.get('agencyhandy-onboarding') !== undefined,
      text: document.body.textContent,
    }));
    assert.deepEqual([facts.theme, facts.isDefined], [undefined, false]);
    assert.match(facts.text, /is refused/);
    assert.deepEqual(await host.received(host.page.mainFrame()), []);
  });
}

test('opened by itself, the frame asks for nothing and leads to the page', async () => {
  const host = await embedding.open(`${embedding.siteUrl}frame.html`);
  const link = await host.find(host.page.mainFrame(), 'link', 'Open the page by itself');
  assert.equal(await link.evaluate((node) => Reflect.get(node, 'href')), embedding.siteUrl);
  assert.equal(await host.page.$('>>> input'), null);
});

test('frame.html alone may be embedded, by the named hosts', async () => {
  /** @param {string} path */
  const ask = async (path) => (await fetch(new URL(path, embedding.siteUrl))).headers;
  const ofFrame = await ask('frame.html');
  const ofPage = await ask('');
  const policy = String(ofFrame.get('content-security-policy'));
  assert.ok(policy.includes(`frame-ancestors ${new URL(embedding.hostUrl).origin};`), policy);
  assert.match(String(ofPage.get('content-security-policy')), /frame-ancestors 'none';/);
  assert.equal(ofFrame.get('cross-origin-opener-policy'), null);
  assert.equal(ofPage.get('cross-origin-opener-policy'), 'same-origin');
  assert.match(await (await fetch(new URL('frame.js', embedding.siteUrl))).text(), /postMessage/);
});

test('leaves nothing behind when it is taken out of the document', async () => {
  const { host, frame } = await openFrame();
  await host.page.evaluate(() => {
    const element = document.querySelector('agencyhandy-onboarding');
    element?.remove();
    if (element) document.body.append(element);
  });
  const again = await host.page.waitForFrame(
    (one) => one !== frame && one.url().includes('/frame.html'),
  );
  await host.complete(again, embedding.sandbox.generateKey());
  await host.waitForOutput('Company ID');
});
