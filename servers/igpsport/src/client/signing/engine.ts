/** A compiled module. */
export type Module = object & { readonly compiled?: never };

export type HostFunction = (pointer: number, length: number) => unknown;

export interface ModuleMemory {
  readonly buffer: ArrayBuffer;
}

export interface ModuleTable {
  readonly get: (index: number) => unknown;
  readonly set: (index: number, value: unknown) => void;
  readonly grow: (by: number) => number;
}

interface Described {
  readonly name: string;
  readonly kind: string;
}

/** The part of WebAssembly that is used here: Node has it, its types do not. */
interface Engine {
  readonly compile: (bytes: Uint8Array<ArrayBuffer>) => Promise<Module>;
  readonly instantiate: (
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, HostFunction>>>>,
  ) => Promise<{ readonly exports: Readonly<Record<string, unknown>> }>;
  readonly Module: {
    readonly imports: (module: Module) => readonly (Described & { readonly module: string })[];
    readonly exports: (module: Module) => readonly Described[];
  };
  readonly RuntimeError: new () => Error;
}

export function webAssembly(): Engine {
  return (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;
}
