// Owns the plain Company that JavaScript sees. Owns no parsing: the core does that.

/**
 * A workspace that the key's owner belongs to. Texts are the API's own: show them as text only.
 * @typedef {object} Company
 * @property {string} id 24 hexadecimal digits as documented; never empty
 * @property {string} name may be empty
 * @property {string} logo URL or ''
 * @property {string} extraSmallLogo URL or ''
 * @property {string} largeLogo URL or ''
 */

const FIELDS = 5;

/**
 * @param {string[]} texts five for each company, as WriteCompanies in module.cpp writes them
 * @returns {Company[]} plain objects
 */
export function readCompanies(texts) {
  const companies = [];
  for (let at = 0; at + FIELDS <= texts.length; at += FIELDS) {
    const [id, name, logo, extraSmallLogo, largeLogo] = texts.slice(at, at + FIELDS);
    companies.push({ id, name, logo, extraSmallLogo, largeLogo });
  }
  return companies;
}

/**
 * @param {readonly Company[]} companies
 * @returns {string[]} what ReadCompanyList in module.cpp reads
 */
export function companyTexts(companies) {
  return companies.flatMap((company) => [
    company.id,
    company.name,
    company.logo,
    company.extraSmallLogo,
    company.largeLogo,
  ]);
}
