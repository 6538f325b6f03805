import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameHeaders, readFrameHosts } from '../../scripts/lib/frame-headers.js';
import { siteHeaders } from '../../scripts/lib/site-headers.js';

/** @type {[text: string, hosts: string[]][]} */
const accepted = [
  ['', []],
  ['https://tools.example', ['https://tools.example']],
  ['https://a.example, https://b.example:8443', ['https://a.example', 'https://b.example:8443']],
  [
    'http://localhost:3000 http://127.0.0.1:3000',
    ['http://localhost:3000', 'http://127.0.0.1:3000'],
  ],
  ['*', ['*']],
];
for (const [text, hosts] of accepted) {
  test(`reads the frame hosts '${text}'`, () => assert.deepEqual(readFrameHosts(text), hosts));
}

const refused = [
  'tools.example',
  'https://tools.example/',
  'https://tools.example/page',
  'https://*.example',
  'https:',
  'data:text/html,x',
  "'self'",
  'https://a.example;script-src',
  'https://TOOLS.example',
  'https://user@tools.example',
  '*,https://a.example',
  'null',
];
for (const text of refused) {
  test(`refuses the frame hosts '${text}', which are no exact origins`, () => {
    assert.throws(() => readFrameHosts(text), {
      exitCode: 2,
      message: /^--frame-hosts takes origins/,
    });
  });
}

test('the frame has the site’s policy in all but who may embed it', () => {
  const policy = siteHeaders()['Content-Security-Policy'];
  const named = frameHeaders(policy, ['https://a.example', 'https://b.example']);
  assert.equal(
    named['Content-Security-Policy'],
    policy.replace("frame-ancestors 'none'", 'frame-ancestors https://a.example https://b.example'),
  );
  assert.notEqual(named['Content-Security-Policy'], policy);
  assert.equal(frameHeaders(policy)['Content-Security-Policy'], policy, 'nobody unless named');
});
