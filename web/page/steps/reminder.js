/** Owns the offer of a reminder, as a calendar file, where it is known when the key expires. */

import { toCalendar } from '../calendar.js';
import { createButton, h, settingsPath } from '../dom.js';

/** @import { Announcer } from '../announcer.js' */
/** @import { Translator } from '../i18n.js' */
/** @import { State } from '../session.js' */

const fileName = 'agencyhandy-api-key.ics';

/** @param {string} text */
const save = (text) => {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  h('a', { href, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

/**
 * @param {Translator} t
 * @param {Announcer} announcer
 */
export const createReminder = (t, announcer) => {
  /** @type {State | undefined} */
  let known;
  const offer = () => {
    if (!known?.expiresAt) return;
    const { expiresAt, company, settingsUrl } = known;
    const name = company?.name || (company?.id ?? '');
    save(
      toCalendar({
        id: company?.id ?? '',
        summary: t.text('reminder.summary', { company: name }),
        description: t.text('reminder.description', { path: settingsPath }),
        url: settingsUrl,
        startsAt: expiresAt,
        now: new Date(),
      }),
    );
    announcer.status(t.text('reminder.saved', { file: fileName }));
  };
  const node = h(
    'div.reminder',
    { hidden: true },
    createButton(t.text('reminder.button'), offer),
    h('p.hint', t.text('reminder.hint')),
  );
  return {
    node,
    /** @param {State} state */
    paint: (state) => {
      known = state;
      node.hidden = state.expiresAt === undefined;
    },
  };
};
