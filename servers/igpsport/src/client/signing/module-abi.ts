import { Failure } from '@core/mcp-kit';
import { type HostFunction, type Module, type ModuleMemory, type ModuleTable, webAssembly } from './engine.ts';
import type { Signed } from './signing.ts';

/** The signing module, running. It sees what it is handed and nothing else: neither network, nor files, nor clock. */
export interface SigningModule {
  /** Hands over the sealed session key of the handshake. @throws Failure `upstream` when the module cannot open it. */
  readonly openKey: (sealed: Uint8Array) => void;
  /** @throws Failure `upstream` before a key was opened */
  readonly sign: (what: Signed) => string;
}

interface Exports {
  readonly memory: ModuleMemory;
  readonly __wbindgen_externrefs: ModuleTable;
  readonly __wbindgen_malloc: (length: number, align: number) => number;
  readonly __wbindgen_free: (pointer: number, length: number, align: number) => void;
  readonly __wbindgen_start: () => void;
  readonly init_session_key: (pointer: number, length: number) => readonly [ok: number, error: number, failed: number];
  readonly generate_signature: (
    ...parts: number[]
  ) => readonly [pointer: number, length: number, error: number, failed: number];
}

const kinds: Readonly<Record<keyof Exports, string>> = {
  memory: 'memory',
  __wbindgen_externrefs: 'table',
  __wbindgen_malloc: 'function',
  __wbindgen_free: 'function',
  __wbindgen_start: 'function',
  init_session_key: 'function',
  generate_signature: 'function',
};

/** The two functions that the module may ask of its host, by the start of their names: the rest changes with each build. */
const startTable = '__wbindgen_init_externref_table';
const castText = '__wbindgen_cast_';

/**
 * Starts a signing module.
 *
 * @throws Failure `contract` for bytes that are no module, or one that lacks a function; `blocked` for one that asks its
 * host for more than the two harmless functions
 */
export async function startModule(bytes: Uint8Array<ArrayBuffer>): Promise<SigningModule> {
  const module = await compiled(bytes);
  refuseImports(module);
  requireExports(module);
  const host: { exports?: Exports } = {};
  const { exports: found } = await webAssembly().instantiate(module, importsFor(module, host));
  const exports = found as unknown as Exports;
  host.exports = exports;
  return running(exports);
}

async function compiled(bytes: Uint8Array<ArrayBuffer>): Promise<Module> {
  try {
    return await webAssembly().compile(bytes);
  } catch (error) {
    throw broken('The signing module of iGPSport is damaged', error);
  }
}

function refuseImports(module: Module): void {
  const strange = webAssembly()
    .Module.imports(module)
    .find(({ kind, name }) => kind !== 'function' || !(name === startTable || name.startsWith(castText)));
  if (strange === undefined) return;
  throw new Failure(
    'blocked',
    'The signing module of iGPSport asks for more than its predecessors did, and was not run',
    {
      next: 'tell the user to update this server',
      cause: new Error(`import ${strange.module}.${strange.name} (${strange.kind})`),
    },
  );
}

function requireExports(module: Module): void {
  const found = new Map(
    webAssembly()
      .Module.exports(module)
      .map(({ name, kind }) => [name, kind]),
  );
  const missing = Object.entries(kinds).find(([name, kind]) => found.get(name) !== kind);
  if (missing !== undefined) throw broken(`The signing module of iGPSport has no ${missing[0]} any more`);
}

function importsFor(
  module: Module,
  host: { exports?: Exports },
): Readonly<Record<string, Record<string, HostFunction>>> {
  const imports: Record<string, Record<string, HostFunction>> = {};
  for (const { module: from, name } of webAssembly().Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] =
      name === startTable
        ? () => fillTable(host.exports)
        : (pointer: number, length: number) => textAt(host.exports, pointer, length);
  }
  return imports;
}

/** What the generated glue of such modules does at start: four values at the end of a grown table. */
function fillTable(exports: Exports | undefined): void {
  const table = exports?.__wbindgen_externrefs;
  if (table === undefined) return;
  const first = table.grow(4);
  table.set(0, undefined);
  for (const [index, value] of [undefined, null, true, false].entries()) table.set(first + index, value);
}

function textAt(exports: Exports | undefined, pointer: number, length: number): string {
  if (exports === undefined) return '';
  return new TextDecoder().decode(new Uint8Array(exports.memory.buffer, pointer >>> 0, length >>> 0));
}

function running(exports: Exports): SigningModule {
  // Buffers that are handed over belong to the module, which frees them: freeing them here too would end it with a trap.
  const handOver = (bytes: Uint8Array): [number, number] => {
    const pointer = exports.__wbindgen_malloc(bytes.byteLength, 1) >>> 0;
    // A new view each time: the memory may have grown.
    new Uint8Array(exports.memory.buffer).set(bytes, pointer);
    return [pointer, bytes.byteLength];
  };
  const guarded = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (error instanceof webAssembly().RuntimeError) throw broken('The signing module of iGPSport broke down', error);
      throw error;
    }
  };
  const refused = (what: string, index: number): Failure =>
    new Failure('upstream', what, {
      next: 'try again in a minute; if it stays, tell the user to update this server',
      cause: new Error(String(exports.__wbindgen_externrefs.get(index))),
    });
  guarded(() => exports.__wbindgen_start());
  return {
    openKey: (sealed) =>
      guarded(() => {
        const [, error, failed] = exports.init_session_key(...handOver(sealed));
        if (failed !== 0) throw refused('The signing module of iGPSport could not open the session key', error);
      }),
    sign: ({ method, target, timestamp, nonce, body }) =>
      guarded(() => {
        const text = new TextEncoder();
        const parts = [method, target, timestamp, nonce].map((part) => handOver(text.encode(part)));
        const [pointer, length, error, failed] = exports.generate_signature(...parts.flat(), ...handOver(body));
        if (failed !== 0) throw refused('The signing module of iGPSport refused to sign', error);
        const signature = textAt(exports, pointer, length);
        exports.__wbindgen_free(pointer, length, 1);
        return signature;
      }),
  };
}

function broken(message: string, cause?: unknown): Failure {
  return new Failure('contract', message, {
    next: 'tell the user that the service changed and to update this server; until then IGPSPORT_SIGNING=off may work',
    ...(cause === undefined ? {} : { cause }),
  });
}
