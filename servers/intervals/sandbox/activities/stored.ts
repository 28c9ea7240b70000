import type { Recording, Session } from '@core/sandbox/athlete';

/** An interval that somebody drew by hand. */
export interface DrawnInterval {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly label: string | null;
}

/** An activity in the account: recorded by the simulator, uploaded as a file, or typed in. */
export interface StoredActivity {
  readonly id: string;
  readonly startLocal: string;
  readonly origin:
    | { kind: 'session'; session: Session }
    | {
        kind: 'file';
        recording: Recording;
        bytes: Uint8Array;
        hash: string;
        type: string;
        name: string;
        fileType: string;
      }
    | { kind: 'manual'; values: Record<string, unknown> };
  /** `STRAVA` rows are shown as stubs and refuse every write. */
  readonly source: string;
  readonly created: string;
  /** What was written since, in the service's keys. */
  patch: Record<string, unknown>;
  drawn: DrawnInterval[] | undefined;
  /** Streams that were overwritten, by type. */
  streams: Map<string, { data: (number | null)[]; data2: (number | null)[] | null }>;
}
