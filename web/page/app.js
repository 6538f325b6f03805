/**
 * Owns the page as a whole: what stands there at once, what is fetched at the first sign of a person,
 * and the change to another language. Does not own the element around it, nor any step's inside.
 */

import { createAnnouncer } from './announcer.js';
import { createBody } from './body.js';
import { h } from './dom.js';
import { createTranslator } from './i18n.js';
import { languages, pickLanguage } from './messages/languages.js';
import { emptyView, Session } from './session.js';

/** @import { Body } from './body.js' */
/** @import { Translator } from './i18n.js' */
/** @import { Language } from './messages/languages.js' */
/** @import { State } from './session.js' */
/** @import { Host } from './step.js' */

/**
 * @typedef {object} AppOptions
 * @property {string} baseUrl
 * @property {string} [settingsUrl] Where the settings are in a rehearsal.
 * @property {readonly string[]} wanted Languages, best first.
 * @property {Host} [host] The page around, where it is not this page itself.
 * @property {(state: State) => void} onState
 * @property {(file: string) => Promise<void>} addStyles
 * @property {(t: Translator) => void} onLanguage Told of each language that the page comes to stand in.
 */

/** @param {Node} node */
const toFocused = (node) => {
  const root = node.getRootNode();
  return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
};

/** @param {AppOptions} options */
export const createApp = (options) => {
  const { baseUrl, settingsUrl, host, wanted, onState, onLanguage, addStyles } = options;
  const announcer = createAnnouncer();
  const node = h('div.page', ...announcer.nodes);
  /** @type {Body | undefined} */
  let body;
  let tries = 0;
  /** The language that was picked last. */
  let latest = '';
  /** @type {Promise<void> | undefined} */
  let laterStyles;

  const session = new Session({
    baseUrl,
    paint: (view, previous) => {
      const focused = toFocused(node);
      body?.paint(view, previous);
      if (view.loaded) onState(view.state);
      body?.react(view, previous, focused);
    },
  });
  const setting = { session, announcer, settingsUrl, baseUrl, host };

  const loadStyles = () => {
    laterStyles ??= addStyles('later.css');
    return laterStyles;
  };

  /** @param {Language} language */
  const create = async (language) => {
    const again = tries ? `?${tries}` : '';
    tries += 1;
    const { default: words } = await language.first(again);
    const t = createTranslator(language, words);
    return createBody({ ...setting, t }, { language, loadStyles, onLanguage: change });
  };

  /** @param {Body} fresh */
  const put = (fresh) => {
    fresh.paint(session.view, emptyView);
    const old = body;
    body = fresh;
    if (old) {
      // While apart: radios of one group in one tree would take each other's mark.
      fresh.takeOver(old);
      old.node.replaceWith(fresh.node);
      // What the old one said, also while it went, is in its language.
      announcer.clear();
      fresh.focusLanguage();
    } else node.prepend(fresh.node);
    tries = 0;
    Object.assign(node, { lang: fresh.t.locale, dir: fresh.t.dir });
    onLanguage(fresh.t);
  };

  /**
   * The old words stay until the new ones are there, all of them: nothing that was typed gets lost.
   *
   * @param {string} locale
   */
  const change = async (locale) => {
    latest = locale;
    try {
      const language = /** @type {Language} */ (languages.find((one) => one.locale === locale));
      const fresh = await create(language);
      await fresh.loader.load();
      if (latest === locale) put(fresh);
    } catch {
      if (latest === locale) body?.refuseLanguage();
    }
  };

  const open = async () => {
    const picked = pickLanguage(wanted);
    for (const language of [picked, picked, languages[0]]) {
      try {
        return put(await create(language));
      } catch {
        // The next one may be there; where none is, the written guide stays.
      }
    }
    throw new Error('no words');
  };

  const wipe = () => {
    body?.clear();
    session.forget();
  };
  return {
    node,
    session,
    open,
    /** @param {readonly string[]} locales BCP 47, best first. */
    speak: async (locales) => {
      const { locale } = pickLanguage(locales);
      if (body && locale !== body.t.locale) await change(locale);
    },
    wipe,
    dispose: () => {
      wipe();
      session.dispose();
    },
  };
};
