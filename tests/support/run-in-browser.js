// Owns the way from shared cases to tests of Node's runner that run in a real browser. Owns no case.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { forms } from './cases/01-redirects.js';
import { makeCertificate } from './certificate.js';
import { redirect } from './faults.js';
import { startBrowserHost } from './page-stage.js';
import { play } from './play.js';
import { headerOf } from './request-reader.js';
import { readRows } from './rows.js';
import { key } from './samples.js';

/** @import { HostName } from './stage.js' */

/** @param {Exclude<HostName, 'node'>} name all rows that a browser has to show become tests */
export async function runInBrowser(name) {
  /** @type {Awaited<ReturnType<typeof startBrowserHost>>} */
  let host;
  before(async () => {
    host = await startBrowserHost(name);
  });
  after(() => host?.close());

  for (const { number, title, inBrowsers, cases } of await readRows()) {
    if (!inBrowsers) continue;
    describe(`row ${number}, ${title}, in ${name}`, () => {
      for (const one of cases) {
        const skip = one.skip?.[name] ?? (one.isLong && '`npm run faults` plays it in a browser');
        test(one.name, { skip }, () => play(host, one));
      }
    });
  }

  // Without this, a target that no page can reach would prove nothing.
  for (const form of forms) {
    const reaches = form.hasCredentials ? 'is itself kept from' : 'does reach';
    test(`control: a page that follows ${reaches} ${form.name} in ${name}`, async (t) => {
      const { stage, close } = await host.open(() => {});
      t.after(close);
      const third = await stage.listen();
      const server = await stage.listen(form.secure ? { tls: makeCertificate() } : {});
      const target = form.locate(server.port, third.port);
      const api = server.serve(redirect(307, target), form.host);
      await host.page.evaluate(
        (url, value) => fetch(url, { headers: { 'x-api-key': value } }).catch(() => {}),
        `${api.baseUrl}/roles`,
        key,
      );
      const known = third.strays().map((request) => headerOf(request, 'x-api-key'));
      assert.deepEqual(known, form.hasCredentials ? [] : [key]);
    });
  }
}
