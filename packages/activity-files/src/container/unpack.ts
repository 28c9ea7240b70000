import { Gunzip, unzipSync } from 'fflate';
import { ActivityFileError } from '../activity/problem.ts';
import { sniff } from './sniff.ts';

/** A file found in a container, or the input itself. */
export interface UnpackedFile {
  /** Its name in the archive; '' for the input itself. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Unpacked bytes that one input may become. A day of recording is 5 MB; a bomb of 1 MB becomes 1 GB. */
export const mostUnpackedBytes = 256 << 20;
const mostMembers = 1000;
const deepest = 3;

/**
 * Takes gzip and zip apart, also nested (a zip of `.fit.gz`). Other bytes are returned as they are. Members that are no
 * activity by content are left out unless nothing else is there. A damaged archive gives what can be unpacked of it; when
 * that is nothing, it is returned as it is, and no reader will know it.
 *
 * fflate does the inflating (bundled, a few KB): `node:zlib` does not exist in browsers and workers, and
 * `DecompressionStream` knows neither zip nor synchronous use. Output is counted while it grows: the size that a gzip
 * trailer claims is not believed.
 *
 * @param limit Bytes that the content may take, 256 MiB by default
 * @throws ActivityFileError for more content than `limit`, too many files, and archives nested too deep
 */
export function unpack(bytes: Uint8Array, limit: number = mostUnpackedBytes): UnpackedFile[] {
  return open({ name: '', bytes }, { left: limit }, 0);
}

interface Budget {
  left: number;
}

function open(file: UnpackedFile, budget: Budget, depth: number): UnpackedFile[] {
  const kind = sniff(file.bytes);
  if (kind !== 'gzip' && kind !== 'zip') return [file];
  if (depth === deepest) throw refused(`archives are nested more than ${deepest} deep`);
  if (kind === 'gzip') {
    const bytes = inflate(file.bytes, budget);
    return bytes.length === 0 ? [file] : open({ name: file.name.replace(/\.gz$/i, ''), bytes }, budget, depth + 1);
  }
  const packed = unzip(file.bytes, budget);
  if (packed === null) return [file];
  const members = packed.flatMap((member) => open(member, budget, depth + 1));
  const activities = members.filter((member) => sniff(member.bytes) !== 'unknown');
  return activities.length > 0 ? activities : members;
}

function inflate(bytes: Uint8Array, budget: Budget): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Gunzip((chunk) => {
    budget.left -= chunk.length;
    if (budget.left < 0) throw tooLarge();
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    const step = 1 << 16;
    for (let at = 0; at < bytes.length; at += step)
      stream.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  } catch (cause) {
    if (cause instanceof ActivityFileError) throw cause;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The files of a zip archive, or null when its directory cannot be read. */
function unzip(bytes: Uint8Array, budget: Budget): UnpackedFile[] | null {
  let members = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || name.startsWith('__MACOSX/')) return false;
        if (++members > mostMembers) throw refused(`more than ${mostMembers} files in the archive`);
        budget.left -= originalSize;
        if (budget.left < 0) throw tooLarge();
        return true;
      },
    });
    return Object.entries(files).map(([name, content]) => ({ name, bytes: content }));
  } catch (cause) {
    if (cause instanceof ActivityFileError) throw cause;
    return null;
  }
}

function tooLarge(): ActivityFileError {
  return refused('the archive unpacks to more bytes than are accepted');
}

function refused(detail: string): ActivityFileError {
  return new ActivityFileError({ kind: 'limit', offset: 0, detail });
}
