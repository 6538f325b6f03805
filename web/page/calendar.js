/**
 * Owns the text of a calendar file with one event (RFC 5545): lines of at most 75 octets, texts
 * escaped, times in UTC. The event never holds a key.
 */

const mostOctets = 75;
const weekMs = 7 * 24 * 60 * 60 * 1000;

/** @param {string} text */
const escapeText = (text) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n]/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the format allows no other.
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');

/** @param {Date} date */
const toUtc = (date) => date.toISOString().replace(/[-:]|\.\d+/g, '');

/**
 * Never splits a character: a reader may decode line by line.
 *
 * @param {string} line
 */
const fold = (line) => {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > mostOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
};

/**
 * @param {object} event
 * @param {string} event.id Tells this event from others; the same again replaces it.
 * @param {string} event.summary
 * @param {string} event.description
 * @param {string} [event.url]
 * @param {Date} event.startsAt
 * @param {Date} event.now
 * @returns {string} Reminds a week before, or halfway where there is less than two weeks left.
 */
export const toCalendar = ({ id, summary, description, url, startsAt, now }) => {
  const leftMs = Math.max(0, startsAt.getTime() - now.getTime());
  const aheadMinutes = Math.floor(Math.min(weekMs, leftMs / 2) / 60_000);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//agencyhandy-onboarding//EN',
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}-${toUtc(startsAt)}@agencyhandy-onboarding`,
    `DTSTAMP:${toUtc(now)}`,
    `DTSTART:${toUtc(startsAt)}`,
    'DURATION:PT15M',
    'TRANSP:TRANSPARENT',
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...(url ? [`URL:${new URL(url).href}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:-PT${aheadMinutes}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
};
