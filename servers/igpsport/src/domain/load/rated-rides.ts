import { partOf } from '@core/mcp-kit';
import type { WireActivityRow } from '../../client/wire/activity.ts';
import type { WireTrainingInfo } from '../../client/wire/training.ts';
import type { Port } from '../../port.ts';
import type { RideOutcome } from '../../rides/index.ts';
import { figuresOf, type RideFigures } from '../ride/derivatives.ts';
import { type ThresholdSource, thresholdsOf } from '../thresholds.ts';
import { exactFtp, ftpBehind, ftpHistory } from './ftp-history.ts';
import { type RideLoad, rideLoad } from './ride-load.ts';

/** Where the FTP of a ride's own day was read: `device` in its file, `service` behind iGPSport's NP and IF. */
export type FtpSource = ThresholdSource | 'device' | 'service';

/** A ride of a window with its load. */
export interface RatedRide {
  readonly id: string;
  /** Local day. */
  readonly day: string;
  readonly load: RideLoad | { readonly load: null; readonly reason: string; readonly notTried?: boolean };
  readonly ftp: number | null;
  readonly ftpSource: FtpSource | null;
  readonly row: WireActivityRow;
  /** `null` when its file was not read. */
  readonly derived: RideFigures | null;
}

export interface RatedRides {
  /** Newest first. */
  readonly rides: readonly RatedRide[];
  /** Rows that could not be read, or have no day. */
  readonly unreadable: number;
  readonly training: WireTrainingInfo;
}

/** How a window is read. */
export interface RatingOptions {
  readonly oldest: string;
  readonly newest: string;
  /** Starts no further download after this long, the list of the rides included. */
  readonly budgetMs: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** Loads of all rides of a window, each against the thresholds of its own day. A ride that fails is there with its reason. */
export async function rateRides(port: Port, options: RatingOptions): Promise<RatedRides> {
  const { oldest, newest, budgetMs, onProgress } = options;
  const started = performance.now();
  const [{ items, skipped }, training] = await Promise.all([
    port.activities.list({ oldest, newest }),
    port.profile.training(),
  ]);
  const dated = items.filter((row): row is DatedRow => row.startTime !== null);
  let cutShort = false;
  const ask = async (ride: string): Promise<number | null> => {
    if (performance.now() - started < budgetMs) return askService(port, ride);
    cutShort = true;
    return null;
  };
  const cycled = dated.filter(({ exerciseType }) => exerciseType === null || exerciseType === 0).reverse();
  const [outcomes, history] = await Promise.all([
    port.rides.deriveEach(
      dated.map(({ rideId }) => rideId),
      figuresOf,
      { budgetMs: Math.max(0, budgetMs - (performance.now() - started)), onProgress },
    ),
    port.thresholdSettings.ftp === undefined
      ? ftpHistory(cycled.length, (index) => ask(cycled[index]?.rideId ?? ''))
      : [],
  ]);
  const ftps = new Map(cycled.map(({ rideId }, index) => [rideId, history[index] ?? null]));
  const ftpOn = (ride: string) => (cutShort ? undefined : (ftps.get(ride) ?? null));
  const rides = dated.map((row, index) => rated(row, outcomes[index], ftpOn(row.rideId), training, port));
  return { rides, unreadable: skipped + items.length - dated.length, training };
}

type DatedRow = WireActivityRow & { readonly startTime: string };

/** One ride that does not tell is no reason to fail. */
async function askService(port: Port, ride: string): Promise<number | null> {
  const { value } = await partOf(port.activities.detail({ ride }));
  return value === undefined ? null : ftpBehind(value);
}

/** `read` is the FTP of that day as the service reckoned with it; `undefined`: there was no time to ask. */
function rated(
  row: DatedRow,
  outcome: RideOutcome<RideFigures> | undefined,
  read: number | null | undefined,
  training: WireTrainingInfo,
  port: Port,
): RatedRide {
  const { rideId: id, startTime } = row;
  const day = startTime.slice(0, 10);
  const unread = { id, day, row, derived: null, ftp: null, ftpSource: null };
  if (outcome?.state === 'failed') {
    return { ...unread, load: { load: null, reason: outcome.failure.message } };
  }
  if (outcome?.state !== 'done') {
    return { ...unread, load: { load: null, reason: 'not read yet', notTried: true } };
  }
  const { derived } = outcome;
  const today = thresholdsOf(training, port.thresholdSettings);
  const byPower = derived.power !== null && derived.sport !== 'running';
  if (read === undefined && byPower && today.ftpSource !== 'settings' && derived.deviceFtpW === null) {
    return { ...unread, load: { load: null, reason: 'not read yet', notTried: true } };
  }
  const [ftp, ftpSource] = ftpOf(today.ftp, today.ftpSource, derived.deviceFtpW, read ?? null);
  const runLthr = derived.sport === 'running' ? (port.thresholdSettings.lthr ?? training.member.runLthr) : null;
  return { id, day, row, derived, load: rideLoad(derived, { ftp, lthr: runLthr ?? today.lthr }), ftp, ftpSource };
}

/** Settings, then what the head unit wrote that day, then what iGPSport reckoned with, then today's profile. */
function ftpOf(
  today: number | null,
  source: ThresholdSource | null,
  device: number | null,
  read: number | null,
): readonly [number | null, FtpSource | null] {
  if (source === 'settings') return [today, source];
  if (device !== null && device > 0) return [device, 'device'];
  if (read !== null) return [exactFtp(read, today), 'service'];
  return [today, source];
}
