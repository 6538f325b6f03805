/**
 * Owns how the parts stand in line: headers of every answer, CORS, the record, faults, routes.
 * Does not own any of them, nor the server that runs it (index.js).
 */

import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { addApiRoutes } from './api-routes.js';
import { answerPreflight, applyCors } from './cors.js';
import { applyFaults } from './faults.js';
import { sendError } from './replies.js';
import { receiveBody } from './request-body.js';
import { addSettingsRoutes, isSettingsPath, settingsPath } from './settings-routes.js';

/** @import { MiddlewareHandler } from 'hono' */
/** @import { ApiWorld } from './api-routes.js' */
/** @import { CorsMode } from './cors.js' */
/** @import { Env } from './env.js' */
/** @import { FaultQueue } from './faults.js' */
/** @import { RequestLog } from './request-log.js' */
/** @import { SettingsWorld } from './settings-routes.js' */

/**
 * @typedef {object} AppWorld
 * @property {() => CorsMode} cors
 * @property {FaultQueue} faults
 * @property {RequestLog} log
 * @property {AbortSignal} closing
 */

const commonHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** @type {MiddlewareHandler<Env>} */
const addCommonHeaders = async (c, next) => {
  await next();
  const headers = { 'x-request-id': randomUUID(), ...commonHeaders };
  for (const [name, value] of Object.entries(headers)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
};

/**
 * @param {MiddlewareHandler<Env>} middleware
 * @returns {MiddlewareHandler<Env>}
 */
const outsideSettings = (middleware) => (c, next) =>
  isSettingsPath(c.req.path) ? next() : middleware(c, next);

/**
 * @param {AppWorld & ApiWorld & SettingsWorld} world
 * @returns {Hono<Env>}
 */
export const createApp = (world) => {
  /** @type {Hono<Env>} */
  const app = new Hono();
  app.use(addCommonHeaders);
  app.use(outsideSettings(applyCors(world.cors)));
  app.use(receiveBody(world.log));
  app.use(applyFaults(world.faults, world.closing));
  app.use(outsideSettings(answerPreflight(world.cors)));
  addSettingsRoutes(app, world);
  addApiRoutes(app, world);
  app.get('/', (c) =>
    c.req.header('accept')?.includes('text/html')
      ? c.redirect(`${settingsPath}?tab=api-key`, 302)
      : c.notFound(),
  );
  app.notFound((c) => sendError(c, 404));
  app.onError((_error, c) => sendError(c, 500));
  return app;
};
