import type { Problems } from '../activity/problem.ts';
import { crc16 } from './crc.ts';

/** One FIT file inside the bytes; several may be chained. */
export interface FileSpan {
  readonly start: number;
  /** First byte of the messages. */
  readonly from: number;
  /** Byte after the last message. */
  readonly end: number;
  /** Where the next file of a chain would start. */
  readonly next: number;
  readonly truncated: boolean;
  readonly protocolVersion: number;
  readonly profileVersion: number;
}

const signature = 0x5449462e;

/** The file that starts at `start`, or null when there is none. Reports what is wrong with header, size and checksums. */
export function nextFile(bytes: Uint8Array, start: number, index: number, problems: Problems): FileSpan | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerSize = bytes[start] as number;
  if (bytes.length - start < 12 || headerSize < 12 || view.getUint32(start + 8, true) !== signature) {
    if (index === 0) problems.add('not_fit', start, `no FIT header: expected ".FIT" at byte 8${guess(bytes)}`);
    else problems.add('trailing', start, `${bytes.length - start} bytes after the end of the file are not a FIT file`);
    return null;
  }
  const from = Math.min(start + headerSize, bytes.length);
  if (headerSize >= 14 && from - start >= 14) {
    const stored = view.getUint16(start + 12, true);
    if (stored !== 0 && stored !== crc16(bytes, start, start + 12))
      problems.add('header_crc', start + 12, 'the header checksum does not match');
  }
  const header = {
    start,
    from,
    protocolVersion: (bytes[start + 1] as number) >> 4,
    profileVersion: view.getUint16(start + 2, true),
  };
  return { ...header, ...extent(bytes, view, start, from, problems) };
}

/** What bytes without a FIT header look like. */
function guess(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return '; it starts like a zip archive, but cannot be unpacked';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return '; it starts like gzip data, but cannot be unpacked';
  return '';
}

function extent(bytes: Uint8Array, view: DataView, start: number, from: number, problems: Problems) {
  const size = view.getUint32(start + 4, true);
  const length = bytes.length;
  if ((size === 0 && length - from > 2) || size === 0xffffffff) {
    problems.add('data_size', start + 4, 'the header holds no data size: the device never finished the file');
    const finished = length - from > 2 && crc16(bytes, start, length - 2) === view.getUint16(length - 2, true);
    return { end: finished ? length - 2 : length, next: length, truncated: false };
  }
  const end = from + size;
  if (end > length) {
    problems.add('truncated', length, `the file ends ${end - length} bytes before the end that its header gives`);
    return { end: length, next: length, truncated: true };
  }
  if (end + 2 > length) problems.add('no_crc', end, 'the two checksum bytes at the end are missing');
  else
    problems.whenAsked(() => {
      if (crc16(bytes, start, end) !== view.getUint16(end, true))
        problems.add('file_crc', end, 'the file checksum does not match: some values may be wrong');
    });
  return { end, next: Math.min(end + 2, length), truncated: false };
}
