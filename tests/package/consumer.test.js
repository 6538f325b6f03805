import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { rootDir } from '../../scripts/lib/paths.js';
import { startSandbox } from '../../web/sandbox/index.js';
import { installPacked, makeFolder, removeFolder, runNode, writeFiles } from './support.js';

const folder = makeFolder();
/** @type {Awaited<ReturnType<typeof installPacked>>} */
let packed;
/** @type {Awaited<ReturnType<typeof startSandbox>>} */
let sandbox;

before(async () => {
  packed = await installPacked(folder);
  sandbox = await startSandbox({ port: 0 });
});
after(async () => {
  await sandbox?.close();
  removeFolder(folder);
});

/** What a consumer's script is told; the sandbox's only key is a new one. */
function makeEnvironment() {
  sandbox.clearRequests();
  return { API_URL: sandbox.url, AGENCYHANDY_API_KEY: sandbox.generateKey() };
}

const flow = `
  const agencyhandy = await load();
  const apiKey = process.env.AGENCYHANDY_API_KEY;
  const client = agencyhandy.createClient({ apiKey, baseUrl: process.env.API_URL });
  const companies = await client.listCompanies();
  const { status } = await client
    .withCompany(companies[0].id)
    .request({ method: 'GET', path: '/roles', query: { type: 'company' } });
  console.log(JSON.stringify({
    settingsUrl: agencyhandy.apiKeySettingsUrl('acme'),
    names: companies.map(({ name }) => name),
    status,
  }));
  client.dispose();
`;

const importing = (/** @type {string} */ name) => `import { load } from '${name}';\n${flow}`;

/** @type {[claim: string, file: string, source: string][]} */
const consumers = [
  ['an import', 'import.js', importing('agencyhandy-onboarding')],
  ['an import of the inline entry', 'inline.js', importing('agencyhandy-onboarding/inline')],
  [
    'a require',
    'require.cjs',
    `const { load } = require('agencyhandy-onboarding');\n(async () => {${flow}})();`,
  ],
];

for (const [claim, file, source] of consumers) {
  test(`${claim} works in an empty project, up to the first call`, async () => {
    writeFiles(packed.project, { [file]: source });
    const env = makeEnvironment();
    const { code, stdout, output } = await runNode(packed.project, [file], env);
    assert.equal(code, 0, output);
    const { settingsUrl, names, status } = JSON.parse(stdout);
    assert.equal(settingsUrl, 'https://acme.agencyhandy.com/workspace-config?tab=api-key');
    assert.equal(names.length, 1);
    assert.equal(status, 200);
    const received = sandbox.requests.map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(received, ['GET /accounts/companies', 'GET /roles?type=company']);
  });
}

test('a refused key is a typed error, for import and require alike', async () => {
  const source = `
    import { createRequire } from 'node:module';
    import { isAgencyHandyError, load } from 'agencyhandy-onboarding';
    const client = (await load()).createClient({ apiKey: 'refused-key', baseUrl: process.env.API_URL });
    const error = await client.listCompanies().catch((reason) => reason);
    const common = createRequire(import.meta.url)('agencyhandy-onboarding');
    console.log(JSON.stringify([error.kind, isAgencyHandyError(error), common.isAgencyHandyError(error)]));
    client.dispose();`;
  writeFiles(packed.project, { 'refused.js': source });
  const { code, stdout, output } = await runNode(packed.project, ['refused.js'], makeEnvironment());
  assert.equal(code, 0, output);
  assert.deepEqual(JSON.parse(stdout), ['key_rejected', true, true]);
});

test('the wasm can be named, and passed by hand', async () => {
  const source = `
    import { readFile } from 'node:fs/promises';
    import { load } from 'agencyhandy-onboarding';
    const wasm = await readFile(new URL(import.meta.resolve('agencyhandy-onboarding/agencyhandy.wasm')));
    const agencyhandy = await load({ wasm });
    console.log(agencyhandy.apiKeySettingsUrl('acme'));`;
  writeFiles(packed.project, { 'wasm.js': source });
  const { code, stdout, output } = await runNode(packed.project, ['wasm.js']);
  assert.equal(code, 0, output);
  assert.equal(stdout, 'https://acme.agencyhandy.com/workspace-config?tab=api-key\n');
});

const typed = `
  import { AgencyHandyError, isAgencyHandyError, load } from 'agencyhandy-onboarding';
  const agencyhandy = await load();
  const url: string = agencyhandy.apiKeySettingsUrl('acme');
  using client = agencyhandy.createClient({ apiKey: 'k', timeoutMs: 1000 });
  const companies = await client.listCompanies({ signal: new AbortController().signal });
  const ids: string[] = companies.map((company) => company.id);
  const failed: unknown = new AgencyHandyError('network', 'x');
  if (isAgencyHandyError(failed)) {
    const kind: string = failed.kind;
    const retryable: boolean = failed.retryable;
    console.log(kind, retryable);
  }
  const headers = agencyhandy.authHeaders({ apiKey: 'k', companyId: ids[0] ?? url });
  const value: string = headers['x-api-key'];
  // @ts-expect-error a number is no workspace
  agencyhandy.apiKeySettingsUrl(1);
  // @ts-expect-error there is no such option
  agencyhandy.createClient({ apiKey: 'k', timeout: 1000 });
  export { value };
`;

/** @type {[claim: string, file: string, options: string[]][]} */
const resolutions = [
  ['nodenext', 'typed.ts', ['--module', 'nodenext', '--moduleResolution', 'nodenext']],
  [
    'nodenext from CommonJS',
    'common.cts',
    ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
  ],
  ['bundler', 'typed.ts', ['--module', 'esnext', '--moduleResolution', 'bundler']],
];

for (const [claim, file, options] of resolutions) {
  test(`its types hold under tsc --strict, ${claim}`, async () => {
    const common = `import { load } from 'agencyhandy-onboarding';\nexport const made = load();\n`;
    writeFiles(packed.project, { 'typed.ts': typed, 'common.cts': common });
    const tsc = join(rootDir, 'node_modules/typescript/bin/tsc');
    const libs = ['--target', 'es2022', '--lib', 'es2022,dom,dom.iterable,esnext.disposable'];
    const args = [tsc, '--strict', '--noEmit', ...libs, ...options, file];
    const { code, output } = await runNode(packed.project, args);
    assert.equal(code, 0, output);
  });
}

for (const [claim, file, source] of /** @type {const} */ ([
  ['an import', 'element.js', "import * as element from 'agencyhandy-onboarding/element';"],
  ['a require', 'element.cjs', "const element = require('agencyhandy-onboarding/element');"],
])) {
  test(`${claim} of the element does no harm where there is no document, as on a server`, async () => {
    const used = `${source}\nconsole.log(Object.keys(element).join());`;
    writeFiles(packed.project, { [file]: used });
    const { code, stdout, output } = await runNode(packed.project, [file]);
    assert.equal(code, 0, output);
    assert.equal(stdout, 'AgencyHandyOnboardingElement\n');
  });
}

const typedElement = `
  import { AgencyHandyOnboardingElement, type AgencyHandyCredentials } from 'agencyhandy-onboarding/element';
  const made = document.createElement('agencyhandy-onboarding');
  const same: AgencyHandyOnboardingElement = made;
  const found: AgencyHandyOnboardingElement | null = document.querySelector('agencyhandy-onboarding');
  const mode: 'frame' | 'inline' = made.mode;
  made.addEventListener('credentials', ({ detail }) => {
    const { apiKey, companyId }: AgencyHandyCredentials = detail;
    console.log(apiKey.length, companyId.length);
  });
  made.addEventListener('done', (event) => console.log(event.detail.companyId.length));
  made.addEventListener('click', (event) => console.log(event.clientX));
  made.addEventListener('error', ({ message }) => console.log(message.length));
  // @ts-expect-error done carries no key
  made.addEventListener('done', (event) => console.log(event.detail.apiKey));
  // @ts-expect-error there is no such mode
  made.mode = 'popup';
  export { found, mode, same };
`;

for (const [claim, file, options] of [
  ...resolutions,
  [
    'node10',
    'element.ts',
    ['--module', 'commonjs', '--moduleResolution', 'node10', '--ignoreDeprecations', '6.0'],
  ],
]) {
  test(`the element's types hold under tsc --strict, ${claim}`, async () => {
    const name = String(file).endsWith('.cts') ? 'element.cts' : 'element.ts';
    writeFiles(packed.project, { [name]: typedElement });
    const tsc = join(rootDir, 'node_modules/typescript/bin/tsc');
    const libs = ['--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
    const args = [tsc, '--strict', '--noEmit', ...libs, ...options, name];
    const { code, output } = await runNode(packed.project, args);
    assert.equal(code, 0, output);
  });
}

// Leads the live API's address to the sandbox, so that the example runs as it is printed.
const redirectFetch = `
  const send = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    send(String(input).replace('https://api.agencyhandy.com', process.env.API_URL), init);
`;

test("the README's first example runs as it is printed", async () => {
  const readme = readFileSync(join(packed.installed, 'README.md'), 'utf8');
  const example = /^```js\n([\s\S]*?)^```/m.exec(readme)?.[1];
  assert.ok(example, 'README.md holds no js example');
  writeFiles(packed.project, { 'example.js': example, 'redirect-fetch.js': redirectFetch });
  const args = ['--import', './redirect-fetch.js', 'example.js'];
  const { code, output } = await runNode(packed.project, args, makeEnvironment());
  assert.equal(code, 0, output);
  const paths = sandbox.requests.map(({ path }) => path);
  assert.ok(paths.includes('/accounts/companies'), `the sandbox received: ${paths}`);
});

test('an error that nobody caught is said in a few short lines', async () => {
  const source = `import { load } from 'agencyhandy-onboarding';
    (await load()).apiKeySettingsUrl('ab');`;
  writeFiles(packed.project, { 'uncaught.js': source });
  const { code, output } = await runNode(packed.project, ['uncaught.js']);
  assert.notEqual(code, 0);
  assert.match(output, /AgencyHandyError: A workspace name has at least 3 characters\./);
  const longest = Math.max(...output.split('\n').map((line) => line.length));
  assert.ok(longest <= 400, `a line of ${longest} characters`);
});
