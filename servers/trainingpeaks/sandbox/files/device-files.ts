import { gzipSync } from 'node:zlib';
import { seedOf } from '@core/sandbox';
import { activityFile } from '@core/sandbox/files';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import type { Attachment, DeviceFile, StoredWorkout } from '../workouts/stored.ts';

/** The files of a workout: what the device recorded, and what was uploaded since. Every second id is negative. */
export function filesOf(record: AthleteRecord, workout: StoredWorkout): DeviceFile[] {
  workout.files ??= workout.session ? [recorded(record, workout, workout.session)] : [];
  return workout.files;
}

function recorded(record: AthleteRecord, workout: StoredWorkout, session: NonNullable<StoredWorkout['session']>) {
  const number = 250_000_000 + (workout.id % 100_000_000);
  const stamp = session.startLocal.replaceAll(':', '-');
  let bytes: Uint8Array | undefined;
  return {
    fileId: workout.id % 2 === 0 ? number : -number,
    fileSystemId: guid('device', workout.id),
    fileName: `${session.source === 'zwift' ? 'zwift' : 'garmin'}-${stamp}.fit.gz`,
    dateUploaded: `${session.day}T20:12:05`,
    recording: undefined,
    bytes: () => {
      bytes ??= gzipSync(activityFile(session, record.person.simulated.recording(session), record.profile));
      return bytes;
    },
  };
}

export function guid(...parts: (string | number)[]): string {
  const hex = [1, 2, 3, 4]
    .map((part) =>
      seedOf(part, ...parts)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** As `details` gives them. */
export function fileInfo(file: DeviceFile | Attachment): Row {
  const contentType = 'contentType' in file ? file.contentType : null;
  const { fileId, fileSystemId, fileName, dateUploaded } = file;
  return { fileId, fileSystemId, fileName, dateUploaded, contentType };
}

/** What hangs on yesterday's workout beside the recording. */
export function seededAttachments(record: AthleteRecord, workout: StoredWorkout): Attachment[] {
  const yesterday = workout.session?.index === record.person.simulated.sessions.length - 1;
  if (record.number !== 0 || !yesterday || workout.session === undefined) return [];
  return [
    {
      fileId: 9_100_001,
      fileSystemId: guid('attachment', workout.id),
      fileName: '../../lactate results.txt',
      dateUploaded: `${workout.session.day}T21:00:00`,
      contentType: 'text/plain',
      bytes: new TextEncoder().encode('1.2 1.4 2.1 3.9 mmol/l\n'),
    },
  ];
}
