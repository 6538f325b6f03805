/**
 * Owns the static site: how the page becomes files for any host, and a small server that sends them with
 * exactly the site's headers (site-headers.js). Does not own the package's build.
 */

import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { minifyOptions } from './minify.js';
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
 * @param {object} options
 * @param {string} options.baseUrl
 * @param {string} [options.settingsUrl]
 * @param {readonly string[]} options.frameHosts
 * @param {readonly string[]} options.needed Scripts to be fetched beside the page's own.
 */
const toHtml = (template, { baseUrl, settingsUrl, frameHosts, needed }) => {
  /** @type {Record<string, string>} */
  const values = {
    needed: needed.map((file) => `<link rel="modulepreload" href="${file}">`).join(''),
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
 * Firefox before 155 remembers that an address failed, so a second try needs another one. The page
 * passes what makes it another; no bundler would let the source itself add it.
 *
 * @param {string} text
 */
const allowSecondTry = (text) =>
  text.replace(
    /\(\w*\) => import\("([^"]+)"\)/g,
    (_, file) => `(again = "") => import("${file}" + again)`,
  );

/** @param {string} dir */
const removeScripts = async (dir) => {
  const names = await readdir(dir);
  const scripts = names.filter((name) => extname(name) === '.js');
  await Promise.all(scripts.map((name) => rm(join(dir, name))));
};

/**
 * Bundles `page.js` and `frame.js`, and beside them the parts that are fetched later or shared, each named after
 * its content.
 *
 * @param {string} outDir
 * @returns {Promise<(entry: string) => string[]>} The files that an entry cannot start without.
 */
const bundleScripts = async (outDir) => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [source('page.js'), source('frame.js')],
    outdir: outDir,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    metafile: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  await removeScripts(outDir);
  for (const { path, text } of outputFiles) {
    const options = { ...minifyOptions, module: true };
    const { code } = await minify(allowSecondTry(text), options);
    await writeFile(path, `${code}\n`);
  }
  return (entry) =>
    Object.entries(metafile.outputs)
      .filter(([path]) => basename(path) === entry)
      .flatMap(([, { imports }]) => imports)
      .filter(({ kind }) => kind === 'import-statement')
      .map(({ path }) => basename(path));
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
  const toNeeded = await bundleScripts(outDir);
  const writeHtml = async (/** @type {string} */ name) => {
    const template = await readFile(source(`${name}.html`), 'utf8');
    const needed = toNeeded(name === 'index' ? 'page.js' : 'frame.js');
    const html = toHtml(template, { baseUrl: apiUrl, settingsUrl, frameHosts, needed });
    await writeFile(join(outDir, `${name}.html`), html);
  };
  await Promise.all([
    ...['page.css', 'later.css'].map(async (name) =>
      writeFile(join(outDir, name), await bundleCss(source(`styles/${name}`))),
    ),
    writeHtml('index'),
    writeHtml('frame'),
    copyFile(source('favicon.svg'), join(outDir, 'favicon.svg')),
    copyFile(join(root, 'dist/agencyhandy.wasm'), join(outDir, 'agencyhandy.wasm')),
  ]);
  await writeHostFiles(outDir, { baseUrl: apiUrl, frameHosts });
};

/** A file lies directly in the folder and has a plain name: nothing else is a path here. */
const fileName = /^\/([a-z][A-Za-z0-9-]*\.[a-z]+)?$/;

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
