import type { WireStatistics } from '../client/wire/statistics.ts';

/** A total, month, milestone or record: `null` is "not told by iGPSport". */
type Figures = Record<string, string | number | null>;

/** The year as iGPSport adds it up. Lengths arrive in metres, durations in seconds, speeds in metres a second. */
export function yearTotals({ statisticsData: total }: WireStatistics): Figures {
  return {
    rides: total?.totalCount ?? null,
    distance_km: per(total?.totalDistance, 1000),
    duration_s: total?.totalTimerTime ?? null,
    speed_km_h: times(total?.avgSpeed, 3.6),
    ascent_m: total?.sumTotalAscent ?? null,
    energy_kcal: total?.totalCalories ?? null,
    load: total?.totalPwrTSS ?? null,
  };
}

/** Months up to the day asked for; later ones hold nothing yet. Their lengths arrive in kilometres, unlike all others. */
export function monthRows({ axis }: WireStatistics, day: string): Figures[] {
  return axis
    .map(({ time, totalCount, totalTimerTime, value }) => ({
      month: time?.replace('/', '-') ?? null,
      // A month without rides comes without a count.
      rides: totalCount ?? (value === 0 ? 0 : null),
      distance_km: value,
      duration_s: totalTimerTime ?? (value === 0 ? 0 : null),
    }))
    .filter(({ month }) => month === null || month <= day.slice(0, 7));
}

/** How many rides were at least that long. */
export function milestoneRows({ milestoneList }: WireStatistics): Figures[] {
  return milestoneList.map(({ distance, count }) => ({ distance_km: distance, rides: count }));
}

interface KnownRecord {
  readonly name: string;
  readonly unit: string | null;
  readonly factor: number;
  readonly digits: number;
}

/** What is known of the service's own names. `MaxClimbinSpeed` is metres of ascent, in spite of its name. */
const records: Readonly<Record<string, KnownRecord>> = {
  MaxDistance: { name: 'longest distance', unit: 'km', factor: 0.001, digits: 2 },
  MaxTime: { name: 'longest time', unit: 's', factor: 1, digits: 0 },
  MaxAvgSpeed: { name: 'highest average speed', unit: 'km/h', factor: 3.6, digits: 2 },
  MaxMaxSpeed: { name: 'highest speed', unit: 'km/h', factor: 3.6, digits: 2 },
  MaxClimbinSpeed: { name: 'most ascent', unit: 'm', factor: 1, digits: 1 },
  MaxAvgPower: { name: 'highest average power', unit: 'W', factor: 1, digits: 0 },
  MaxMaxPower: { name: 'highest power', unit: 'W', factor: 1, digits: 0 },
};

/** The account's records of the year. A name that is not known keeps its number, without a unit. */
export function recordRows({ personalBestList }: WireStatistics): Figures[] {
  return personalBestList.map(({ activityId, keyName, keyValue, keyTime }) => {
    const known = records[keyName ?? ''];
    const value = keyValue === null || known === undefined ? keyValue : rounded(keyValue * known.factor, known.digits);
    return { record: known?.name ?? keyName, value, unit: known?.unit ?? null, activity_id: activityId, at: keyTime };
  });
}

function per(value: number | null | undefined, divisor: number): number | null {
  return times(value, 1 / divisor);
}

function times(value: number | null | undefined, factor: number): number | null {
  return value === null || value === undefined ? null : value * factor;
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
