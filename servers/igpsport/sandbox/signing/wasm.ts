/** Instructions as bytes: enough of WebAssembly's binary form to write a small module by hand. */
export type Code = readonly number[];

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** Signed LEB128 of 32 bits. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

export const number = (value: number): Code => [0x41, ...signed(value)];
export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [...value, 0x21, local];
export const getGlobal = (global: number): Code => [0x23, global];
export const setGlobal = (global: number, value: Code): Code => [...value, 0x24, global];
export const call = (target: number, ...args: readonly Code[]): Code => [...args.flat(), 0x10, target];
export const trap: Code = [0x00];
export const leave: Code = [0x0f];

const binary =
  (code: number) =>
  (...operands: readonly [Code, Code, ...Code[]]): Code =>
    operands.flatMap((operand, index) => (index === 0 ? operand : [...operand, code]));

export const add = binary(0x6a);
export const subtract = binary(0x6b);
export const multiply = binary(0x6c);
export const divide = binary(0x6e);
export const remainder = binary(0x70);
export const and = binary(0x71);
export const or = binary(0x72);
export const xor = binary(0x73);
export const shiftLeft = binary(0x74);
export const shiftRight = binary(0x76);
export const rotateRight = binary(0x78);
export const notEqual = binary(0x47);
export const less = binary(0x49);
export const greater = binary(0x4b);
export const not = (value: Code): Code => [...value, 0x45];

export const loadByte = (at: Code, offset = 0): Code => [...at, 0x2d, 0, ...unsigned(offset)];
export const storeByte = (at: Code, value: Code, offset = 0): Code => [...at, ...value, 0x3a, 0, ...unsigned(offset)];
export const load = (at: Code, offset = 0): Code => [...at, 0x28, 2, ...unsigned(offset)];
export const store = (at: Code, value: Code, offset = 0): Code => [...at, ...value, 0x36, 2, ...unsigned(offset)];
export const copy = (to: Code, from: Code, length: Code): Code => [...to, ...from, ...length, 0xfc, 0x0a, 0, 0];
export const fill = (at: Code, byte: Code, length: Code): Code => [...at, ...byte, ...length, 0xfc, 0x0b, 0];
export const memoryPages: Code = [0x3f, 0];
export const growMemory = (pages: Code): Code => [...pages, 0x40, 0, 0x1a];

export const when = (condition: Code, then: Code): Code => [...condition, 0x04, 0x40, ...then, 0x0b];
export const whilst = (condition: Code, body: Code): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...not(condition),
  ...[0x0d, 1],
  ...body,
  ...[0x0c, 0, 0x0b, 0x0b],
];

export const I32 = 0x7f;
export const EXTERNREF = 0x6f;

export interface FunctionType {
  readonly takes: readonly number[];
  readonly gives: readonly number[];
}

export interface WrittenFunction {
  readonly type: FunctionType;
  /** Under which name it can be called from outside. */
  readonly name?: string;
  /** Locals of type i32 besides the parameters. */
  readonly locals: number;
  readonly code: Code;
}

export interface ModuleParts {
  readonly imports: readonly { readonly module: string; readonly name: string; readonly type: FunctionType }[];
  readonly functions: readonly WrittenFunction[];
  /** Start values of the mutable i32 globals. */
  readonly globals: readonly number[];
  readonly pages: number;
  readonly table: { readonly name: string; readonly size: number };
  readonly data: readonly { readonly at: number; readonly bytes: readonly number[] }[];
}

/** Puts a module together. The memory is exported as `memory`. */
export function assemble(parts: ModuleParts): Uint8Array<ArrayBuffer> {
  const { imports, functions, globals, pages, table, data } = parts;
  const types = [...imports, ...functions].map(({ type }) => type);
  const exported = functions.flatMap(({ name }, index) =>
    name === undefined ? [] : [[...text(name), 0x00, ...unsigned(imports.length + index)]],
  );
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      types.map(({ takes, gives }) => [
        0x60,
        ...vector(takes.map((one) => [one])),
        ...vector(gives.map((one) => [one])),
      ]),
    ),
    ...section(
      2,
      imports.map(({ module, name }, index) => [...text(module), ...text(name), 0x00, ...unsigned(index)]),
    ),
    ...section(
      3,
      functions.map((_, index) => unsigned(imports.length + index)),
    ),
    ...section(4, [[EXTERNREF, 0x00, ...unsigned(table.size)]]),
    ...section(5, [[0x00, ...unsigned(pages)]]),
    ...section(
      6,
      globals.map((value) => [I32, 1, ...number(value), 0x0b]),
    ),
    ...section(7, [[...text('memory'), 0x02, 0], [...text(table.name), 0x01, 0], ...exported]),
    ...section(10, functions.map(bodyOf)),
    ...section(
      11,
      data.map(({ at, bytes }) => [0x00, ...number(at), 0x0b, ...vector(bytes.map((byte) => [byte]))]),
    ),
  ]);
}

function bodyOf({ locals, code }: WrittenFunction): number[] {
  const body = [...(locals === 0 ? [0] : [1, ...unsigned(locals), I32]), ...code, 0x0b];
  return [...unsigned(body.length), ...body];
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}
