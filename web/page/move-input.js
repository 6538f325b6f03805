/**
 * Owns the handing over of what a person typed, chose and opened, from the page in one language to the
 * same page in another. Nothing is sent or checked by it.
 */

/** Sent to each control that was filled, for those that show something beside it. */
const restored = 'restored';

/**
 * @param {HTMLElement} control
 * @param {() => void} act
 */
export const onRestored = (control, act) => control.addEventListener(restored, act);

/** @param {Element} control */
const toSelector = ({ localName, id, attributes }) => {
  if (id) return `#${id}`;
  const { name, value } = Object.fromEntries(
    [...attributes].map((attribute) => [attribute.name, attribute.value]),
  );
  return `${localName}[name="${name}"][value="${value}"]`;
};

/**
 * @param {Element} from
 * @param {Element | null} to
 */
const move = (from, to) => {
  if (from instanceof HTMLInputElement && to instanceof HTMLInputElement) {
    to.value = from.value;
    to.checked = from.checked;
  } else if (from instanceof HTMLTextAreaElement && to instanceof HTMLTextAreaElement) {
    to.value = from.value;
  } else if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) {
    to.open = from.open;
  } else if (from.ariaSelected === 'true' && to instanceof HTMLElement) {
    to.click();
  }
  to?.dispatchEvent(new Event(restored));
};

/**
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 */
export const moveInput = (old, fresh) => {
  const controls = 'input, textarea:not([readonly]), details, [role="tab"]';
  for (const control of old.querySelectorAll(controls)) {
    move(control, fresh.querySelector(toSelector(control)));
  }
};
