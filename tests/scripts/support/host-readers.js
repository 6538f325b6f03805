/** Owns reading the hosts' files back: which headers a host would send for a path. */

/** @typedef {Record<string, string>} Headers */
/** @typedef {(text: string, name: string) => Headers} Reader */

/**
 * @param {string} text
 * @param {RegExp} pattern With the groups `name` and `value`.
 * @returns {Headers}
 */
const collect = (text, pattern) =>
  Object.fromEntries(
    [...text.matchAll(pattern)].map(({ groups = {} }) => [groups.name, groups.value]),
  );

/** @type {Reader} Every rule that matches the path adds its headers; one given twice is joined. */
const readHeadersFile = (text, name) => {
  /** @type {Headers} */
  const found = {};
  for (const rule of text.split('\n\n')) {
    const [path, ...lines] = rule.split('\n');
    if (path !== '/*' && path !== `/${name}`) continue;
    const own = collect(lines.join('\n'), /^ {2}(?<name>[\w-]+): (?<value>.+)$/gm);
    for (const [header, value] of Object.entries(own)) {
      found[header] = header in found ? `${found[header]}, ${value}` : value;
    }
  }
  return found;
};

/** @type {Reader} A location with an add_header of its own inherits none. */
const readNginx = (text, name) => {
  const pattern = /^ *add_header (?<name>[\w-]+) "(?<value>[^"]*)" always;$/gm;
  const [outside, ...locations] = text.split(/^location = /m);
  const own = locations.find((location) => location.startsWith(`/${name} {`)) ?? '';
  const added = collect(own.split('\n}')[0], pattern);
  const type = /default_type (.+);/.exec(own)?.[1];
  const charset = /charset (.+);/.exec(own)?.[1];
  return {
    ...(Object.keys(added).length > 0 ? added : collect(outside, pattern)),
    ...(type && { 'Content-Type': charset ? `${type}; charset=${charset}` : type }),
  };
};

/** @type {Reader} What stands in a handle comes after what stands before all of them. */
const readCaddy = (text, name) => {
  const pattern = /^ +(?<name>[A-Z][\w-]+) "(?<value>[^"]*)"$/gm;
  const [outside, ...handles] = text.split(/^ {2}handle /m);
  const own = handles.find((handle) => handle.startsWith(`/${name} {`)) ?? '';
  const headers = { ...collect(outside, pattern), ...collect(own, pattern) };
  for (const [, gone] of own.matchAll(/^ +-([\w-]+)$/gm)) delete headers[gone];
  return headers;
};

/** @type {Reader} */
const readApache = (text, name) => {
  const pattern = /^ *Header always set (?<name>[\w-]+) "(?<value>[^"]*)"$/gm;
  const [outside, ...sections] = text.split(/^<Files /m);
  const own = (sections.find((section) => section.startsWith(`"${name}"`)) ?? '').split(
    '</Files>',
  )[0];
  const headers = { ...collect(outside, pattern), ...collect(own, pattern) };
  for (const [, gone] of own.matchAll(/Header always unset ([\w-]+)/g)) delete headers[gone];
  const type = /ForceType "(.+)"/.exec(own)?.[1];
  return { ...headers, ...(type && { 'Content-Type': type }) };
};

/** @type {Readonly<Record<string, Reader>>} */
export const hostReaders = {
  _headers: readHeadersFile,
  'nginx.conf': readNginx,
  Caddyfile: readCaddy,
  '.htaccess': readApache,
};
