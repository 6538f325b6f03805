/**
 * Owns what the frame and the page around it may say to each other: height, locale, theme, `done` and
 * the Company ID. Whatever else a message holds is not read. A key has no place in it. Pure.
 */

const protocol = 'agencyhandy-onboarding/1';

/** @typedef {'light' | 'dark' | 'auto'} Theme */

/** @typedef {{ locale?: string, theme?: Theme }} HostMessage From the page around to the frame. */

/**
 * @typedef {object} FrameMessage From the frame to the page around.
 * @property {number} [height] CSS pixels.
 * @property {string} [locale] The language that the frame speaks.
 * @property {true} [done]
 * @property {string} [companyId] Only beside `done`.
 */

/** @param {HostMessage | FrameMessage} content */
export const toMessage = (content) => ({ protocol, ...content });

/** @param {unknown} data @returns {Record<string, unknown> | undefined} */
const toFields = (data) => {
  const fields = /** @type {Record<string, unknown> | null} */ (data);
  return fields?.protocol === protocol ? fields : undefined;
};

/** @param {unknown} value */
const toLocale = (value) =>
  typeof value === 'string' && /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}$/i.test(value) ? value : undefined;

/** @param {unknown} value @returns {Theme | undefined} */
export const toTheme = (value) =>
  value === 'light' || value === 'dark' || value === 'auto' ? value : undefined;

const mostPixels = 100_000;
const longestId = 200;

/** @param {unknown} value */
const toHeight = (value) =>
  typeof value === 'number' && value >= 0 && value <= mostPixels ? value : undefined;

/** @param {unknown} value */
const toCompanyId = (value) =>
  typeof value === 'string' && value.length <= longestId ? value : undefined;

/**
 * @param {unknown} data
 * @returns {HostMessage | undefined} Undefined where it is none.
 */
export const readHostMessage = (data) => {
  const fields = toFields(data);
  return fields && { locale: toLocale(fields.locale), theme: toTheme(fields.theme) };
};

/**
 * @param {unknown} data
 * @returns {FrameMessage | undefined} Undefined where it is none.
 */
export const readFrameMessage = (data) => {
  const fields = toFields(data);
  return (
    fields && {
      height: toHeight(fields.height),
      locale: toLocale(fields.locale),
      ...(fields.done === true && { done: true, companyId: toCompanyId(fields.companyId) }),
    }
  );
};
