/** Below this the tables cost more than they save: the 12 bytes of a header. */
const worthTables = 256;

/** Eight tables for eight bytes a step (slicing by 8): the byte-wise loop costs more than the rest of a decode. */
function buildTables(): Uint16Array {
  const tables = new Uint16Array(2048);
  for (let i = 0; i < 256; i++) tables[i] = shifted(i);
  for (let i = 256; i < 2048; i++) {
    const before = tables[i - 256] as number;
    tables[i] = (before >> 8) ^ (tables[before & 0xff] as number);
  }
  return tables;
}

/** The tables, built by the first checksum: nobody who only loads the module waits for them. */
const openTables = /* @__PURE__ */ (() => {
  let tables: Uint16Array | undefined;
  return () => (tables ??= buildTables());
})();

/** CRC-16 of the FIT protocol (polynomial 0xA001 reflected, start 0) over `bytes[from, to)`. */
export function crc16(bytes: Uint8Array, from: number, to: number): number {
  return to - from < worthTables ? bitwise(bytes, from, to) : sliced(bytes, from, to);
}

function bitwise(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0;
  for (let i = from; i < to; i++) crc = shifted(crc ^ (bytes[i] as number));
  return crc;
}

/** The register after eight shifts. */
function shifted(register: number): number {
  let crc = register;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  return crc;
}

function sliced(bytes: Uint8Array, from: number, to: number): number {
  const tables = openTables();
  let crc = 0;
  let i = from;
  for (const whole = to - ((to - from) & 7); i < whole; i += 8) {
    const low = crc ^ ((bytes[i] as number) | ((bytes[i + 1] as number) << 8));
    crc =
      (tables[1792 + (low & 0xff)] as number) ^
      (tables[1536 + (low >> 8)] as number) ^
      (tables[1280 + (bytes[i + 2] as number)] as number) ^
      (tables[1024 + (bytes[i + 3] as number)] as number) ^
      (tables[768 + (bytes[i + 4] as number)] as number) ^
      (tables[512 + (bytes[i + 5] as number)] as number) ^
      (tables[256 + (bytes[i + 6] as number)] as number) ^
      (tables[bytes[i + 7] as number] as number);
  }
  for (; i < to; i++) crc = (crc >> 8) ^ (tables[(crc ^ (bytes[i] as number)) & 0xff] as number);
  return crc;
}
