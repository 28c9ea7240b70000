import { describe, expect, it } from 'vitest';
import { crc16 } from './crc.ts';

/** The checksum bit by bit, as the protocol defines it. */
function slow(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

describe('crc16', () => {
  it('is CRC-16/ARC: "123456789" gives 0xBB3D', () => {
    expect(crc16(new TextEncoder().encode('123456789'), 0, 9)).toBe(0xbb3d);
  });

  it('agrees with the bit-by-bit definition at every length and offset', () => {
    const bytes = Uint8Array.from({ length: 70 }, (_, i) => (i * 167) & 0xff);
    for (let from = 0; from < 9; from++)
      for (let to = from; to <= bytes.length; to++) expect(crc16(bytes, from, to)).toBe(slow(bytes.subarray(from, to)));
  });
});
