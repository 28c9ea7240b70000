import { Failure } from '@core/mcp-kit';

/** What a file is, by its content. */
export type FileKind = 'fit' | 'gpx' | 'tcx' | 'csv' | 'zip' | 'other';

export const mediaTypes: Readonly<Record<FileKind, string>> = {
  fit: 'application/vnd.ant.fit',
  gpx: 'application/gpx+xml',
  tcx: 'application/vnd.garmin.tcx+xml',
  csv: 'text/csv',
  zip: 'application/zip',
  other: 'application/octet-stream',
};

/** Recognises an activity file by its first bytes; CSV has no mark of its own and is never guessed. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (latin1(bytes.subarray(8, 12)) === '.FIT') return 'fit';
  if (latin1(bytes.subarray(0, 2)) === 'PK') return 'zip';
  const head = latin1(bytes.subarray(0, 16_384));
  if (/<(?:\w+:)?gpx[\s>]/.test(head)) return 'gpx';
  return /<(?:\w+:)?TrainingCenterDatabase[\s>]/.test(head) ? 'tcx' : 'other';
}

/**
 * Holds a download against what its kind promises, because a transfer that was cut can look like a success.
 *
 * @throws Failure `contract` when the end is missing or it is another kind of file.
 */
export function requireWhole(bytes: Uint8Array, kind: FileKind): void {
  if (isWhole(bytes, kind)) return;
  throw new Failure(
    'contract',
    `Intervals.icu sent ${kind === 'other' ? 'a file' : `a ${kind} file`} that is not whole`,
    {
      next: 'send the same call once more; when it happens again, tell the user',
    },
  );
}

function isWhole(bytes: Uint8Array, kind: FileKind): boolean {
  switch (kind) {
    case 'fit':
      return kindOf(bytes) === 'fit' && bytes.length >= (bytes[0] ?? 0) + dataSize(bytes) + 2;
    case 'gpx':
      return /<\/(?:\w+:)?gpx>\s*$/.test(tail(bytes));
    case 'tcx':
      return /<\/(?:\w+:)?TrainingCenterDatabase>\s*$/.test(tail(bytes));
    case 'zip':
      return latin1(bytes.subarray(-65_557)).includes('PK\u0005\u0006');
    case 'csv':
      return isWholeTable(latin1(bytes));
    case 'other':
      return bytes.length > 0;
  }
}

/** The header's own count of what follows it. */
function dataSize(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
}

function isWholeTable(text: string): boolean {
  const lines = text.trimEnd().split(/\r?\n/);
  const columns = (line: string | undefined) => (line ?? '').replace(/"[^"]*"/g, '').split(',').length;
  return text.endsWith('\n') && columns(lines[0]) === columns(lines.at(-1));
}

function tail(bytes: Uint8Array): string {
  return latin1(bytes.subarray(-200));
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
