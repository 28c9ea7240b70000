import { Failure } from '@core/mcp-kit';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What each kind of file ends with, or says of its own length: a file that was cut off on its way looks like any other. */
const whole: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  zwo: (bytes) => text(bytes).includes('</workout_file>'),
  mrc: (bytes) => text(bytes).includes('[END COURSE DATA]'),
  erg: (bytes) => text(bytes).includes('[END COURSE DATA]'),
  fit: isWholeFit,
  zip: hasDirectoryEnd,
};

/**
 * Holds a downloaded workout against what its kind must be.
 *
 * @throws Failure `upstream` for a file that is cut off or of another kind.
 */
export function requireWholeFile(kind: keyof typeof whole & string, bytes: Uint8Array): void {
  if (whole[kind]?.(bytes) === true) return;
  throw new Failure('upstream', `Intervals.icu sent a ${kind} file that is not whole`, {
    next: 'try again in a minute',
  });
}

/** Header, records of the length that it names, and two bytes of check sum. */
function isWholeFit(bytes: Uint8Array): boolean {
  const [headerSize] = bytes;
  if (headerSize === undefined || bytes.length < 14 || text(bytes.subarray(8, 12)) !== '.FIT') return false;
  const records = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  return bytes.length >= headerSize + records + 2;
}

/** The end of the directory stands within the last 64 KB. */
function hasDirectoryEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true;
  }
  return false;
}
