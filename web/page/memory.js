/** Owns the one thing that outlives the page: the Company ID, which is no secret. Never the key. */

const companyIdName = 'agencyhandy.companyId';

/** @param {string} id */
export const rememberCompanyId = (id) => {
  try {
    localStorage.setItem(companyIdName, id);
  } catch {
    // Storage can be full, off or forbidden; the page works without.
  }
};

/** @returns {string | null} */
export const lastCompanyId = () => {
  try {
    return localStorage.getItem(companyIdName);
  } catch {
    return null;
  }
};
