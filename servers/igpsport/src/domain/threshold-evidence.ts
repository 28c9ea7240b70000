import { type MeanMaximalCurve, mergeCurves } from '@core/metrics/curves';
import { estimateFtp, estimateLthr, type FtpEstimate, type LthrEstimate } from '@core/metrics/thresholds';
import type { DecodedRide } from './ride/decode.ts';
import type { RideDerivatives, StoredCurve } from './ride/derivatives.ts';
import type { Thresholds } from './thresholds.ts';

/** A ride that may hold evidence. */
export interface Candidate {
  readonly id: string;
  readonly day: string;
  readonly derived: RideDerivatives;
}

/** A threshold with the ride it was read in. */
export interface Evidence<T> extends Pick<Candidate, 'id' | 'day'> {
  readonly estimate: T;
  /** Mean of the effort, bpm. */
  readonly heartRate: number | null;
  readonly method: string;
}

/** A ride that was looked at and says nothing, and why. */
export interface Refused extends Pick<Candidate, 'id' | 'day'> {
  readonly reason: string;
}

export interface Found<T> {
  readonly best: Evidence<T> | null;
  readonly refused: readonly Refused[];
}

export type ReadRide = (id: string) => Promise<DecodedRide>;

/** Rides that are opened: the ones with the strongest efforts. */
const OPENED = 5;

/**
 * FTP from the strongest efforts, highest implied first: each is held against its own heart rate, the best of the other rides
 * and the FTP in use. The first that counts as maximal wins, since those after it imply less.
 */
export async function findFtp(
  rides: readonly Candidate[],
  history: readonly Candidate[],
  used: Thresholds,
  read: ReadRide,
): Promise<Found<FtpEstimate>> {
  const refused: Refused[] = [];
  for (const { id, day, derived } of strongest(rides)) {
    const curve = curveOf(derived.power?.curve);
    const trial = estimateFtp(curve, { declaredMaximal: true });
    if (trial.value === null) continue;
    const heartRate = meanBeats(await read(id), trial.value.effort);
    const others = history.filter((other) => other.id !== id && other.derived.power !== null);
    const merged = mergeCurves(others.map((other) => curveOf(other.derived.power?.curve))).value;
    const found = estimateFtp(curve, {
      ...(heartRate !== null && { heartRate }),
      ...(used.lthr !== null && { lthr: used.lthr }),
      ...(used.maxHeartRate !== null && { maxHeartRate: used.maxHeartRate }),
      ...(used.ftp !== null && { current: used.ftp }),
      ...(merged !== null && { history: merged }),
    });
    if (found.value !== null) {
      return { best: { id, day, estimate: found.value, heartRate, method: found.method }, refused };
    }
    refused.push({ id, day, reason: found.detail });
  }
  return { best: null, refused };
}

/** Threshold heart rate from rides with at least half an hour at threshold power; the highest of them. */
export async function findLthr(rides: readonly Candidate[], ftp: number, read: ReadRide): Promise<Found<LthrEstimate>> {
  const refused: Refused[] = [];
  let best: Evidence<LthrEstimate> | null = null;
  for (const { id, day, derived } of strongest(rides.filter(({ derived: { heartRate } }) => heartRate !== null))) {
    const { grid } = await read(id);
    const { heart_rate: heartRate, power } = grid.channels;
    if (heartRate === undefined || power === undefined || derived.power === null) continue;
    const found = estimateLthr(heartRate, power, ftp);
    if (found.value === null) refused.push({ id, day, reason: found.detail });
    else if (best === null || found.value.lthr > best.estimate.lthr) {
      best = { id, day, estimate: found.value, heartRate: found.value.lthr, method: found.method };
    }
  }
  return { best, refused };
}

function strongest(rides: readonly Candidate[]): Candidate[] {
  const implied = ({ derived }: Candidate): number =>
    estimateFtp(curveOf(derived.power?.curve), { declaredMaximal: true }).value?.ftp ?? 0;
  return rides
    .filter(({ derived }) => derived.power !== null && derived.sport !== 'running')
    .map((ride) => ({ ride, ftp: implied(ride) }))
    .filter(({ ftp }) => ftp > 0)
    .sort((a, b) => b.ftp - a.ftp)
    .slice(0, OPENED)
    .map(({ ride }) => ride);
}

function curveOf(stored: StoredCurve | undefined): MeanMaximalCurve {
  return {
    durations: Int32Array.from(stored?.durations ?? []),
    values: Float64Array.from(stored?.values ?? []),
    starts: Int32Array.from(stored?.starts ?? []),
  };
}

/** Mean heart rate of an effort, bpm; `null` where under nine tenths of it have one. */
function meanBeats({ grid }: DecodedRide, { start, seconds }: FtpEstimate['effort']): number | null {
  const column = grid.channels.heart_rate;
  if (column === undefined) return null;
  const part = column.subarray(start, start + seconds).filter((beats) => beats > 0);
  if (part.length < 0.9 * seconds) return null;
  return part.reduce((sum, beats) => sum + beats, 0) / part.length;
}
