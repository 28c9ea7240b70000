import { type Field, fields, type RideValues, type Sourced } from './ride-values.ts';
import type { SameRide } from './same-ride.ts';
import type { Match } from './shape.ts';

/** One field of the merged view. */
export interface FieldVerdict {
  readonly field: Field;
  readonly platform: number | null;
  readonly file: number | null;
  /** File minus platform; `null` where one side has nothing. */
  readonly difference: number | null;
  readonly differencePct: number | null;
  /** `either`: they agree. `neither`: nothing here can tell. */
  readonly trust: 'file' | 'platform' | 'either' | 'neither';
  /** `null` where they agree. */
  readonly why: string | null;
}

/** What the verdicts rest on besides the values. */
export interface Evidence {
  readonly same: SameRide['verdict'];
  readonly found: readonly Match[];
  /** Share of the running seconds with power and heart rate, 0–1; `null` without such a channel. */
  readonly coverage: Readonly<
    Record<'file' | 'platform', { readonly power: number | null; readonly heartRate: number | null }>
  >;
}

/** Differences below these are roundings: of the larger value, or absolute. */
const noise: Readonly<Record<Field, readonly [share: number, absolute: number]>> = {
  elapsed_time_s: [0, 2],
  moving_time_s: [0.005, 2],
  distance_km: [0.005, 0.02],
  elevation_gain_m: [0.03, 5],
  average_power_w: [0.005, 1],
  max_power_w: [0.005, 2],
  np_w: [0.005, 1],
  work_kj: [0.005, 2],
  average_hr_bpm: [0, 1],
  max_hr_bpm: [0, 1],
  cadence_per_min: [0, 1],
  load: [0.02, 1],
};

const powerFields: ReadonlySet<Field> = new Set(['average_power_w', 'max_power_w', 'np_w', 'work_kj', 'load']);
const beatFields: ReadonlySet<Field> = new Set(['average_hr_bpm', 'max_hr_bpm']);

/** Every field that at least one side has, in a fixed order. */
export function byField(platform: RideValues, file: RideValues, evidence: Evidence): FieldVerdict[] {
  return fields.flatMap((field) => {
    const [theirs, ours] = [platform[field], file[field]];
    if (theirs === undefined && ours === undefined) return [];
    const difference = theirs === undefined || ours === undefined ? null : ours.value - theirs.value;
    return [
      {
        field,
        platform: theirs?.value ?? null,
        file: ours?.value ?? null,
        difference,
        differencePct: difference === null || theirs!.value <= 0 ? null : (100 * difference) / theirs!.value,
        ...judged(field, theirs, ours, evidence),
      },
    ];
  });
}

type Judgement = Pick<FieldVerdict, 'trust' | 'why'>;

function judged(field: Field, theirs: Sourced | undefined, ours: Sourced | undefined, evidence: Evidence): Judgement {
  if (ours === undefined) return { trust: 'platform', why: 'not in the file' };
  if (theirs === undefined) return { trust: 'file', why: 'the platform tells none' };
  const [share, absolute] = noise[field];
  const apart = Math.abs(ours.value - theirs.value);
  if (apart <= Math.max(absolute, share * Math.max(ours.value, theirs.value))) return { trust: 'either', why: null };
  if (evidence.same === 'part') {
    const longer = ours.value > theirs.value ? 'file' : 'platform';
    return { trust: longer, why: 'the other holds a part only' };
  }
  return specific(field, theirs, ours, evidence);
}

function specific(field: Field, theirs: Sourced, ours: Sourced, evidence: Evidence): Judgement {
  if (field === 'load' && (theirs.from === 'estimate') !== (ours.from === 'estimate')) {
    const measured = theirs.from === 'estimate' ? 'file' : 'platform';
    return { trust: measured, why: 'the other is an estimate without power or pace' };
  }
  if (powerFields.has(field)) return fuller(evidence, 'power') ?? meters(field, evidence);
  if (beatFields.has(field)) {
    const cut = field === 'max_hr_bpm' && ours.value > theirs.value;
    return (
      fuller(evidence, 'heartRate') ?? {
        trust: 'file',
        why: cut ? 'platforms may cut at the maximum that is set' : 'the recording; the platform’s is a summary',
      }
    );
  }
  if (field === 'elapsed_time_s') {
    const cut = evidence.found.some(({ pausesCut }) => pausesCut);
    return { trust: 'file', why: cut ? 'the platform leaves pauses out' : 'first to last second of the recording' };
  }
  if (field === 'moving_time_s')
    return { trust: 'file', why: 'timer of the device; platforms decide themselves what moving is' };
  if (field === 'elevation_gain_m') {
    const own = ours.from === 'device';
    return {
      trust: own ? 'file' : 'neither',
      why: own
        ? 'counted by the device; a platform may correct altitude'
        : 'depends on smoothing: no barometer total in the file',
    };
  }
  return { trust: 'file', why: 'recorded by the device; the platform’s is a summary' };
}

/** The side that recorded clearly more of a channel. */
function fuller({ coverage: { file, platform } }: Evidence, channel: 'power' | 'heartRate'): Judgement | null {
  const [ours, theirs] = [file[channel], platform[channel]];
  if (ours === null || theirs === null || Math.abs(ours - theirs) < 0.03) return null;
  const [more, less] = [Math.max(ours, theirs), Math.min(ours, theirs)].map((share) => Math.round(100 * share));
  return { trust: ours > theirs ? 'file' : 'platform', why: `${more} % of the seconds, the other ${less} %` };
}

/** A steady ratio of watts is two meters; no recording can tell which is right. */
function meters(field: Field, { found }: Evidence): Judgement {
  const power = found.find(({ signal }) => signal === 'power');
  const ratio = power?.ratio ?? null;
  if (power !== undefined && ratio !== null && power.r >= 0.9 && Math.abs(ratio - 1) > 0.01) {
    const off = `${ratio > 1 ? '+' : '−'}${Math.abs(100 * (ratio - 1)).toFixed(1)} %`;
    return { trust: 'neither', why: `two meters, the file’s ${off}: keep to the one that FTP was tested with` };
  }
  if (field === 'load') return { trust: 'file', why: 'from its seconds and the FTP of the day; see method' };
  return { trust: 'file', why: 'computed from its seconds; the platform’s is a summary' };
}
