/** Owns reading the words of a PDF as Chromium writes it. Knows no other writer's. */

import { inflateSync } from 'node:zlib';

/**
 * @param {Buffer} pdf
 * @returns {Map<number, { head: string, body: string }>} by number; a stream's body is unpacked
 */
const readObjects = (pdf) => {
  /** @type {Map<number, { head: string, body: string }>} */
  const objects = new Map();
  const text = pdf.toString('latin1');
  for (const match of text.matchAll(/^(\d+) 0 obj\b/gm)) {
    const end = text.indexOf('endobj', match.index);
    const object = text.slice(match.index, end);
    const start = /stream\r?\n/.exec(object);
    const head = start ? object.slice(0, start.index) : object;
    const length = Number(/\/Length (\d+)(?! \d)/.exec(head)?.[1]);
    let body = '';
    if (start) {
      const from = match.index + start.index + start[0].length;
      const bytes = pdf.subarray(from, from + length);
      const isPacked = head.includes('/FlateDecode');
      body = (isPacked ? inflateSync(bytes) : bytes).toString('latin1');
    }
    objects.set(Number(match[1]), { head, body });
  }
  return objects;
};

/** @param {string} hex UTF-16 */
const toText = (hex) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

/**
 * @param {string} map What a font says about its glyphs.
 * @returns {Map<number, string>}
 */
const readGlyphs = (map) => {
  /** @type {Map<number, string>} */
  const glyphs = new Map();
  for (const [, part] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, text] of part.matchAll(/<(\w+)> <(\w+)>/g)) {
      glyphs.set(Number.parseInt(glyph, 16), toText(text));
    }
  }
  for (const [, part] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first, last, text] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const from = Number.parseInt(first, 16);
      for (let glyph = from; glyph <= Number.parseInt(last, 16); glyph += 1) {
        const code = Number.parseInt(text, 16) + glyph - from;
        glyphs.set(glyph, String.fromCharCode(code));
      }
    }
  }
  return glyphs;
};

/**
 * @param {Uint8Array} bytes
 * @returns {string} All that is written on its pages, without spaces between runs.
 */
export const readPdfText = (bytes) => {
  const objects = readObjects(Buffer.from(bytes));
  /** @param {string} font Chromium names a font by its object's number. */
  const findGlyphs = (font) => {
    const reference = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(font))?.head ?? '')?.[1];
    return readGlyphs(objects.get(Number(reference))?.body ?? '');
  };
  let text = '';
  for (const { body } of objects.values()) {
    if (!/\bBT\b/.test(body)) continue;
    /** @type {Map<number, string>} */
    let glyphs = new Map();
    for (const [, font, hex] of body.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
      if (font) glyphs = findGlyphs(font);
      for (const glyph of hex?.match(/.{4}/g) ?? []) {
        text += glyphs.get(Number.parseInt(glyph, 16)) ?? '';
      }
    }
  }
  return text;
};
