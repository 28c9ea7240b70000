import { Failure } from '@core/mcp-kit';
import type { WireSettingsGroup } from '../../client/wire/sport-settings.ts';
import { type Field, flag, number, numbers, text, texts, type Values, whole } from '../fields/field.ts';
import { readFields } from '../fields/read.ts';
import { wireValues } from '../fields/write.ts';
import { speedColumns, speedOf } from '../sport.ts';

const orders = ['POWER_HR_PACE', 'POWER_PACE_HR', 'HR_POWER_PACE', 'HR_PACE_POWER', 'PACE_POWER_HR', 'PACE_HR_POWER'];

/** What can be set on a group of sports. Threshold pace is on the wire in m/s and is written in the sport's own unit. */
const plainFields: readonly Field[] = [
  whole('ftp_w', 'ftp', { range: [30, 700] }),
  whole('indoor_ftp_w', 'indoor_ftp', { range: [30, 700] }),
  whole('w_prime_kj', 'w_prime', { scale: 1000, range: [1, 80] }),
  whole('max_power_w', 'p_max', { range: [100, 3000] }),
  whole('lthr_bpm', 'lthr', { range: [60, 230] }),
  whole('max_hr_bpm', 'max_hr', { range: [80, 250] }),
  numbers('power_zones_pct', 'power_zones'),
  texts('power_zone_names', 'power_zone_names'),
  numbers('hr_zones_bpm', 'hr_zones'),
  texts('hr_zone_names', 'hr_zone_names'),
  numbers('pace_zones_pct', 'pace_zones'),
  texts('pace_zone_names', 'pace_zone_names'),
  whole('sweet_spot_min_pct', 'sweet_spot_min', { range: [50, 120] }),
  whole('sweet_spot_max_pct', 'sweet_spot_max', { range: [50, 120] }),
  whole('warmup_time_s', 'warmup_time', { range: [0, 7200] }),
  whole('cooldown_time_s', 'cooldown_time', { range: [0, 7200] }),
  text('load_order', 'load_order', { choices: orders }),
  text('zone_time_order', 'tiz_order', { choices: orders }),
  text('workout_order', 'workout_order', { choices: orders }),
  whole('shortest_ftp_effort_s', 'ftp_est_min_secs', { range: [60, 3600] }),
  flag('zone_times_by_gap', 'use_gap_zone_times'),
  numbers('best_effort_distances_m', 'best_effort_distances'),
  texts('sports', 'types'),
];

const thresholds: readonly Field[] = speedColumns.map((name) =>
  number(`threshold_${name}`, name, { range: [0.1, 3600] }),
);

export const groupFields: readonly Field[] = [...plainFields, ...thresholds];

/** A group with everything that can be set on it. */
export function groupOf(group: WireSettingsGroup): Record<string, unknown> {
  const pace = group.threshold_pace === null ? {} : speedOf(group.types[0] ?? null, group.threshold_pace);
  return {
    id: group.id,
    ...readFields(group, plainFields),
    ...Object.fromEntries(
      Object.entries(pace).map(([name, value]) => [
        `threshold_${name}`,
        value === null ? null : Number(value.toPrecision(6)),
      ]),
    ),
  };
}

/** Metres per second for a threshold in the unit that its name says. */
const toSpeed: Readonly<Record<string, (value: number) => number>> = {
  threshold_speed_km_h: (value) => value / 3.6,
  threshold_pace_s_per_km: (value) => 1000 / value,
  threshold_pace_s_per_100m: (value) => 100 / value,
  threshold_pace_s_per_500m: (value) => 500 / value,
};

/** The wire's keys for values of a group. */
export function groupPatch(values: Values): Record<string, unknown> {
  const paces = Object.entries(values).filter(([name]) => name in toSpeed);
  const plain = Object.fromEntries(Object.entries(values).filter(([name]) => !(name in toSpeed)));
  const [pace] = paces;
  return {
    ...wireValues(plain, plainFields),
    ...(pace && { threshold_pace: pace[1] === null ? null : toSpeed[pace[0]]!(pace[1] as number) }),
  };
}

/** Whether the platform should rebuild the heart-rate zones: when a threshold changes and no zones are given. */
export function rebuildsHrZones(values: Values): boolean {
  return values.hr_zones_bpm === undefined && (values.lthr_bpm !== undefined || values.max_hr_bpm !== undefined);
}

/**
 * Holds zones and thresholds against each other.
 *
 * @throws Failure `bad_input` naming the value and the form that works.
 */
export function requireSound(before: Values, values: Values): void {
  for (const [zones, names] of [
    ['power_zones_pct', 'power_zone_names'],
    ['hr_zones_bpm', 'hr_zone_names'],
    ['pace_zones_pct', 'pace_zone_names'],
  ] as const) {
    const tops = (values[zones] ?? before[zones] ?? []) as readonly number[];
    if (Array.isArray(values[zones]) && tops.some((top, i) => i > 0 && top <= tops[i - 1]!)) {
      throw new Failure('bad_input', `${zones} must rise: each number is the top of a zone`, {
        next: 'send them from low to high, for example [55, 75, 90, 105, 120, 150, 999]',
      });
    }
    const titles = values[names];
    if (Array.isArray(titles) && titles.length !== tops.length) {
      throw new Failure('bad_input', `${names} has ${titles.length} names for ${tops.length} zones`, {
        next: `send ${tops.length} names, or ${zones} too`,
      });
    }
  }
  const heart = values.hr_zones_bpm;
  const highest = values.max_hr_bpm ?? before.max_hr_bpm;
  if (Array.isArray(heart) && typeof highest === 'number' && heart.at(-1) !== highest) {
    throw new Failure('bad_input', `The last of hr_zones_bpm is the maximum heart rate, ${highest}`, {
      next: `end the list with ${highest}, or set max_hr_bpm too`,
    });
  }
}
