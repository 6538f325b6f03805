/**
 * Owns the static site: how the page becomes files for any host, and a small server that sends them with
 * exactly the site's headers (site-headers.js). Does not own the package's build.
 */

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { minifyOptions } from './package.js';
import {
  defaultBaseUrl,
  fileHeaders,
  isServed,
  siteHeaders,
  toMetaPolicy,
} from './site-headers.js';
import { writeHostFiles } from './site-hosts.js';

/** @import { IncomingMessage, Server, ServerResponse } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */
/** @import { HeaderOptions } from './site-headers.js' */

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (/** @type {string} */ name) => join(root, 'web/page', name);

/** @param {string} text */
const escapeHtml = (text) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * @param {string} template
 * @param {{ baseUrl: string, settingsUrl?: string, frameHosts?: readonly string[] }} options
 */
const toHtml = (template, { baseUrl, settingsUrl, frameHosts = [] }) => {
  /** @type {Record<string, string>} */
  const values = {
    contentSecurityPolicy: escapeHtml(toMetaPolicy(baseUrl)),
    settingsUrl: escapeHtml(settingsUrl ?? ''),
    baseUrl: escapeHtml(baseUrl),
    host: escapeHtml(new URL(baseUrl).host),
    frameHosts: escapeHtml(frameHosts.join(' ')),
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

/**
 * @param {string} outDir
 * @param {string} name
 */
const bundleScript = async (outDir, name) => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [source(name)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const { code } = await minify(outputFiles[0].text, { ...minifyOptions, module: true });
  await writeFile(join(outDir, name), `${code}\n`);
};

/**
 * Writes the page, ready for any static host. The package must have been built: it is resolved by
 * its name.
 *
 * @param {object} options
 * @param {string} options.outDir Created where it is missing.
 * @param {string} [options.baseUrl] The API that the page talks to. Default: https://api.agencyhandy.com
 * @param {string} [options.settingsUrl] A rehearsal's settings page. Default: none.
 * @param {readonly string[]} [options.frameHosts] Origins that may embed frame.html. Default: none.
 */
export const buildSite = async ({
  baseUrl = defaultBaseUrl,
  settingsUrl,
  frameHosts = [],
  outDir,
}) => {
  const apiUrl = baseUrl.replace(/\/+$/, '');
  await mkdir(outDir, { recursive: true });
  const writeHtml = async (/** @type {string} */ name) => {
    const template = await readFile(source(name), 'utf8');
    const html = toHtml(template, { baseUrl: apiUrl, settingsUrl, frameHosts });
    await writeFile(join(outDir, name), html);
  };
  await Promise.all([
    bundleScript(outDir, 'page.js'),
    bundleScript(outDir, 'frame.js'),
    bundleCss(source('styles/page.css')).then((css) => writeFile(join(outDir, 'page.css'), css)),
    writeHtml('index.html'),
    writeHtml('frame.html'),
    copyFile(source('favicon.svg'), join(outDir, 'favicon.svg')),
    copyFile(join(root, 'dist/agencyhandy.wasm'), join(outDir, 'agencyhandy.wasm')),
  ]);
  await writeHostFiles(outDir, { baseUrl: apiUrl, frameHosts });
};

/** A file lies directly in the folder and has a plain name: nothing else is a path here. */
const fileName = /^\/([a-z][a-zA-Z0-9-]*\.[a-z]+)?$/;

/**
 * @param {string} dir
 * @param {string} target The request's target.
 * @returns {Promise<{ name: string, content: Uint8Array } | undefined>}
 */
const readSiteFile = async (dir, target) => {
  const match = fileName.exec(target.split('?')[0]);
  if (!match) return undefined;
  const name = match[1] ?? 'index.html';
  if (!isServed(name)) return undefined;
  try {
    return { name, content: await readFile(join(dir, name)) };
  } catch {
    return undefined;
  }
};

const compress = promisify(brotliCompress);
const compressionParams = { [constants.BROTLI_PARAM_QUALITY]: 5 };

/**
 * @param {Uint8Array} content
 * @param {IncomingMessage} request
 * @returns {Promise<{ content: Uint8Array, encoding: Record<string, string> }>}
 */
const encode = async (content, { headers }) => {
  const encoding = { Vary: 'Accept-Encoding' };
  if (!/\bbr\b/.test(String(headers['accept-encoding']))) return { content, encoding };
  return {
    content: await compress(content, { params: compressionParams }),
    encoding: { ...encoding, 'Content-Encoding': 'br' },
  };
};

/**
 * @param {string} dir
 * @param {HeaderOptions} options
 */
const createResponder =
  (dir, options) =>
  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const file = isRead ? await readSiteFile(dir, request.url ?? '') : undefined;
    const status = isRead ? (file ? 200 : 404) : 405;
    const { content, encoding } = await encode(
      file?.content ?? Buffer.from(`${status}\n`),
      request,
    );
    response.writeHead(status, {
      ...encoding,
      ...(file
        ? fileHeaders(file.name, options)
        : { ...siteHeaders(options), 'Content-Type': 'text/plain; charset=utf-8' }),
      ...(status === 405 && { Allow: 'GET, HEAD' }),
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

/** @param {string} dir */
const readFrameHosts = async (dir) => {
  const html = await readFile(join(dir, 'frame.html'), 'utf8');
  return /name="frame-hosts" content="([^"]+)"/.exec(html)?.[1].split(' ');
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
  const options = {
    baseUrl: await readBaseUrl(dir),
    frameHosts: await readFrameHosts(dir),
    isSecure: false,
  };
  const server = createServer(createResponder(dir, options));
  const address = await listen(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/`,
    port: address.port,
    close: () => close(server),
  };
};
