/** Owns finding an element by role and accessible name the same way in every engine. */

/**
 * @typedef {object} Sight
 * @property {number} x The middle of the element's first box, in the middle of the view.
 * @property {number} y
 * @property {boolean} isCovered Whether something else would get the click.
 * @property {boolean} isFocused
 * @property {boolean} isSiblingFocused Whether another radio of its group has the focus: arrows lead on.
 * @property {boolean} isPassed Whether the focus is behind it: Shift+Tab leads back.
 * @property {boolean} isChecked
 * @property {string} value
 */

/**
 * Runs in the page. Roles come from the elements and names from labels and words, which is all that these pages
 * use; what a browser computes is held against it in accessibility.test.js.
 *
 * @param {string} role
 * @param {string} name
 * @returns {Sight | null} null where there is none to be seen.
 */
export const look = (role, name) => {
  /** @type {Record<string, string>} */
  const selectors = {
    button: 'button',
    link: 'a[href]',
    radio: 'input[type="radio"]',
    checkbox: 'input[type="checkbox"]',
    textbox: 'textarea, input:not([type]), input[type="text"], input[type="password"]',
  };
  const tidy = (/** @type {string | null | undefined} */ text) =>
    (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (/** @type {Element} */ element) => {
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const label = labels ? element.labels?.[0]?.textContent : element.textContent;
    return tidy(element.getAttribute('aria-label') ?? label);
  };
  /**
   * @param {Document | ShadowRoot} root
   * @returns {Element[]}
   */
  const search = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(selectors[role]) ? [element] : []),
      ...(element.shadowRoot ? search(element.shadowRoot) : []),
    ]);
  const found = search(document).filter(
    (element) => element.checkVisibility() && nameOf(element) === tidy(name),
  );
  if (found.length > 1) throw new Error(`${found.length} of ${role} "${name}"`);
  if (found.length === 0) return null;

  const [element] = found;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const [box] = element.getClientRects();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const hit = root.elementFromPoint(x, y);
  const label = hit?.closest('label');
  const focused = root.activeElement === document.body ? null : root.activeElement;
  const toGroup = (/** @type {Element | null} */ one) =>
    one instanceof HTMLInputElement && one.type === 'radio' ? one.name : null;
  return {
    x,
    y,
    isCovered: !(hit && (element.contains(hit) || label?.control === element)),
    isFocused: root.activeElement === element,
    isSiblingFocused: role === 'radio' && toGroup(element) === toGroup(focused),
    isPassed:
      focused !== null &&
      (element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    isChecked: element instanceof HTMLInputElement && element.checked,
    value: Reflect.get(element, 'value') ?? '',
  };
};

/**
 * Runs in the page.
 *
 * @returns {string} The focused element: its tag, and its id, name or words.
 */
export const readFocus = () => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  if (!node) return '';
  return `${node.localName} ${node.id || node.getAttribute('aria-label') || node.textContent}`;
};
