/**
 * Owns the static site: how the page becomes files for any host, which headers they are served with,
 * and a small server that sends exactly those. Does not own the package's build.
 */

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';
import { minifyOptions } from './package.js';

/** @import { IncomingMessage, Server, ServerResponse } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (/** @type {string} */ name) => join(root, 'web/page', name);

export const defaultBaseUrl = 'https://api.agencyhandy.com';

/** Features that the page denies itself; `clipboard-write` alone it needs. */
const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

/** @param {string} baseUrl */
const toDirectives = (baseUrl) => ({
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': `'self' ${new URL(baseUrl).origin}`,
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
});

/** @param {Record<string, string>} directives */
const toPolicy = (directives) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** A policy in a meta element may not say who may frame the page: browsers ignore it and complain. */
const toMetaPolicy = (/** @type {string} */ baseUrl) => {
  const { 'frame-ancestors': _, ...directives } = toDirectives(baseUrl);
  return toPolicy(directives);
};

/**
 * What every file of the site is to be served with.
 *
 * @param {{ baseUrl?: string, isSecure?: boolean }} [options] `baseUrl` is the API that the page talks
 *   to, default https://api.agencyhandy.com; `isSecure: false` leaves out what means nothing on plain
 *   http, default true.
 * @returns {Record<string, string>}
 */
export const siteHeaders = ({ baseUrl = defaultBaseUrl, isSecure = true } = {}) => ({
  'Content-Security-Policy': toPolicy(toDirectives(baseUrl)),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': [
    ...deniedFeatures.map((feature) => `${feature}=()`),
    'clipboard-write=(self)',
  ].join(', '),
  'Cache-Control': 'no-cache',
  ...(isSecure && {
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
  }),
});

/** @param {string} text */
const escapeHtml = (text) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * @param {string} template
 * @param {{ baseUrl: string, settingsUrl?: string }} options
 */
const toHtml = (template, { baseUrl, settingsUrl }) => {
  /** @type {Record<string, string>} */
  const values = {
    contentSecurityPolicy: escapeHtml(toMetaPolicy(baseUrl)),
    settingsUrl: escapeHtml(settingsUrl ?? ''),
    baseUrl: escapeHtml(baseUrl),
    host: escapeHtml(new URL(baseUrl).host),
  };
  const html = template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
  return html.replace(' settings-url=""', '').replace(/\n {4,}/g, '\n');
};

/** @param {string} entry */
const bundleCss = async (entry) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
};

/** @param {string} outDir */
const bundleScript = async (outDir) => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [source('page.js')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const { code } = await minify(outputFiles[0].text, { ...minifyOptions, module: true });
  await writeFile(join(outDir, 'page.js'), `${code}\n`);
};

/** @param {Record<string, string>} headers */
const toHeadersFile = (headers) =>
  ['/*', ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');

/**
 * Writes the page, ready for any static host. The package must have been built: it is resolved by
 * its name.
 *
 * @param {object} options
 * @param {string} options.outDir Created where it is missing.
 * @param {string} [options.baseUrl] The API that the page talks to. Default: https://api.agencyhandy.com
 * @param {string} [options.settingsUrl] A rehearsal's settings page. Default: none.
 */
export const buildSite = async ({ baseUrl = defaultBaseUrl, settingsUrl, outDir }) => {
  const apiUrl = baseUrl.replace(/\/+$/, '');
  await mkdir(outDir, { recursive: true });
  const template = await readFile(source('index.html'), 'utf8');
  await Promise.all([
    bundleScript(outDir),
    bundleCss(source('styles/page.css')).then((css) => writeFile(join(outDir, 'page.css'), css)),
    writeFile(join(outDir, 'index.html'), toHtml(template, { baseUrl: apiUrl, settingsUrl })),
    writeFile(join(outDir, '_headers'), toHeadersFile(siteHeaders({ baseUrl: apiUrl }))),
    copyFile(source('favicon.svg'), join(outDir, 'favicon.svg')),
    copyFile(join(root, 'dist/agencyhandy.wasm'), join(outDir, 'agencyhandy.wasm')),
  ]);
};

/** @type {Readonly<Record<string, string>>} */
const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** A file lies directly in the folder and has a plain name: nothing else is a path here. */
const fileName = /^\/([a-z][a-z0-9-]*\.[a-z]+)?$/;

/**
 * @param {string} dir
 * @param {string} target The request's target.
 * @returns {Promise<{ mediaType: string, content: Uint8Array } | undefined>}
 */
const readSiteFile = async (dir, target) => {
  const match = fileName.exec(target.split('?')[0]);
  if (!match) return undefined;
  const name = match[1] ?? 'index.html';
  const mediaType = mediaTypes[extname(name)];
  if (mediaType === undefined) return undefined;
  try {
    return { mediaType, content: await readFile(join(dir, name)) };
  } catch {
    return undefined;
  }
};

/**
 * @param {string} dir
 * @param {Record<string, string>} headers
 */
const createResponder =
  (dir, headers) =>
  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const file = isRead ? await readSiteFile(dir, request.url ?? '') : undefined;
    const status = isRead ? (file ? 200 : 404) : 405;
    const content = file?.content ?? Buffer.from(`${status}\n`);
    response.writeHead(status, {
      ...headers,
      ...(status === 405 && { Allow: 'GET, HEAD' }),
      'Content-Type': file?.mediaType ?? 'text/plain; charset=utf-8',
      'Content-Length': content.byteLength,
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  };

/**
 * @param {Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<AddressInfo>}
 */
const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(/** @type {AddressInfo} */ (server.address())));
  });

/** @param {Server} server */
const close = (server) =>
  new Promise((/** @type {(value: void) => void} */ resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** @param {string} dir */
const readBaseUrl = async (dir) => {
  const html = await readFile(join(dir, 'index.html'), 'utf8');
  return /base-url="([^"]+)"/.exec(html)?.[1] ?? defaultBaseUrl;
};

/**
 * Serves a built site over plain http with its own headers.
 *
 * @param {object} options
 * @param {string} options.dir What `buildSite` wrote.
 * @param {number} [options.port] Default: 0, a free one.
 * @param {string} [options.host] Default: 127.0.0.1
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} Rejects where the port
 *   is taken.
 */
export const serveSite = async ({ dir, port = 0, host = '127.0.0.1' }) => {
  const headers = siteHeaders({ baseUrl: await readBaseUrl(dir), isSecure: false });
  const server = createServer(createResponder(dir, headers));
  const address = await listen(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/`,
    port: address.port,
    close: () => close(server),
  };
};
