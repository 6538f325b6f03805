/**
 * Owns the scoring of a site's answer by the rules of Mozilla's HTTP Observatory as of August 2026
 * (algorithm 6 with the scores of 2026-08-19 for the opener and embedder policies). It knows what these
 * rules say about a page that sets no cookie; it fetches nothing.
 */

/**
 * @typedef {object} Answer
 * @property {Record<string, string>} headers Names in lower case, as sent over https.
 * @property {string} html
 * @property {string[]} [cookies] `Set-Cookie` lines.
 * @property {boolean} [isPreloaded] Whether browsers ship the host as https alone. Default: false.
 * @property {'https' | 'none' | 'missing'} [redirect] What plain http does: leads to https on the same
 *   host, is not there, or answers. Default: https.
 *
 * @typedef {{ rule: string, finding: string, score: number }} Verdict
 * @typedef {Map<string, Set<string>>} Policy
 */

const startScore = 100;
/** Extra points count from here on alone. */
const leastForExtra = 90;
const sixMonthsSeconds = 15_552_000;

const broad = [
  'ftp:',
  'http:',
  'https:',
  '*',
  'http://*',
  'http://*.*',
  'https://*',
  'https://*.*',
];
const unsafe = [...broad, "'unsafe-inline'", 'data:'];

/**
 * @param {string} text
 * @returns {Policy}
 * @throws {Error} where a directive stands there twice
 */
const parsePolicy = (text) => {
  /** @type {Policy} */
  const policy = new Map();
  for (const part of text.split(';')) {
    const [directive, ...sources] = part.trim().toLowerCase().split(/\s+/);
    if (directive === '') continue;
    if (policy.has(directive)) throw new Error(`twice: ${directive}`);
    policy.set(directive, new Set(sources.length > 0 ? sources : ["'none'"]));
  }
  return policy;
};

/**
 * What two policies together allow: a source has to be in both that name the directive.
 *
 * @param {Policy} first
 * @param {Policy} second
 * @returns {Policy}
 */
const intersect = (first, second) => {
  const both = new Map(first);
  for (const [directive, sources] of second) {
    const others = first.get(directive);
    const kept = [...sources].filter((source) => others?.has(source) ?? true);
    both.set(directive, new Set(kept.length > 0 ? kept : ["'none'"]));
  }
  return both;
};

/** @param {string} html */
const readMetaPolicies = (html) =>
  [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/gi)].map(
    ([, text]) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
  );

/** @param {Answer} answer */
const readPolicy = ({ headers, html }) => {
  const texts = [headers['content-security-policy'], ...readMetaPolicies(html)].filter(Boolean);
  if (texts.length === 0) return undefined;
  return texts.map(parsePolicy).reduce(intersect);
};

/** @param {Policy} policy */
const judgePolicy = (policy) => {
  const read = (/** @type {string} */ directive) => [
    ...(policy.get(directive) ?? policy.get('default-src') ?? ['*']),
  ];
  const holds = (/** @type {string[]} */ sources, /** @type {string[]} */ found) =>
    sources.some((source) => found.includes(source));
  const isInsecure = (/** @type {string} */ source) => /^(http|ftp):/.test(source);
  const passive = ['img-src', 'media-src'];
  const active = [...policy].flatMap(([directive, sources]) =>
    passive.includes(directive) ? [] : [...sources],
  );
  if (holds(read('script-src'), unsafe) || holds(read('object-src'), broad)) {
    return { finding: 'unsafe scripts or objects', score: -20 };
  }
  if (active.some(isInsecure)) return { finding: 'insecure scheme', score: -20 };
  if ([...read('script-src'), ...read('style-src')].includes("'unsafe-eval'")) {
    return { finding: 'unsafe-eval', score: -10 };
  }
  if (passive.flatMap(read).some(isInsecure)) {
    return { finding: 'insecure images or media', score: -10 };
  }
  if (holds(read('style-src'), unsafe)) return { finding: 'unsafe styles', score: 0 };
  const fallback = [...(policy.get('default-src') ?? [])];
  return fallback.length === 1 && fallback[0] === "'none'"
    ? { finding: "default-src 'none', nothing unsafe", score: 10 }
    : { finding: 'nothing unsafe', score: 5 };
};

/** @typedef {(answer: Answer) => Omit<Verdict, 'rule'>} Rule */

/** @type {Rule} */
const scorePolicy = (answer) => {
  try {
    const policy = readPolicy(answer);
    return policy ? judgePolicy(policy) : { finding: 'absent', score: -25 };
  } catch {
    return { finding: 'invalid', score: -25 };
  }
};

/** @type {Rule} */
const scoreCookies = ({ cookies = [] }) => {
  if (cookies.length === 0) return { finding: 'none', score: 0 };
  const areSafe = cookies.every((line) => /;\s*secure/i.test(line) && /;\s*httponly/i.test(line));
  if (!areSafe) return { finding: 'without Secure or HttpOnly', score: -40 };
  return cookies.every((line) => /;\s*samesite=(lax|strict)/i.test(line))
    ? { finding: 'Secure, HttpOnly, SameSite', score: 5 }
    : { finding: 'Secure, HttpOnly', score: 0 };
};

/** @type {Rule} A server that gives back whatever origin asks does not count as one that restricts. */
const scoreSharing = ({ headers }) => {
  const origin = headers['access-control-allow-origin'];
  if (origin === undefined) return { finding: 'absent', score: 0 };
  const hasCredentials = headers['access-control-allow-credentials'] === 'true';
  return origin !== '*' && hasCredentials
    ? { finding: 'readable with credentials', score: -50 }
    : { finding: 'readable without credentials', score: 0 };
};

/** @type {Rule} */
const scoreRedirection = ({ redirect = 'https' }) =>
  redirect === 'missing'
    ? { finding: 'plain http answers', score: -20 }
    : { finding: redirect === 'https' ? 'to https on the same host' : 'no plain http', score: 0 };

/** @type {Rule} */
const scoreReferrer = ({ headers }) => {
  const text = headers['referrer-policy'];
  if (text === undefined) return { finding: 'absent', score: 0 };
  const good = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
  const last = text.split(',').at(-1)?.trim().toLowerCase() ?? '';
  return good.includes(last) ? { finding: last, score: 5 } : { finding: 'unsafe', score: -5 };
};

/** @type {Rule} */
const scoreTransport = ({ headers, isPreloaded = false }) => {
  if (isPreloaded) return { finding: 'preloaded', score: 5 };
  const text = headers['strict-transport-security'];
  if (text === undefined) return { finding: 'absent', score: -20 };
  const seconds = /(?:^|;)\s*max-age=(\d+)/i.exec(text)?.[1];
  if (seconds === undefined || text.includes(',')) return { finding: 'invalid', score: -20 };
  return Number(seconds) < sixMonthsSeconds
    ? { finding: 'below six months', score: -10 }
    : { finding: `max-age ${seconds}`, score: 0 };
};

/** @type {Rule} */
const scoreIntegrity = ({ html }) => {
  const scripts = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag);
  const sources = scripts.filter((tag) => /\ssrc=/.test(tag));
  const foreign = sources.filter((tag) => /\ssrc="(?:https?:)?\/\//.test(tag));
  if (scripts.length === 0) return { finding: 'no script', score: 0 };
  if (foreign.some((tag) => !/\ssrc="https:/.test(tag))) {
    return { finding: 'scripts of others, insecure', score: -50 };
  }
  if (foreign.some((tag) => !/\sintegrity=/.test(tag))) {
    return { finding: 'scripts of others without integrity', score: -5 };
  }
  return sources.some((tag) => /\sintegrity=/.test(tag))
    ? { finding: 'integrity', score: 5 }
    : { finding: 'own scripts alone, without integrity', score: 0 };
};

/** @type {Rule} */
const scoreSniffing = ({ headers }) => {
  const text = headers['x-content-type-options'];
  return text?.trim().toLowerCase() === 'nosniff'
    ? { finding: 'nosniff', score: 0 }
    : { finding: text === undefined ? 'absent' : 'invalid', score: -5 };
};

/** @type {Rule} A policy in the page cannot say who may frame it: the header's counts alone. */
const scoreFraming = ({ headers }) => {
  if (/(?:^|;)\s*frame-ancestors\s/.test(headers['content-security-policy'] ?? '')) {
    return { finding: 'frame-ancestors', score: 5 };
  }
  const text = headers['x-frame-options']?.trim().toLowerCase();
  if (text === 'deny' || text === 'sameorigin') return { finding: text, score: 5 };
  return { finding: text === undefined ? 'absent' : 'invalid', score: -20 };
};

/**
 * @param {string} header
 * @param {string[]} good
 * @param {string} harmless
 * @returns {Rule}
 */
const scoreIsolation =
  (header, good, harmless) =>
  ({ headers }) => {
    const text = headers[header]?.trim().toLowerCase();
    if (text === undefined) return { finding: 'absent', score: 0 };
    if (good.includes(text)) return { finding: text, score: 10 };
    return text === harmless ? { finding: text, score: 0 } : { finding: 'invalid', score: -5 };
  };

/** @type {readonly [rule: string, score: Rule][]} */
const rules = [
  ['content-security-policy', scorePolicy],
  ['cookies', scoreCookies],
  [
    'cross-origin-embedder-policy',
    scoreIsolation(
      'cross-origin-embedder-policy',
      ['require-corp', 'credentialless'],
      'unsafe-none',
    ),
  ],
  [
    'cross-origin-opener-policy',
    scoreIsolation(
      'cross-origin-opener-policy',
      ['same-origin', 'same-origin-allow-popups', 'noopener-allow-popups'],
      'unsafe-none',
    ),
  ],
  ['cross-origin-resource-sharing', scoreSharing],
  ['redirection', scoreRedirection],
  ['referrer-policy', scoreReferrer],
  ['strict-transport-security', scoreTransport],
  ['subresource-integrity', scoreIntegrity],
  ['x-content-type-options', scoreSniffing],
  ['x-frame-options', scoreFraming],
  [
    'cross-origin-resource-policy',
    scoreIsolation('cross-origin-resource-policy', ['same-origin', 'same-site'], 'cross-origin'),
  ],
];

/**
 * @param {Answer} answer
 * @returns {{ score: number, verdicts: Verdict[] }}
 */
export const scoreAnswer = (answer) => {
  const verdicts = rules.map(([rule, score]) => ({ rule, ...score(answer) }));
  const sum = (/** @type {Verdict[]} */ some) =>
    some.reduce((total, { score }) => total + score, startScore);
  const withoutExtra = sum(verdicts.filter(({ score }) => score < 0));
  const score = withoutExtra >= leastForExtra ? sum(verdicts) : withoutExtra;
  return { score: Math.max(score, 0), verdicts };
};
