// What the package build puts in place of these names.
declare module 'agencyhandy-glue' {
  export { default } from './glue.js';
}
// From the .inc files of src/core, each in its order there.
declare module 'agencyhandy-words' {
  export const kinds: readonly string[];
  export const notes: readonly string[];
  export const states: readonly string[];
  export const reasons: readonly string[];
  export const sentences: readonly string[];
}
declare module 'agencyhandy-wasm-gzip-base64' {
  const compressed: string;
  export default compressed;
}
declare module '*/agencyhandy.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
