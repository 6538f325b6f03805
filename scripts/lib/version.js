// Owns the order of version numbers. Owns no tool's wording beyond "the first number counts".

/**
 * @param {string} text e.g. what `emcc --version` printed
 * @returns {string | undefined} the first dotted number of its first line that has one, '3.1.6'
 */
export function findVersion(text) {
  return /\d+(?:\.\d+)+/.exec(text)?.[0];
}

/**
 * @param {string} version e.g. '3.1.10'
 * @param {string} atLeast e.g. '3.1.6'
 * @returns {boolean} compared number by number, so that 3.1.10 is above 3.1.6
 */
export function isAtLeast(version, atLeast) {
  const have = version.split('.').map(Number);
  const want = atLeast.split('.').map(Number);
  for (let i = 0; i < want.length; i++) {
    const difference = (have[i] ?? 0) - want[i];
    if (difference !== 0) return difference > 0;
  }
  return true;
}
