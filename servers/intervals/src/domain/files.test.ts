import { describe, expect, it } from 'vitest';
import { kindOf, requireWhole } from './files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** A header of 14 bytes that promises 4 bytes of data, the data, and two bytes of checksum. */
const fit = Uint8Array.from([14, 32, 0, 0, 4, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0, 1, 2, 3, 4, 9, 9]);
const gpx = bytes('<?xml version="1.0"?><gpx version="1.1"><trk></trk></gpx>\n');
const tcx = bytes('<TrainingCenterDatabase xmlns="x"></TrainingCenterDatabase>');
const zip = bytes('PK\u0003\u0004 a file and then the directory PK\u0005\u0006 end');
const csv = bytes('time,watts\n0,100\n1,"a,b"\n');

describe('a downloaded file', () => {
  it.each([
    ['fit', fit],
    ['gpx', gpx],
    ['tcx', tcx],
    ['zip', zip],
  ] as const)('is known as %s by its content, and cut it is refused', (kind, file) => {
    expect(kindOf(file)).toBe(kind);
    expect(() => requireWhole(file, kind)).not.toThrow();
    expect(() => requireWhole(file.subarray(0, Math.floor(file.length / 2)), kind)).toThrow('not whole');
  });

  it('is a whole table when its last line is', () => {
    expect(() => requireWhole(csv, 'csv')).not.toThrow();
    expect(() => requireWhole(csv.subarray(0, -2), 'csv')).toThrow('not whole');
    expect(() => requireWhole(bytes('time,watts\n0\n'), 'csv')).toThrow('not whole');
  });

  it('of another kind is refused where a kind was asked for', () => {
    expect(() => requireWhole(gpx, 'fit')).toThrow('not whole');
    expect(kindOf(bytes('hello'))).toBe('other');
  });
});
