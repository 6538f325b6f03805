/**
 * Owns the settings tab: who may press Generate, and that a key is shown once. Does not own how the page
 * looks (settings-page.js) or what a key is (key-store.js).
 *
 * A press answers with a redirect to the page, so that a reload does not press again. The redirect
 * carries a random pass which shows the key one time.
 */

import { randomUUID } from 'node:crypto';
import { refuseMethod } from './replies.js';
import { isOwnPost } from './same-origin.js';
import { icon, script, style } from './settings-assets.js';
import { refusalPage, settingsPage } from './settings-page.js';

/** @import { Context, Hono, MiddlewareHandler } from 'hono' */
/** @import { Env } from './env.js' */
/** @import { KeyStore } from './key-store.js' */

/**
 * @typedef {object} SettingsWorld
 * @property {KeyStore} keys
 * @property {() => string} generateKey
 */

/** Where the vendor has the page, and where the sandbox has all that belongs to it. */
export const settingsPath = '/workspace-config';
const tabPath = `${settingsPath}?tab=api-key`;

/** @param {string} path */
export const isSettingsPath = (path) =>
  path === settingsPath || path.startsWith(`${settingsPath}/`);

const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** @type {MiddlewareHandler<Env>} */
const addPageHeaders = async (c, next) => {
  for (const [name, value] of Object.entries(pageHeaders)) c.header(name, value);
  await next();
};

/** One key waiting to be shown, to the bearer of one pass. */
const createShowing = () => {
  /** @type {{ pass: string, key: string } | undefined} */
  let waiting;
  return {
    /** @param {string} key */
    offer: (key) => {
      waiting = { pass: randomUUID(), key };
      return waiting.pass;
    },
    /** @param {string | undefined} pass */
    collect: (pass) => {
      if (waiting === undefined || pass !== waiting.pass) return undefined;
      const { key } = waiting;
      waiting = undefined;
      return key;
    },
  };
};

/**
 * @param {Context<Env>} c
 * @param {string} ownToken
 */
const isOwn = (c, ownToken) =>
  isOwnPost({
    secFetchSite: c.req.header('sec-fetch-site'),
    origin: c.req.header('origin'),
    ownOrigin: new URL(c.req.url).origin,
    token: new URLSearchParams(c.get('body')).get('token'),
    ownToken,
  });

/**
 * @param {string} body
 * @param {string} mediaType
 * @returns {(c: Context<Env>) => Response}
 */
const sendAsset = (body, mediaType) => (c) => c.body(body, 200, { 'content-type': mediaType });

/** @param {Hono<Env>} app */
const addAssets = (app) => {
  app.get(`${settingsPath}/style.css`, sendAsset(style, 'text/css; charset=utf-8'));
  app.get(`${settingsPath}/script.js`, sendAsset(script, 'text/javascript; charset=utf-8'));
  app.get(`${settingsPath}/icon.svg`, sendAsset(icon, 'image/svg+xml'));
};

/**
 * @param {Hono<Env>} app
 * @param {SettingsWorld} world
 */
export const addSettingsRoutes = (app, world) => {
  const token = randomUUID();
  const showing = createShowing();
  app.use(`${settingsPath}/*`, addPageHeaders);
  addAssets(app);
  app.get(settingsPath, (c) => {
    if (c.req.query('tab') !== 'api-key') return c.redirect(tabPath, 302);
    const collected = c.req.method === 'GET' ? showing.collect(c.req.query('show')) : undefined;
    const newKey = world.keys.accepts(collected) ? collected : undefined;
    return c.html(settingsPage({ token, keyExists: world.keys.exists(), newKey }));
  });
  app.post(settingsPath, (c) => {
    if (!isOwn(c, token)) return c.html(refusalPage(), 403);
    return c.redirect(`${tabPath}&show=${showing.offer(world.generateKey())}`, 303);
  });
  app.all(settingsPath, refuseMethod('GET, HEAD, POST'));
};
