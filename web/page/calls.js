/** Owns the two read-only calls that the page shows and makes, as the package's requests. */

/** @typedef {'companies' | 'roles'} CallName */

/** @type {Readonly<Record<CallName, { method: 'GET', path: string, query?: Record<string, string> }>>} */
export const calls = {
  companies: { method: 'GET', path: '/accounts/companies' },
  roles: { method: 'GET', path: '/roles', query: { type: 'company' } },
};

/** The prefix that some public sources put before every path. */
export const pathPrefix = '/api/v1';

/** Stands where the key would, when the page never had it. */
export const keyPlaceholder = '<YOUR_API_KEY>';

/**
 * @param {unknown} data A reply of the roles call.
 * @returns {number | undefined} Undefined where it has no list.
 */
export const countRoles = (data) => {
  if (data === null || typeof data !== 'object' || !('roles' in data)) return undefined;
  return Array.isArray(data.roles) ? data.roles.length : undefined;
};
