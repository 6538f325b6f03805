import assert from 'node:assert/strict';
import dns from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { test } from 'node:test';
import { load } from 'agencyhandy-onboarding';
import { forms, redirectCases } from '../support/cases/01-redirects.js';
import { makeCertificate } from '../support/certificate.js';
import { redirect } from '../support/faults.js';
import { headerOf } from '../support/request-reader.js';
import { runCases } from '../support/run-cases.js';
import { key } from '../support/samples.js';
import { nodeStage } from '../support/stage.js';

// Some systems know only localhost itself.
const { lookup } = dns;
Reflect.set(dns, 'lookup', (/** @type {string} */ host, /** @type {unknown[]} */ ...rest) =>
  Reflect.apply(lookup, dns, [host.endsWith('.localhost') ? 'localhost' : host, ...rest]),
);

/**
 * What a client does that trusts every Location.
 * @param {string} url
 * @returns {Promise<void>} when the last answer has come
 */
function follow(url) {
  const send = url.startsWith('https') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = send(url, { headers: { 'x-api-key': key }, agent: false }, (incoming) => {
      const { location } = incoming.headers;
      incoming.resume();
      resolve(location ? follow(new URL(location, url).href) : undefined);
    });
    outgoing.on('error', reject).end();
  });
}

// One case speaks https to a certificate that nobody has signed.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
process.removeAllListeners('warning');

runCases(redirectCases);

// Without this, a target that no client can reach would prove nothing.
for (const { name, locate, host, secure } of forms) {
  test(`control: a client that follows does reach ${name}`, async (t) => {
    const { listen } = await nodeStage(t);
    const third = await listen();
    const server = await listen(secure ? { tls: makeCertificate() } : {});
    const api = server.serve(redirect(307, locate(server.port, third.port)), host);
    await follow(`${api.baseUrl}/roles`);
    assert.equal(headerOf(third.strays()[0], 'x-api-key'), key);
  });
}

test('a redirected verification is notTheApi, and the third party hears nothing', async (t) => {
  const { listen, serve } = await nodeStage(t);
  const third = await listen();
  const api = serve(redirect(307, `http://127.0.0.1:${third.port}/`));
  const onboarding = (await load()).createOnboarding({ baseUrl: api.baseUrl });
  const ended = new Promise((resolve) =>
    onboarding.subscribe((state) => state.name !== 'verifying' && resolve(state.name)),
  );
  onboarding.send({ type: 'key', text: key });
  assert.equal(await ended, 'notTheApi');
  assert.equal(onboarding.state.error?.kind, 'redirect_refused');
  assert.equal(third.connections(), 0);
  onboarding.dispose();
});
