/** The reminder's file, held against RFC 5545, and how a person comes to it. */

import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { toCalendar } from '../../web/page/calendar.js';
import { startWorld } from './support/world.js';

/** @import { World } from './support/world.js' */

const dayMs = 24 * 60 * 60 * 1000;
const now = new Date('2026-08-16T10:00:00.123Z');

/** @param {Partial<Parameters<typeof toCalendar>[0]>} change */
const create = (change = {}) =>
  toCalendar({
    id: '6525994184e9ddd79853450e',
    summary: 'Key of Acme',
    description: 'Make a new one.',
    url: 'https://acme.agencyhandy.com/workspace-config?tab=api-key',
    startsAt: new Date('2027-01-02T03:04:05.678Z'),
    now,
    ...change,
  });

/** @param {string} text */
const unfold = (text) => text.replaceAll('\r\n ', '').split('\r\n');

/**
 * @param {string} text
 * @param {string} name
 */
const readLine = (text, name) =>
  unfold(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);

test('has one event with the parts that the format asks for, and times in UTC', () => {
  const text = create();
  assert.deepEqual(
    unfold(text).filter((line) => /^(BEGIN|END)/.test(line)),
    [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ],
  );
  assert.equal(readLine(text, 'VERSION'), '2.0');
  assert.equal(readLine(text, 'DTSTAMP'), '20260816T100000Z');
  assert.equal(readLine(text, 'DTSTART'), '20270102T030405Z');
  assert.equal(
    readLine(text, 'UID'),
    '6525994184e9ddd79853450e-20270102T030405Z@agencyhandy-onboarding',
  );
  assert(text.endsWith('END:VCALENDAR\r\n'));
  assert.doesNotMatch(text, /[^\r]\n|\r[^\n]/, 'every line ends in CRLF');
});

test('folds at 75 octets, never inside a character, and loses nothing', () => {
  for (const summary of ['a'.repeat(400), 'ключ '.repeat(60), '密钥'.repeat(90), '🗝️'.repeat(80)]) {
    const text = create({ summary });
    for (const line of text.split('\r\n')) {
      const bytes = Buffer.from(line);
      assert(bytes.byteLength <= 75, `${bytes.byteLength} octets`);
      assert(!line.includes('\uFFFD') && line.isWellFormed());
    }
    assert.equal(readLine(text, 'SUMMARY'), summary);
  }
});

test('escapes what would end a text or a line', () => {
  const hostile = 'a,b;c\\d\r\nEND:VEVENT\nBEGIN:VEVENT\r\u0007\u2068x\u2069';
  const text = create({ summary: hostile, id: 'x\r\nATTACH:http://example.com/' });
  assert.equal(readLine(text, 'SUMMARY'), 'a\\,b\\;c\\\\d\\nEND:VEVENT\\nBEGIN:VEVENT\\nx');
  assert.equal(unfold(text).filter((line) => line === 'BEGIN:VEVENT').length, 1);
  assert.equal(readLine(text, 'ATTACH'), undefined);
});

test('reminds a week before, or halfway where less is left', () => {
  const after = (/** @type {number} */ days) =>
    readLine(create({ startsAt: new Date(now.getTime() + days * dayMs) }), 'TRIGGER');
  assert.equal(after(100), `-PT${7 * 24 * 60}M`);
  assert.equal(after(2), `-PT${24 * 60}M`);
  assert.equal(after(-3), '-PT0M');
});

/** @type {World} */
let world;
before(async () => {
  world = await startWorld({ keyLifetimeSeconds: 90 * 24 * 60 * 60, isRehearsal: false });
});
after(() => world.close());

test('is offered where the expiry is known, is saved as a file, and holds no key', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'agencyhandy-downloads-'));
  const visit = await world.visit();
  const session = await visit.page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    browserContextId: visit.page.browserContext().id,
    downloadPath: dir,
  });
  await visit.type('Workspace', 'acme');
  const key = world.sandbox.generateKey();
  await visit.paste('API key', key);
  await visit.waitForState('ready');
  await visit.click('button', 'Save a calendar reminder');
  await visit.waitForAnnouncement('status', /Saved as agencyhandy-api-key\.ics/);
  const endMs = Date.now() + 10_000;
  while (!(await readdir(dir)).includes('agencyhandy-api-key.ics')) {
    assert(Date.now() < endMs, 'the file comes');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const text = await readFile(join(dir, 'agencyhandy-api-key.ics'), 'utf8');
  assert.match(readLine(text, 'SUMMARY') ?? '', /Lantern & Loom Studio/);
  assert.equal(readLine(text, 'URL'), 'https://acme.agencyhandy.com/workspace-config?tab=api-key');
  const { exp } = JSON.parse(Buffer.from(key.split('.')[1], 'base64url').toString());
  const expected = new Date(exp * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
  assert.equal(readLine(text, 'DTSTART'), expected);
  for (const part of key.split('.')) assert(!text.includes(part.slice(0, 12)));
  assert.deepEqual(visit.complaints, []);
  assert.deepEqual(await visit.violations(), []);
  await rm(dir, { recursive: true });
});
