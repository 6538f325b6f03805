// Owns what each file of the site is to be served with: policies, media type, cache rule. Owns neither
// the files (site.js) nor any host's way of writing headers down (site-hosts.js).

import { extname } from 'node:path';
import { frameHeaders } from './frame-headers.js';

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

/**
 * A policy in a meta element may not say who may frame the page: browsers ignore it and complain.
 *
 * @param {string} baseUrl
 */
export const toMetaPolicy = (baseUrl) => {
  const { 'frame-ancestors': _, ...directives } = toDirectives(baseUrl);
  return toPolicy(directives);
};

/**
 * @typedef {object} HeaderOptions
 * @property {string} [baseUrl] The API that the page talks to. Default: https://api.agencyhandy.com
 * @property {readonly string[]} [frameHosts] Origins that may embed frame.html. Default: none.
 * @property {boolean} [isSecure] `false` leaves out what means nothing on plain http. Default: true.
 *
 * @typedef {Record<string, string>} Headers
 */

/**
 * What every answer is to carry, also one that says that there is no such file.
 *
 * @param {HeaderOptions} [options]
 * @returns {Headers}
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

/**
 * What single files carry instead, by their name; `undefined` takes a header away.
 *
 * @type {Readonly<Record<string, (options: HeaderOptions) => Record<string, string | undefined>>>}
 */
const ownHeaders = {
  'frame.html': (options) =>
    frameHeaders(siteHeaders(options)['Content-Security-Policy'], options.frameHosts),
};

/** @type {Readonly<Record<string, string>>} */
const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** A name that holds a hash of the content never means anything else: no question about it twice. */
const hashedName = /-[0-9A-Za-z]{8,}\.(?:js|css|wasm)$/;

/**
 * @param {string} name
 * @returns {boolean} Whether it is a file for visitors, unlike one for the host.
 */
export const isServed = (name) => /^[a-z]/.test(name) && extname(name) in mediaTypes;

/**
 * @param {string} name A file for visitors, directly in the site's folder.
 * @param {HeaderOptions} [options]
 * @returns {Headers} The media type among them.
 */
export const fileHeaders = (name, options = {}) => {
  const headers = {
    ...siteHeaders(options),
    ...(hashedName.test(name) && { 'Cache-Control': 'public, max-age=31536000, immutable' }),
    ...ownHeaders[name]?.(options),
    'Content-Type': mediaTypes[extname(name)],
  };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([header, value]) =>
      value === undefined ? [] : [[header, value]],
    ),
  );
};
