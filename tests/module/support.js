// Owns the way to the module's memory: the package hides it, so a test catches it where the host
// makes the instance.

import { readFile } from 'node:fs/promises';
import { load } from 'agencyhandy-onboarding';

export const distDir = new URL('../../dist/', import.meta.url);

/**
 * Loads an instance of its own and keeps hold of its memory.
 * @returns {Promise<{ agencyhandy: Awaited<ReturnType<typeof load>>, memory: () => Buffer }>}
 */
export async function loadWithMemory() {
  const { instantiate } = WebAssembly;
  /** @type {WebAssembly.Memory | undefined} */
  let memory;
  const catching = async (
    /** @type {WebAssembly.Module} */ module,
    /** @type {WebAssembly.Imports} */ imports,
  ) => {
    const instance = await instantiate(module, imports);
    // Node's own fetch() loads its parser this way too, at its first use.
    if ('llhttp_init' in instance.exports) return instance;
    const exported = Object.values(instance.exports);
    memory = /** @type {WebAssembly.Memory} */ (
      exported.find((value) => value instanceof WebAssembly.Memory)
    );
    return instance;
  };
  WebAssembly.instantiate = /** @type {typeof WebAssembly.instantiate} */ (
    /** @type {unknown} */ (catching)
  );
  try {
    const wasm = await readFile(new URL('agencyhandy.wasm', distDir));
    const agencyhandy = await load({ fresh: true, wasm: new Uint8Array(wasm) });
    return {
      agencyhandy,
      memory: () => Buffer.from(/** @type {WebAssembly.Memory} */ (memory).buffer),
    };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

/**
 * @param {Buffer} memory
 * @param {string} secret
 * @returns {number} how many pieces of 12 bytes of `secret` stand somewhere in `memory`
 */
export function countPieces(memory, secret) {
  let found = 0;
  for (let at = 0; at + 12 <= secret.length; at++) {
    if (memory.includes(secret.slice(at, at + 12))) found++;
  }
  return found;
}
