/** Owns what stands on paper, in engines whose drivers cannot print: the page with its print rules in force. */

/**
 * Runs in the page, and leaves it as it was.
 *
 * @returns {{ text: string, fields: string[], rules: number }} What can be seen, what fields that can be seen
 *   hold, and how many print rules there were.
 */
export const readPaper = () => {
  const host = document.querySelector('agencyhandy-onboarding');
  const shadow = host?.shadowRoot ?? document;
  const sheets = [
    ...document.styleSheets,
    ...document.adoptedStyleSheets,
    ...shadow.styleSheets,
    ...shadow.adoptedStyleSheets,
  ];
  /**
   * @param {CSSRuleList} rules
   * @returns {CSSMediaRule[]}
   */
  const search = (rules) =>
    [...rules].flatMap((rule) => [
      ...(rule instanceof CSSMediaRule && /\b(print|screen)\b/.test(rule.media.mediaText)
        ? [rule]
        : []),
      ...('cssRules' in rule ? search(/** @type {CSSGroupingRule} */ (rule).cssRules) : []),
    ]);
  const rules = search(/** @type {any} */ (sheets.flatMap((sheet) => [...sheet.cssRules])));
  const media = rules.map((rule) => rule.media.mediaText);
  for (const { media } of rules) {
    media.mediaText = /\bprint\b/.test(media.mediaText) ? 'all' : 'not all';
  }
  const page = /** @type {HTMLElement | null} */ (shadow.querySelector('.page'));
  const fields = [...shadow.querySelectorAll('input, textarea')]
    .filter((field) => field.checkVisibility())
    .map((field) => String(Reflect.get(field, 'value')));
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not to be in it.
  const text = page?.innerText ?? '';
  for (const [index, rule] of rules.entries()) rule.media.mediaText = media[index];
  return { text, fields, rules: rules.length };
};
