/**
 * Owns the list of what the page can look like, and how to get there in any language: by ids and roles,
 * never by words. Owns no claim.
 */

import { inventCompanies } from '../../../web/sandbox/index.js';
import { inventKey } from './keys.js';

/** @import { Fault } from '../../../web/sandbox/faults.js' */
/** @import { Visit } from './visit.js' */
/** @import { World } from './world.js' */

/** @typedef {(visit: Visit, world: World) => Promise<any>} Reach Starts from a page just opened. */

const path = '/accounts/companies';
const callNumber = 7;
const reply = '{"companies":[{"_id":"6525994184e9ddd79853450e","name":"Acme"}]}';

/**
 * @param {Visit} visit
 * @param {string} selector
 */
const find = async (visit, selector) => {
  const found = await visit.page.waitForSelector(`>>> ${selector}`);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};

/**
 * @param {Visit} visit
 * @param {string} selector
 */
const press = async (visit, selector) => {
  await (await find(visit, selector)).evaluate((node) => {
    if (!(node instanceof HTMLElement)) return;
    node.focus();
    node.click();
  });
};

/**
 * @param {Visit} visit
 * @param {string} id
 * @param {string} text
 */
const type = async (visit, id, text) => {
  await (await find(visit, `#${id}`)).focus();
  await visit.page.keyboard.type(text);
};

/**
 * @param {Visit} visit
 * @param {string} id
 * @param {string} text
 */
const paste = async (visit, id, text) => visit.pasteInto(await find(visit, `#${id}`), text);

/**
 * Fetches what the page leaves for the first sign of a person.
 *
 * @param {Visit} visit
 */
const wake = async (visit) => {
  await (await find(visit, '#workspace')).focus();
  await visit.waitForLater();
};

/**
 * @param {Visit} visit
 * @param {World} world
 */
export const verify = (visit, world) => paste(visit, 'api-key', world.sandbox.generateKey());

/** @param {Visit} visit */
export const openAll = (visit) =>
  visit.page.$$eval('>>> details', (nodes) => {
    for (const node of nodes) node.open = true;
  });

/**
 * @param {string} state
 * @param {Omit<Fault, 'path'>} fault
 * @returns {Reach}
 */
const failing = (state, fault) => async (visit, world) => {
  world.sandbox.setFaults([{ path, ...fault }]);
  await verify(visit, world);
  await visit.waitForState(state);
  await visit.waitForAnnouncement('alert', /./);
};

/** @type {Reach} */
const getReady = async (visit, world) => {
  await verify(visit, world);
  await visit.waitForState('ready');
};

/** @param {Visit} visit */
const makeFirstCall = (visit) => press(visit, `.step:nth-of-type(${callNumber}) .actions .button`);

/** @type {Readonly<Record<string, Reach>>} */
export const states = {
  'at the start': () => Promise.resolve(),
  'at the start, all opened': async (visit) => {
    await wake(visit);
    await openAll(visit);
  },
  'with a workspace and an existing key': async (visit) => {
    await type(visit, 'workspace', 'portal.example.com');
    await press(visit, '[name="has-key"]:not([value="none"])');
    await press(visit, 'label:last-of-type > [name="has-key"]');
  },
  'with a wrong workspace': async (visit) => {
    await type(visit, 'workspace', 'ab');
    await visit.page.keyboard.press('Enter');
    await visit.waitForAnnouncement('alert', /./);
  },
  'with a key where the workspace belongs': async (visit) => {
    await paste(visit, 'workspace', inventKey());
    await visit.waitForAnnouncement('alert', /./);
  },
  verifying: async (visit, world) => {
    world.sandbox.setFaults([{ path, hang: true }]);
    await verify(visit, world);
    await visit.waitForState('verifying');
  },
  'with a key of bad form': async (visit) => {
    await type(visit, 'api-key', '\u00e4');
    await visit.page.keyboard.press('Enter');
    await visit.waitForAnnouncement('alert', /./);
  },
  'with a refused key and notes': async (visit) => {
    await paste(visit, 'api-key', ' Bearer none ');
    await visit.waitForState('keyRejected');
  },
  forbidden: failing('forbidden', { status: 403 }),
  'rate limited': failing('rateLimited', { status: 429, headers: { 'retry-after': '61' } }),
  'with a fault of the server': failing('unknown', { status: 503 }),
  'with another server’s answer': failing('notTheApi', { status: 404 }),
  'with a web page for an answer': failing('notTheApi', {
    status: 200,
    contentType: 'text/html',
    body: '<!doctype html>',
  }),
  'with a redirect': failing('notTheApi', { redirectTo: 'https://example.com/' }),
  'with a malformed reply': failing('unknown', { status: 200, body: '{"companies":[{}]}' }),
  'with CORS closed': async (visit, world) => {
    world.sandbox.setCors('closed');
    await verify(visit, world);
    await visit.waitForAnnouncement('alert', /CORS/);
  },
  offline: async (visit, world) => {
    await wake(visit);
    await visit.page.setOfflineMode(true);
    await verify(visit, world);
    await visit.waitForState('unknown');
    await visit.waitForAnnouncement('alert', /./);
  },
  'with no company': async (visit, world) => {
    world.sandbox.setCompanies([]);
    await verify(visit, world);
    await visit.waitForState('noCompany');
  },
  'with a choice of companies': async (visit, world) => {
    world.sandbox.setCompanies(inventCompanies(12));
    await verify(visit, world);
    await visit.waitForState('choosesCompany');
  },
  'with a company of a long name': async (visit, world) => {
    world.sandbox.setCompanies([{ _id: '6525994184e9ddd79853450e', name: 'W'.repeat(300) }]);
    await getReady(visit, world);
  },
  'ready, all opened': async (visit, world) => {
    await getReady(visit, world);
    await openAll(visit);
  },
  'ready, by a reply alone': async (visit) => {
    await wake(visit);
    await openAll(visit);
    await paste(visit, 'reply', reply);
    await press(visit, 'li:has(#reply) .actions .button');
    await visit.waitForState('ready');
  },
  'after the first call': async (visit, world) => {
    await getReady(visit, world);
    await makeFirstCall(visit);
    await visit.page.waitForSelector('>>> .step:last-of-type[data-phase="now"]');
  },
  'after a first call that failed': async (visit, world) => {
    await getReady(visit, world);
    world.sandbox.setFaults([{ path: '/roles', status: 404 }]);
    await makeFirstCall(visit);
    await visit.waitForAnnouncement('alert', /./);
  },
};
