// Owns a self-signed certificate for 127.0.0.1 and localhost, made anew for each process, so that none
// lies in the repository. Owns no trust: a test decides that.

import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const SEQUENCE = 0x30;
const SET = 0x31;

/**
 * @param {number} tag
 * @param {...(Uint8Array | string)} parts
 * @returns {Buffer} one DER element (X.690, 8.1)
 */
function der(tag, ...parts) {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const objectId = (/** @type {string} */ hex) => der(0x06, Buffer.from(hex, 'hex'));
const utcTime = (/** @type {Date} */ date) =>
  der(0x17, `${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`);

// RFC 5280, 4.1 and 4.2.1.6.
const ecdsaWithSha256 = der(SEQUENCE, objectId('2a8648ce3d040302'));
const commonName = objectId('550403');
const subjectAltName = objectId('551d11');

/**
 * Lets this process take any certificate while something runs.
 * @template T
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function trustingAny(run) {
  const name = 'NODE_TLS_REJECT_UNAUTHORIZED';
  const before = process.env[name];
  const { emitWarning } = process;
  // Node warns of it, once.
  process.emitWarning = () => {};
  process.env[name] = '0';
  try {
    return await run();
  } finally {
    process.emitWarning = emitWarning;
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}

/** @returns {{ key: string, cert: string }} both as PEM */
export function makeCertificate() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, commonName, der(0x0c, 'localhost'))));
  const altNames = der(SEQUENCE, der(0x82, 'localhost'), der(0x87, Buffer.from([127, 0, 0, 1])));
  const extension = der(SEQUENCE, subjectAltName, der(0x04, altNames));
  const dayMs = 86_400_000;
  const toSign = der(
    SEQUENCE,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    der(SEQUENCE, utcTime(new Date(Date.now() - dayMs)), utcTime(new Date(Date.now() + dayMs))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, extension)),
  );
  const signature = sign('sha256', toSign, privateKey);
  const whole = der(SEQUENCE, toSign, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
