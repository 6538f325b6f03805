// The module that Emscripten makes from src/bindings/module.cpp; a test holds the names against it.

/** What the host hands to one request; see src/platform/fetch_backend.js. */
export interface Exchange {
  fetch: typeof fetch;
  maxResponseBytes: number;
  origin: string;
}

/** 0: the result was written; 1: an error was written. */
export type Outcome = number;

export interface CoreModule {
  HEAPU8: Uint8Array;
  exchange: Exchange | undefined;
  settle: (id: number, failed: number) => void;
  trapped: () => void;
  reserve(size: number): number;
  output(): number;
  release(): void;
  settingsUrl(): Outcome;
  inspectApiKey(nowMs: number): Outcome;
  authHeaders(): Outcome;
  parseCompanies(): Outcome;
  baseUrl(): Outcome;
  buildRequest(): Outcome;
  snippet(secrets: number): Outcome;
  snippetTargets(): Outcome;
  send(id: number, timeoutMs: number, wantsCompanies: boolean): Outcome;
  abort(id: number): void;
  planRetry(
    idempotent: boolean,
    kind: number,
    status: number,
    tries: number,
    retries: number,
    budget: number,
    remainingMs: number,
    nowMs: number,
    random: number,
  ): Outcome;
  sendEvent(event: number, value: number): Outcome;
}

export interface CoreModuleArguments {
  settle: (id: number, failed: number) => void;
  /** Called where the end of a request traps: nobody above could catch that. */
  trapped: () => void;
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

export default function createModule(args: CoreModuleArguments): Promise<CoreModule>;
