/**
 * Owns the default mode: the frame around a deployed page, and what the two tell each other. The key
 * never reaches this side: it stays in a document of another origin.
 */

import { readFrameMessage, toMessage } from './protocol.js';
import { report, toWantedLocale, toWantedTheme } from './settings.js';

/** @import { Mount } from '../onboarding-element.js' */

/** Own origin: its scripts, storage and links work. Never with a frame of the host page's origin. */
const sandbox = [
  'allow-scripts',
  'allow-same-origin',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
].join(' ');

const styles = `
:host { display: block }
iframe { display: block; box-sizing: border-box; inline-size: 100%;
  block-size: var(--agencyhandy-frame-height, 40rem); border: 0 }
p { margin: 0; padding: 1em; border: 1px solid; font: 1rem/1.5 system-ui, sans-serif }`;

/** From the frame's `load`, when its script has run. */
const answerMs = 5000;

/**
 * @param {string | null} src
 * @returns {URL}
 * @throws {Error} in words for the person who wrote the page around
 */
const readSource = (src) => {
  if (!src) throw new Error('needs the attribute src: the frame.html of a deployed page');
  const url = new URL(src, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`src has to be an http(s) URL: ${src}`);
  if (url.origin === location.origin) {
    throw new Error(
      `src has this page's own origin, ${url.origin}: the page could read the key. ` +
        'Serve frame.html from another origin',
    );
  }
  return url;
};

/**
 * @param {URL} url
 * @param {string} title
 */
const createFrame = ({ href }, title) => {
  const frame = document.createElement('iframe');
  frame.setAttribute('part', 'frame');
  frame.setAttribute('sandbox', sandbox);
  frame.allow = 'clipboard-write';
  frame.referrerPolicy = 'no-referrer';
  frame.title = title;
  frame.src = href;
  return frame;
};

/** @type {Mount} */
export const mountFrame = (element, root) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];

  /** @param {unknown} error */
  const fail = (error) => {
    const text = `<agencyhandy-onboarding> ${error instanceof Error ? error.message : error}`;
    const place = document.createElement('p');
    place.setAttribute('part', 'error');
    place.setAttribute('role', 'alert');
    place.textContent = text;
    root.replaceChildren(place);
    element.dispatchEvent(new ErrorEvent('error', { message: text, error: new Error(text) }));
  };

  /** @type {URL} */
  let url;
  try {
    url = readSource(element.getAttribute('src'));
  } catch (error) {
    fail(error);
    return { update: () => {}, dispose: () => {} };
  }
  const { origin } = url;
  const frame = createFrame(url, element.getAttribute('frame-title') ?? 'AgencyHandy API key');

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let limit;
  const greet = () => {
    const content = { locale: toWantedLocale(element), theme: toWantedTheme(element) };
    frame.contentWindow?.postMessage(toMessage(content), origin);
  };
  const onLoad = () => {
    greet();
    clearTimeout(limit);
    limit = setTimeout(
      () => fail(`had no answer from ${origin}: is ${location.origin} one of its frame hosts?`),
      answerMs,
    );
  };
  /** @param {MessageEvent} event */
  const take = ({ source, origin: sender, data }) => {
    if (source !== frame.contentWindow || sender !== origin) return;
    const { height, locale, done, companyId } = readFrameMessage(data) ?? {};
    if (height !== undefined) {
      clearTimeout(limit);
      frame.style.blockSize = `${height}px`;
    }
    if (locale) report(element, 'localechange', { locale });
    if (done) report(element, 'done', { companyId });
  };

  addEventListener('message', take);
  frame.addEventListener('load', onLoad);
  root.replaceChildren(frame);
  return {
    update: greet,
    dispose: () => {
      clearTimeout(limit);
      removeEventListener('message', take);
    },
  };
};
