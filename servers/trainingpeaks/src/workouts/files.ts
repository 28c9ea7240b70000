import { Failure } from '@core/mcp-kit';
import type { WireDetails, WireFile } from '../client/files/wire.ts';

/** A file of a workout, and whether it is an attachment or a recording: they have different addresses. */
export interface FoundFile {
  readonly file: WireFile;
  readonly attached: boolean;
}

/**
 * The file that is meant: by id, or the only recording, or the only file.
 *
 * @throws Failure `not_found`, or `ambiguous` with the files to choose from.
 */
export function findFile(details: WireDetails, workout: string, id: string | undefined): FoundFile {
  const all = [
    ...details.workoutDeviceFileInfos.map((file) => ({ file, attached: false })),
    ...details.attachmentFileInfos.map((file) => ({ file, attached: true })),
  ];
  const named = all.map(({ file }) => `${file.fileId} (${file.fileName ?? 'without a name'})`).join(', ');
  if (all.length === 0) {
    throw new Failure('not_found', `Workout ${workout} has no files`, { next: 'choose one with a recording' });
  }
  const found = id === undefined ? theOnly(all) : all.find(({ file }) => file.fileId === id);
  if (found !== undefined) return found;
  if (id === undefined) {
    throw new Failure('ambiguous', `Workout ${workout} has ${all.length} files: ${named}`, { next: 'give `file_id`' });
  }
  throw new Failure('not_found', `Workout ${workout} has no file ${id}`, { next: `give one of ${named}` });
}

function theOnly(all: readonly FoundFile[]): FoundFile | undefined {
  const recordings = all.filter(({ attached }) => !attached);
  if (recordings.length === 1) return recordings[0];
  return all.length === 1 ? all[0] : undefined;
}
