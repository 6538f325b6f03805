// Owns what tests send: invented keys and companies. Owns no secret: nobody has ever used these.

const encode = (/** @type {object} */ value) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * @param {{ seed?: number, exp?: number, iat?: number }} [claims]
 * @returns {string} JWT-shaped, without any run of characters that texts have by chance
 */
export function makeKey({ seed = 1, ...claims } = {}) {
  let state = seed;
  const signature = Buffer.from(
    Array.from({ length: 32 }, () => {
      state = (state * 48271) % 2147483647;
      return state & 255;
    }),
  ).toString('base64url');
  const header = encode({ alg: 'HS256', typ: 'JWT' });
  return `${header}.${encode({ sub: `member-${seed}`, ...claims })}.${signature}`;
}

export const key = makeKey();
export const otherKey = makeKey({ seed: 77 });
export const companyId = '6525994184e9ddd79853450e';

export const company = {
  _id: companyId,
  name: 'Lantern Tide Studio',
  logo: 'https://cdn.example.com/logo.png',
  extraSmallLogo: '',
  largeLogo: 'https://cdn.example.com/large.png',
};

/**
 * @param {number} [count]
 * @returns {{ message: string, companies: (typeof company)[] }} a reply as the guide shows it
 */
export function companiesReply(count = 1) {
  const companies = Array.from({ length: count }, (_, at) => ({
    ...company,
    _id: at === 0 ? companyId : at.toString(16).padStart(24, '0'),
  }));
  return { message: 'Companies retrieved successfully', companies };
}

/** An id, a method and a path of an ordinary call. */
export const rolesRequest = { method: 'GET', path: '/roles', query: { type: 'company' } };
