// What the package build puts in place of these names.
declare module 'agencyhandy-glue' {
  export { default } from './glue.js';
}
declare module 'agencyhandy-wasm-gzip-base64' {
  const compressed: string;
  export default compressed;
}
declare module '*/agencyhandy.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
