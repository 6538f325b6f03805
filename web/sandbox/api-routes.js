/**
 * Owns the two calls of the AgencyHandy API that onboarding needs, as the vendor documents them.
 * Does not own CORS, faults or the key.
 */

import { createHash } from 'node:crypto';
import { refuseMethod, sendError, sendJson } from './replies.js';

/** @import { Context, Hono } from 'hono' */
/** @import { SandboxCompany } from './companies.js' */
/** @import { Env } from './env.js' */
/** @import { KeyStore } from './key-store.js' */

/**
 * @typedef {object} ApiWorld
 * @property {KeyStore} keys
 * @property {() => SandboxCompany[]} companies The companies of the key's owner, as of now.
 */

const roleNames = ['superAdmin', 'admin', 'member', 'client'];

/** @param {string} text */
const toId = (text) => createHash('sha256').update(text).digest('hex').slice(0, 24);

/**
 * The same company always has the same roles.
 *
 * @param {string} companyId
 */
const rolesOf = (companyId) =>
  roleNames.map((name) => ({
    _id: toId(`${companyId} ${name}`),
    role: { _id: toId(name), responsibility: '', name },
    company: companyId,
    createdAt: '2026-01-05T09:30:00.000Z',
    updatedAt: '2026-01-05T09:30:00.000Z',
    __v: 0,
    type: 'company',
  }));

/**
 * @param {ApiWorld} world
 * @returns {(c: Context<Env>) => Response}
 */
const listCompanies = (world) => (c) => {
  if (!world.keys.accepts(c.req.header('x-api-key'))) return sendError(c, 401);
  return sendJson(c, {
    message: 'Companies associated with API token.',
    companies: world.companies(),
  });
};

/**
 * @param {ApiWorld} world
 * @returns {(c: Context<Env>) => Response}
 */
const listRoles = (world) => (c) => {
  const companyId = c.req.header('companyid');
  if (!world.keys.accepts(c.req.header('x-api-key'))) return sendError(c, 401);
  if (!companyId) return sendError(c, 400, 'companyid');
  if (!world.companies().some(({ _id }) => _id === companyId)) return sendError(c, 403);
  if (c.req.query('type') !== 'company') return sendError(c, 400, 'type');
  return sendJson(c, { roles: rolesOf(companyId) });
};

/**
 * @param {Hono<Env>} app
 * @param {ApiWorld} world
 */
export const addApiRoutes = (app, world) => {
  app.get('/accounts/companies', listCompanies(world));
  app.all('/accounts/companies', refuseMethod('GET, HEAD'));
  app.get('/roles', listRoles(world));
  app.all('/roles', refuseMethod('GET, HEAD'));
};
