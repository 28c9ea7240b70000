import type { PlannedSession, Recording, Session } from '@core/sandbox/athlete';
import type { Row } from '../shape/body.ts';

/** A recording's file in the account. */
export interface DeviceFile {
  readonly fileId: number;
  readonly fileSystemId: string;
  readonly fileName: string;
  readonly dateUploaded: string;
  /** What is downloaded: gzipped, as it was sent. */
  readonly bytes: () => Uint8Array;
  /** What an upload held; the device's own file is simulated. */
  readonly recording: Recording | undefined;
}

export interface Attachment {
  readonly fileId: number;
  readonly fileSystemId: string;
  readonly fileName: string;
  readonly dateUploaded: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** One entry of a calendar, planned, done or both, whatever it came from. */
export interface StoredWorkout {
  readonly id: number;
  readonly session: Session | undefined;
  readonly planned: PlannedSession | undefined;
  /** Samples of a file that somebody uploaded. */
  upload: Recording | undefined;
  /** In the service's keys; made when first read. */
  row: Row | undefined;
  /** Day and type, known without the row. */
  day: string;
  files: DeviceFile[] | undefined;
  attachments: Attachment[];
  /** The caller's private note. */
  note: { readonly text: string; readonly updated: string } | undefined;
  /** An upload that shows only after so many reads of the workout. */
  importing: { reads: number; readonly take: () => void } | undefined;
  /** The last file was deleted: values stay, samples are gone. */
  samplesDeleted: boolean;
}
