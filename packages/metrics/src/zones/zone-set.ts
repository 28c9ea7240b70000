import { allFinite, type Metric, needPositive, none } from '../result/index.ts';
import { ZONE_TABLES, type ZoneTable, type ZoneTableName } from './tables.ts';

/** Zones of one athlete in the unit of the channel (W, bpm, m/s). */
export interface ZoneSet {
  /** Lower bounds, inclusive, increasing. The last zone is open upwards. */
  readonly bounds: readonly number[];
  readonly names: readonly string[];
}

/**
 * Zones from a table and the athlete's anchor (FTP in W, LTHR or maximal heart rate in bpm, threshold or critical speed
 * in m/s): bound = share · anchor. Refuses `bad_input` unless the anchor is above 0, and for `reserve` tables, which
 * need two heart rates: see `reserveZones`.
 * @source Allen & Coggan; Friel; GoldenCheetah
 */
export function zonesOf(table: ZoneTableName | ZoneTable, anchor: number): Metric<ZoneSet> {
  const refusal = needPositive({ anchor });
  if (refusal !== null) return refusal;
  const { shares, names, anchor: kind }: ZoneTable = typeof table === 'string' ? ZONE_TABLES[table] : table;
  if (kind === 'heart_rate_reserve') return none('bad_input', 'a reserve table needs rest and max: use reserveZones');
  return allFinite({ bounds: shares.map((share) => share * anchor), names }, `shares of ${kind}`);
}

/**
 * Karvonen zones, bpm: rest + share · (max − rest). The first zone starts at 0 bpm, so that every heart rate has one.
 * Refuses `bad_input` unless 0 < rest < max.
 * @source Karvonen; ACSM shares 30/40/60/90 %
 */
export function reserveZones(
  range: { readonly rest: number; readonly max: number },
  table: ZoneTable = ZONE_TABLES.reserve,
): Metric<ZoneSet> {
  const { rest, max } = range;
  if (!(rest > 0 && max > rest && Number.isFinite(max)))
    return none('bad_input', `heart rates must be 0 < rest < max, got rest ${rest} and max ${max}`);
  const bounds = table.shares.map((share) => (share === 0 ? 0 : rest + share * (max - rest)));
  return allFinite({ bounds, names: table.names }, 'shares of heart-rate reserve');
}

/** Where the three zones of intensity research part, in the unit of the channel. */
export interface ThreeZoneInput {
  /** First threshold (LT1, VT1, AeT). Left out: 0.8 · second for power and speed, 0.85 · second for heart rate. */
  readonly first?: number;
  /** Second threshold (LT2, VT2; FTP, LTHR or critical speed stand in for it). */
  readonly second: number;
  readonly channel: 'power' | 'heart_rate' | 'speed';
}

/**
 * Seiler's three zones: below LT1, between, from LT2. Warns `assumed_first_threshold` when LT1 was not given.
 * Refuses `bad_input` unless 0 < first < second.
 * @source Seiler 2010, Int J Sports Physiol Perform 5:276; the assumed LT1 is an engineering choice
 */
export function threeZones(input: ThreeZoneInput): Metric<ZoneSet> {
  const assumed = (input.channel === 'heart_rate' ? 0.85 : 0.8) * input.second;
  const first = input.first ?? assumed;
  if (!(first > 0 && input.second > first && Number.isFinite(input.second)))
    return none('bad_input', `thresholds must be 0 < first < second, got ${first} and ${input.second}`);
  const set: ZoneSet = { bounds: [0, first, input.second], names: ['Low', 'Middle', 'High'] };
  if (input.first !== undefined) return allFinite(set, 'three zones from LT1 and LT2');
  const detail = `LT1 was not measured: taken as ${first.toFixed(1)} from LT2 ${input.second}`;
  return allFinite(set, 'three zones from LT2', null, [{ code: 'assumed_first_threshold', detail }]);
}

/**
 * Levels above FTP from the athlete's own power–duration curve: bounds at FTP shares below threshold (0/55/75/90/105 %)
 * and at the modelled power for 8 min, 3 min, 1 min, 30 s and 10 s above it. `powerAt` gives modelled W for seconds.
 * An open analogue of WKO iLevels, whose recipe is proprietary. Refuses `no_fit` when the modelled powers do not rise
 * above 105 % of FTP in order, `bad_input` unless FTP > 0.
 * @source Allen & Coggan; Friel; GoldenCheetah
 */
export function individualLevels(ftp: number, powerAt: (seconds: number) => number): Metric<ZoneSet> {
  const refusal = needPositive({ ftp });
  if (refusal !== null) return refusal;
  const bounds = [0, 0.55 * ftp, 0.75 * ftp, 0.9 * ftp, 1.05 * ftp, ...[480, 180, 60, 30, 10].map(powerAt)];
  for (let zone = 1; zone < bounds.length; zone++)
    if (!((bounds[zone] as number) > (bounds[zone - 1] as number)))
      return none('no_fit', `the modelled powers do not rise above FTP ${ftp} W: ${bounds.map(Math.round).join(', ')}`);
  const names = [
    'Recovery',
    'Endurance',
    'Tempo',
    'Threshold',
    '8–20 min',
    '3–8 min',
    '1–3 min',
    '30–60 s',
    '10–30 s',
    'under 10 s',
  ];
  return allFinite({ bounds, names }, 'levels from the power–duration curve');
}

/**
 * Sweet spot, W: [low, high] as shares of FTP, default 88–94 % (TrainingPeaks; FasCat says 84–97 %).
 * Refuses `bad_input` unless FTP > 0 and 0 < low < high.
 * @source Allen & Coggan; Friel; GoldenCheetah
 */
export function sweetSpot(ftp: number, low = 0.88, high = 0.94): Metric<readonly [low: number, high: number]> {
  const refusal = needPositive({ ftp, low, high });
  if (refusal !== null) return refusal;
  if (low >= high) return none('bad_input', `low must be under high, got ${low} and ${high}`);
  return allFinite([low * ftp, high * ftp] as const, 'sweet spot, share of FTP');
}
