import type { WireList } from '@core/mcp-kit/http';
import type { Language } from '../language/language.ts';
import type { StatisticsQuery } from './endpoints/profile.ts';
import type { RankingQuery, SegmentPage } from './endpoints/segments.ts';
import type { Region } from './regions.ts';
import type { EachFileOptions, FileOutcome } from './ride-files.ts';
import type { WireActivityDetail, WireActivityRow, WireLap } from './wire/activity.ts';
import type { WireEffort, WireRanking, WireSegment, WireSegmentRow, WireTopRecords } from './wire/segment.ts';
import type { WireStatistics } from './wire/statistics.ts';
import type { WireTrainingInfo } from './wire/training.ts';
import type { WireUser } from './wire/user.ts';
import type { WireWorkout, WireWorkoutRow } from './wire/workout.ts';

/** Which rides: first and last local day, both inclusive. Without them, all of history. */
export interface ActivityWindow {
  readonly oldest?: string;
  readonly newest?: string;
  /** Stops when that many rows were read; whole pages of 20 are. */
  readonly limit?: number;
}

/** Rides of a window, newest first, each once. */
export interface ActivityList extends WireList<WireActivityRow> {
  /** Rides in the window by the service's own count; `null` when it did not count. */
  readonly total: number | null;
  /** Whether there may be more: `limit` ended the reading. */
  readonly more: boolean;
}

/**
 * iGPSport as tools see it: one function an operation, wire shapes out. Ids are strings. Both regions have the same port;
 * what a region lacks fails with `bad_input` and sends nothing.
 *
 * @throws Failure, of every kind of the HTTP client; `not_found` for an id that the service does not know.
 */
export interface IgpsportPort {
  readonly region: Region;
  /** What the user set on this machine; it counts instead of the profile. */
  readonly thresholdSettings: ThresholdSettings;
  /** Language of the notes and labels of an answer. */
  readonly language: Language;
  /** Whose data this is: `cn:880011`. Every row of a local store is keyed by it, because ids may repeat across regions. */
  readonly account: () => Promise<string>;
  readonly profile: {
    /** Thresholds and zones. */
    readonly training: () => Promise<WireTrainingInfo>;
    /** Name and body data, thresholds once more, time zone. Weight and height of `intl` are only here. */
    readonly user: () => Promise<WireUser>;
    readonly statistics: (params: StatisticsQuery) => Promise<WireStatistics>;
  };
  readonly activities: {
    /** Follows the pages. Days are checked again here, because a region may ignore the filter. */
    readonly list: (window: ActivityWindow) => Promise<ActivityList>;
    readonly detail: (params: { readonly ride: string }) => Promise<WireActivityDetail>;
    /** The service's own laps, without its row of sums. */
    readonly laps: (params: { readonly ride: string }) => Promise<WireList<WireLap>>;
    /** The FIT file. `not_found` when the service has none, `contract` when what it has is no FIT file. */
    readonly file: (params: { readonly ride: string }) => Promise<Uint8Array>;
    /**
     * Many FIT files, four at a time. A ride that fails never fails the rest; a refused login ends everything. Outcomes are
     * in the order asked for.
     */
    readonly eachFile: (rides: readonly string[], options: EachFileOptions) => Promise<readonly FileOutcome[]>;
    /** Hands in a ride. The service reads the file later: it answers nothing about it. */
    readonly upload: (params: { readonly fileName: string; readonly bytes: Uint8Array }) => Promise<void>;
  };
  /** China only. */
  readonly segments: {
    readonly collected: (params: SegmentPage) => Promise<WireList<WireSegmentRow>>;
    readonly created: (params: SegmentPage) => Promise<WireList<WireSegmentRow>>;
    readonly get: (params: { readonly segment: string }) => Promise<WireSegment>;
    readonly ownEfforts: (params: { readonly segment: string }) => Promise<WireList<WireEffort>>;
    readonly ranking: (params: RankingQuery) => Promise<WireRanking>;
    readonly topRecords: (params: { readonly segment: string }) => Promise<WireTopRecords>;
  };
  readonly workouts: {
    /** All of them, whatever the paging of the region. */
    readonly list: () => Promise<WireList<WireWorkoutRow>>;
    readonly get: (params: { readonly workout: string }) => Promise<WireWorkout>;
    /** Creates, or with `id` replaces. Yields the id. */
    readonly save: (params: { readonly course: object; readonly id?: string }) => Promise<string>;
    readonly remove: (params: { readonly workout: string }) => Promise<void>;
  };
  readonly routes: {
    /** Hands in a GPX or FIT route. Seen in one client only. */
    readonly upload: (params: RouteFile) => Promise<void>;
  };
}

/** Thresholds from this server's own settings; `undefined` where they leave it to the profile. */
export interface ThresholdSettings {
  /** W */
  readonly ftp: number | undefined;
  /** bpm */
  readonly lthr: number | undefined;
}

export interface RouteFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly description: string;
}

export type { StatisticsQuery } from './endpoints/profile.ts';
export type { RankingQuery, SegmentPage } from './endpoints/segments.ts';
export type { Region } from './regions.ts';
export type { EachFileOptions, FileOutcome } from './ride-files.ts';
