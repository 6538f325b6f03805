/**
 * Owns the real servers that read the hosts' files: how each is started on a folder, on loopback. Owns no
 * claim.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { findCommand, thisHost } from '../../../scripts/lib/host.js';
import { makeFolder } from '../helpers.js';

/** @import { TestContext } from 'node:test' */

/**
 * @typedef {object} HostServer
 * @property {string} name what a person calls it
 * @property {string | undefined} command absolute path; undefined where it is not installed
 * @property {(place: { dir: string, home: string, port: number }) => { args: string[], env?: NodeJS.ProcessEnv }} prepare
 *   writes its main configuration into `home`
 */

/** @param {string} name Servers lie where only root's PATH looks. */
const find = (name) => {
  const host = thisHost();
  const PATH = [host.env.PATH, '/usr/sbin', '/usr/local/sbin'].join(delimiter);
  return findCommand({ ...host, env: { ...host.env, PATH } }, [name]);
};

const isRoot = process.getuid?.() === 0;

/**
 * @param {string} home
 * @param {string} file
 * @param {string[]} lines
 */
const write = (home, file, lines) => {
  writeFileSync(join(home, file), `${lines.join('\n')}\n`);
  return join(home, file);
};

/** @type {HostServer['prepare']} */
const prepareNginx = ({ dir, home, port }) => {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const file = write(home, 'main.conf', [
    ...(isRoot ? ['user root;'] : []),
    'daemon off;',
    `pid ${home}/nginx.pid;`,
    'error_log stderr;',
    'events { }',
    'http {',
    'access_log off;',
    ...temporary.map((name) => `${name}_temp_path ${home}/${name};`),
    `server { listen 127.0.0.1:${port}; root ${dir}; include ${dir}/nginx.conf; }`,
    '}',
  ]);
  return { args: ['-e', 'stderr', '-p', home, '-c', file] };
};

/** @type {HostServer['prepare']} */
const prepareCaddy = ({ dir, home, port }) => {
  const file = write(home, 'Caddyfile', [
    '{\nadmin off\ndefault_bind 127.0.0.1\n}',
    `import ${dir}/Caddyfile`,
  ]);
  return {
    args: ['run', '--config', file, '--adapter', 'caddyfile'],
    env: {
      SITE_ADDRESS: `http://127.0.0.1:${port}`,
      SITE_ROOT: dir,
      HOME: home,
      XDG_DATA_HOME: home,
      XDG_CONFIG_HOME: home,
    },
  };
};

const apacheModules = '/usr/lib/apache2/modules';

/** @type {HostServer['prepare']} */
const prepareApache = ({ dir, home, port }) => {
  const modules = [
    'mpm_event',
    'authz_core',
    'dir',
    'mime',
    'headers',
    'alias',
    'filter',
    'deflate',
  ];
  const file = write(home, 'main.conf', [
    ...modules.map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`),
    `ServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${home}/pid\nErrorLog ${home}/error.log`,
    `TypesConfig /dev/null\nDefaultRuntimeDir ${home}\nMutex file:${home} default`,
    ...(isRoot ? ['User nobody\nGroup nogroup'] : []),
    `DocumentRoot ${dir}\n<Directory ${dir}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>`,
  ]);
  // Its workers are no root, and have to reach the files.
  chmodSync(dir, 0o755);
  return { args: ['-d', home, '-f', file, '-DFOREGROUND'] };
};

/** @type {readonly HostServer[]} */
export const hostServers = [
  { name: 'nginx', command: find('nginx'), prepare: prepareNginx },
  { name: 'Caddy', command: find('caddy'), prepare: prepareCaddy },
  {
    name: 'Apache',
    command: existsSync(apacheModules) ? find('apache2') : undefined,
    prepare: prepareApache,
  },
];

/** @returns {Promise<number>} None of these servers can take "any": one that was free just now. */
const findFreePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

/** @param {string} home */
const readLog = (home) => {
  const file = join(home, 'error.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

const startLimitMs = 20_000;

/**
 * @param {TestContext} t The server ends with it.
 * @param {HostServer} server
 * @param {string} dir What it serves.
 * @returns {Promise<string>} Its origin, once it answers.
 */
export const startHostServer = async (t, { name, command = '', prepare }, dir) => {
  const home = makeFolder(t);
  const port = await findFreePort();
  const { args, env } = prepare({ dir, home, port });
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const ended = once(child, 'close');
  t.after(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const origin = `http://127.0.0.1:${port}`;
  const endMs = Date.now() + startLimitMs;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${output}${readLog(home)}`);
    const isUp = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isUp) return origin;
    if (Date.now() > endMs) throw new Error(`${name} does not answer: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
