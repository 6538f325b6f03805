// Owns how the usual static hosts are told the site's headers: one file for each, all from one list.
// Owns no header (site-headers.js).

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHeaders, isServed, siteHeaders } from './site-headers.js';

/** @import { HeaderOptions, Headers } from './site-headers.js' */

/**
 * @typedef {object} ServedFile
 * @property {string} name
 * @property {Headers} headers all of them, the media type too
 *
 * @typedef {object} Site
 * @property {Headers} shared what every answer carries, also a 404
 * @property {ServedFile[]} files
 */

/**
 * @param {string} indent
 * @param {readonly string[]} lines
 */
const block = (indent, lines) => lines.map((line) => `${indent}${line}\n`).join('');

/**
 * @param {Headers} headers
 * @param {(name: string, value: string) => string} write
 */
const toLines = (headers, write) =>
  Object.entries(headers).map(([name, value]) => write(name, value));

/** Besides HTML, which every host knows to be text. */
const compressed = ['text/css', 'text/javascript', 'image/svg+xml', 'application/wasm'];

/** @param {string} name */
const escapePattern = (name) => name.replaceAll('.', '\\.');

/** @param {string} name a host may leave out `index.html`, and an extension that says nothing */
const toPaths = (name) =>
  name.endsWith('.html')
    ? [`/${name}`, name === 'index.html' ? '/' : `/${name.slice(0, -'.html'.length)}`]
    : [`/${name}`];

/**
 * Two rules that match one path have their values joined, which means nothing good for a policy: a
 * header is for all paths, or it is for single ones.
 *
 * @param {Site} site
 */
const toHeadersFile = ({ shared, files }) => {
  const isShared = (/** @type {string} */ name) =>
    files.every(({ headers }) => headers[name] === shared[name]);
  const common = Object.fromEntries(Object.entries(shared).filter(([name]) => isShared(name)));
  const rules = files.map(({ name, headers }) => {
    const own = Object.entries(headers).filter(
      ([header, value]) =>
        common[header] === undefined && (header !== 'Content-Type' || value === 'application/wasm'),
    );
    return { name, own: Object.fromEntries(own) };
  });
  const write = (/** @type {string} */ path, /** @type {Headers} */ headers) =>
    `${path}\n${block(
      '  ',
      toLines(headers, (name, value) => `${name}: ${value}`),
    )}`;
  return [
    write('/*', common),
    ...rules
      .filter(({ own }) => Object.keys(own).length > 0)
      .flatMap(({ name, own }) => toPaths(name).map((path) => write(path, own))),
  ].join('\n');
};

/**
 * @param {Headers} shared
 * @param {Headers} headers
 * @returns {{ type: string, changed: Headers, absent: string[] }} the media type, and how the rest
 *   differs from what every answer carries
 */
const compare = (shared, { 'Content-Type': type, ...headers }) => ({
  type,
  changed: Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => shared[name] !== value),
  ),
  absent: Object.keys(shared).filter((name) => !(name in headers)),
});

/** @param {Site} site */
const toNginx = ({ shared, files }) => {
  const write = (/** @type {Headers} */ headers) =>
    toLines(headers, (name, value) => `add_header ${name} "${value}" always;`);
  const toLocation = (/** @type {ServedFile} */ { name, headers }) => {
    const { type, changed, absent } = compare(shared, headers);
    const { 'Content-Type': _, ...all } = headers;
    const [mediaType, charset] = type.split('; charset=');
    return `location = /${name} {\n${block('  ', [
      'types { }',
      `default_type ${mediaType};`,
      ...(charset ? [`charset ${charset};`, `charset_types ${mediaType};`] : []),
      // One add_header here, and none from above holds any more.
      ...(Object.keys(changed).length + absent.length > 0 ? write(all) : []),
    ])}}\n`;
  };
  return [
    '# Inside a server block that has a root:  include <the root>/nginx.conf;\n',
    block('', write(shared)),
    block('', ['gzip on;', `gzip_types ${compressed.join(' ')};`]),
    'location = / {\n  rewrite ^ /index.html last;\n}\n',
    ...files.map(toLocation),
    'location / {\n  return 404;\n}\n',
  ].join('\n');
};

/** @param {Site} site */
const toCaddy = ({ shared, files }) => {
  const write = (/** @type {Headers} */ headers) =>
    toLines(headers, (name, value) => `${name} "${value}"`);
  const toHandle = (/** @type {ServedFile} */ { name, headers }) => {
    const { type, changed, absent } = compare(shared, headers);
    const lines = [`Content-Type "${type}"`, ...write(changed), ...absent.map((one) => `-${one}`)];
    const files = 'file_server {\n      disable_canonical_uris\n    }';
    return `  handle /${name} {\n    header {\n${block('      ', lines)}    }\n    ${files}\n  }\n`;
  };
  const types = compressed.concat('text/html').map((type) => `header Content-Type ${type}*`);
  return [
    '# In this folder:  SITE_ADDRESS=onboarding.example.com caddy run',
    '{$SITE_ADDRESS:localhost} {',
    block('  ', ['root * {$SITE_ROOT:.}', 'rewrite / /index.html']),
    `  header {\n${block('    ', write(shared))}  }\n`,
    `  encode gzip {\n    match {\n${block('      ', types)}    }\n  }\n`,
    ...files.map(toHandle),
    '  handle {\n    respond 404\n  }\n}\n',
  ].join('\n');
};

/** @param {Site} site */
const toApache = ({ shared, files }) => {
  const write = (/** @type {Headers} */ headers) =>
    toLines(headers, (name, value) => `Header always set ${name} "${value}"`);
  const toFiles = (/** @type {ServedFile} */ { name, headers }) => {
    const { type, changed, absent } = compare(shared, headers);
    const lines = [
      `ForceType "${type}"`,
      ...write(changed),
      ...absent.map((one) => `Header always unset ${one}`),
    ];
    return `<Files "${name}">\n${block('  ', lines)}</Files>\n`;
  };
  return [
    '# Needs mod_headers and AllowOverride FileInfo. Without mod_headers Apache answers 500, which is\n# better than a page without its policy.\n',
    block('', write(shared)),
    ...files.map(toFiles),
    `<IfModule mod_deflate.c>\n  <IfModule mod_filter.c>\n    AddOutputFilterByType DEFLATE text/html ${compressed.join(' ')}\n  </IfModule>\n</IfModule>\n`,
    `RedirectMatch 404 "/(?:${Object.keys(writers).map(escapePattern).join('|')})$"\n`,
  ].join('\n');
};

/** @type {Readonly<Record<string, (site: Site) => string>>} */
const writers = {
  _headers: toHeadersFile,
  'nginx.conf': toNginx,
  Caddyfile: toCaddy,
  '.htaccess': toApache,
};

/**
 * @param {Site} site
 * @returns {Record<string, string>} each host's file, by its name
 */
export const toHostFiles = (site) =>
  Object.fromEntries(Object.entries(writers).map(([name, write]) => [name, write(site)]));

/**
 * Writes the hosts' files beside the site's own, for exactly those that lie there.
 *
 * @param {string} dir
 * @param {HeaderOptions} options
 */
export const writeHostFiles = async (dir, options) => {
  const names = (await readdir(dir)).filter(isServed).sort();
  const site = {
    shared: siteHeaders(options),
    files: names.map((name) => ({ name, headers: fileHeaders(name, options) })),
  };
  await Promise.all(
    Object.entries(toHostFiles(site)).map(([name, text]) => writeFile(join(dir, name), text)),
  );
};
