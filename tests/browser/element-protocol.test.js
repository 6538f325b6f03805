import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFrameMessage, readHostMessage, toMessage } from '../../web/page/element/protocol.js';

const protocol = 'agencyhandy-onboarding/1';

for (const data of [undefined, null, 0, 'x', [], {}, { protocol: 'other' }, { height: 5 }]) {
  test(`${JSON.stringify(data)} is no message`, () => {
    assert.equal(readHostMessage(data), undefined);
    assert.equal(readFrameMessage(data), undefined);
  });
}

test('a message comes out as it went in', () => {
  const host = /** @type {const} */ ({ locale: 'pt-BR', theme: 'dark' });
  assert.deepEqual(readHostMessage(toMessage(host)), host);
  const frame = /** @type {const} */ ({ height: 812, locale: 'ar', done: true, companyId: '5eed' });
  assert.deepEqual(readFrameMessage(toMessage(frame)), frame);
});

/** @type {[name: string, values: unknown[]][]} */
const hostile = [
  ['locale', ['', 'e', 'en_GB', '"><img>', 'en-', 'x'.repeat(99), 5, {}, ['en']]],
  ['height', [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e9, '5', null, {}]],
  ['theme', ['', 'Dark', 'url(x)', 1, null]],
];
for (const [name, values] of hostile) {
  test(`${name} is left out where it is none`, () => {
    for (const value of values) {
      const message = { ...readHostMessage({ protocol, [name]: value }) };
      const frameMessage = { ...readFrameMessage({ protocol, [name]: value }) };
      assert.equal(Reflect.get({ ...message, ...frameMessage }, name), undefined, String(value));
    }
  });
}

test('a Company ID counts beside done alone, and nothing else is read', () => {
  assert.equal(readFrameMessage({ protocol, companyId: 'x' })?.companyId, undefined);
  assert.equal(readFrameMessage({ protocol, done: 1, companyId: 'x' })?.companyId, undefined);
  assert.equal(readFrameMessage({ protocol, done: true, companyId: {} })?.companyId, undefined);
  const more = { protocol, done: true, companyId: 'x', apiKey: 'secret', key: 'secret' };
  assert.doesNotMatch(JSON.stringify(readFrameMessage(more)), /secret/);
  assert.doesNotMatch(JSON.stringify(readHostMessage(more)), /secret/);
});
