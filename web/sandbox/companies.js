/**
 * Owns the companies that the key's owner belongs to: their shape, their defaults, invented ones.
 * Does not own who may see them (api-routes.js).
 */

/**
 * @typedef {object} CompanyFields
 * @property {string} _id The API's ids are 24 hexadecimal digits; any text is taken here.
 * @property {string} name
 * @property {string} [logo] Default: empty.
 * @property {string} [extraSmallLogo] Default: empty.
 * @property {string} [largeLogo] Default: empty.
 */

/**
 * A company as the API sends it. Further fields are sent along as they are.
 *
 * @typedef {CompanyFields & Record<string, unknown>} SandboxCompany
 */

const inventedNames = [
  'Lantern & Loom Studio',
  'Northgate Copy House',
  'Paper Kite Agency',
  'Quiet Harbour Media',
  'Saltmarsh Digital',
];

const firstId = 0x5eedn << 80n;

/**
 * Invented companies, the same ones every time, with ids that differ.
 *
 * @param {number} count 0 or more.
 * @returns {SandboxCompany[]}
 */
export const inventCompanies = (count) =>
  Array.from({ length: count }, (_, index) => {
    const name = inventedNames[index % inventedNames.length];
    const round = Math.floor(index / inventedNames.length);
    return {
      _id: (firstId + BigInt(index + 1)).toString(16).padStart(24, '0'),
      name: round === 0 ? name : `${name} ${round + 1}`,
    };
  });

/**
 * @param {SandboxCompany} company
 * @param {number} index
 * @returns {SandboxCompany}
 */
const toCompany = (company, index) => {
  for (const field of /** @type {const} */ (['_id', 'name'])) {
    if (typeof company?.[field] !== 'string') {
      throw new TypeError(`companies[${index}].${field}: must be a string`);
    }
  }
  const { _id, name, logo = '', extraSmallLogo = '', largeLogo = '', ...further } = company;
  return { _id, name, logo, extraSmallLogo, largeLogo, ...further };
};

/**
 * Copies a list of companies, with absent logos filled in and the fields in the API's order.
 *
 * @param {readonly SandboxCompany[]} companies
 * @returns {SandboxCompany[]}
 * @throws {TypeError} Naming the place, if it is no list or an `_id` or `name` is no string.
 */
export const toCompanies = (companies) => {
  if (!Array.isArray(companies)) throw new TypeError('companies: must be an array');
  return companies.map(toCompany);
};
