/** Owns reading the text out of a PDF as browsers print it (Skia, cairo). Not a reader for any PDF. */

import { inflateSync } from 'node:zlib';

/**
 * @param {Buffer} pdf
 * @returns {string[]} Every compressed stream, inflated, a byte a character.
 */
const readStreams = (pdf) => {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/(?<!end)stream\r?\n/g)].flatMap(({ index, 0: mark }) => {
    const start = index + mark.length;
    const end = text.indexOf('endstream', start);
    try {
      return [inflateSync(pdf.subarray(start, end)).toString('latin1')];
    } catch {
      return [];
    }
  });
};

/** @param {string} hex UTF-16BE */
const fromHex = (hex) => {
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  return String.fromCharCode(...units);
};

/**
 * @param {string} stream With `<01> <0041>` and `<01> <1A> <0041>` lines.
 * @returns {Map<string, string>} From a glyph's hex to its text.
 */
const readMap = (stream) => {
  /** @type {Map<string, string>} */
  const map = new Map();
  for (const [, block] of stream.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph, text] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      map.set(glyph.toUpperCase(), fromHex(text));
    }
  }
  for (const [, block] of stream.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from, to, text] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph += 1) {
        const hex = glyph.toString(16).toUpperCase().padStart(from.length, '0');
        map.set(hex, String.fromCharCode(Number.parseInt(text, 16) + glyph - first));
      }
    }
  }
  return map;
};

/**
 * @param {string} stream With `(text)Tj`, `<0001>Tj` and `[(te)12(xt)]TJ`.
 * @param {Map<string, string>} map
 */
const readText = (stream, map) => {
  const glyphLength = [...map.keys()][0]?.length ?? 2;
  const toText = (/** @type {string} */ hex) =>
    (hex.toUpperCase().match(new RegExp(`.{${glyphLength}}`, 'g')) ?? [])
      .map((glyph) => map.get(glyph) ?? '')
      .join('');
  const strings = stream.matchAll(/\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f]+)>/gs);
  return [...strings]
    .map(([, literal, hex]) => literal?.replace(/\\(.)/gs, '$1') ?? toText(hex))
    .join('');
};

/**
 * @param {Uint8Array} pdf
 * @returns {string[]} All text of each page, once for each font, read as if in that font: what is written in
 *   one font is found whole in one of them.
 */
export const readPdf = (pdf) => {
  const streams = readStreams(Buffer.from(pdf));
  const maps = streams.filter((stream) => /beginbf(char|range)/.test(stream)).map(readMap);
  const contents = streams.filter((stream) => /\bT[jJ]\b/.test(stream));
  return contents.flatMap((stream) => [new Map(), ...maps].map((map) => readText(stream, map)));
};
