// Owns the step from JSON text that the core has found valid to JavaScript values. Owns no check of
// its own: grammar, depth and encoding are the core's.

/**
 * @param {string} text valid JSON
 * @param {boolean} hasBigInteger whether some integer is beyond 2^53
 * @returns {unknown} the value; integers beyond 2^53 are BigInt, everything else as JSON.parse
 */
export function readJson(text, hasBigInteger) {
  if (!hasBigInteger) return JSON.parse(text);
  const mark = `big-${crypto.randomUUID?.() ?? Math.random()}:`;
  let inString = false;
  // Quote by quote: a pattern for a whole string would take as much stack as the string is long.
  const marked = text.replace(/\\.|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => {
    if (token === '"') inString = !inString;
    return !inString && isBigInteger(token) ? `"${mark}${token}"` : token;
  });
  return JSON.parse(marked, (_, value) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  );
}

/**
 * @param {string} token a number of the text, or some other piece
 * @returns {boolean}
 */
function isBigInteger(token) {
  return /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}
