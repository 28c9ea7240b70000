import { describe, expect, it } from 'vitest';
import { leavesOf } from './leaves.ts';
import { saysItsUnit } from './units.ts';

/** Paths of an answer whose unit a reader has to guess. */
const guessed = (answer: Record<string, unknown>): string[] =>
  leavesOf(answer)
    .filter((leaf) => typeof leaf.value === 'number' && !saysItsUnit(leaf))
    .map(({ path }) => path);

describe('the unit of a number', () => {
  it.each([
    { distance_km: 42 },
    { pace_s_per_km: 255 },
    { rpe_1to10: 7 },
    { days_left: 12 },
    { time_in_zone_s: { z1: 60, z2: 120 } },
    { columns: ['date', 'power_w'], rows: [['2026-10-14', 241]] },
    { planned_time_s_by_week: [19_140, 18_000] },
    { length: 25, unit: 'Meters' },
    { columns: ['length', 'unit'], rows: [[25, 'Meters']] },
    { columns: ['kind', 'zone', 'from'], rows: [['power W', 'Z1', 140]] },
    { diff: [{ field: 'ftp_w', before: 241, after: 250 }] },
    { diff: [{ field: '2026-10-12 weight_kg', before: 63, after: 64 }] },
  ])('is said by %j', (answer) => {
    expect(guessed(answer)).toEqual([]);
  });

  it.each([
    { ctl: 54 },
    { intensity_factor: 0.8 },
    { sessions: 3, total: 27 },
    { coverage: { with_data: 7, skipped: { 'no load': 1 } } },
  ])('is none of %j', (answer) => {
    expect(guessed(answer)).toEqual([]);
  });

  it.each([
    [{ distance: 42 }, ['distance']],
    [{ speed_kmh: 31 }, ['speed_kmh']],
    [{ mood: 3 }, ['mood']],
    [{ zones: [{ from: 140, to: 180 }] }, ['zones[0].from', 'zones[0].to']],
    [{ columns: ['kind', 'from'], rows: [['power', 140]] }, ['rows[0].from']],
    [{ diff: [{ field: 'Caffeine', after: 180 }] }, ['diff[0].after']],
    [{ columns: ['date', 'time_in_deep_sleep'], rows: [['2026-10-14', 1.3]] }, ['rows[0].time_in_deep_sleep']],
  ])('has to be guessed of %j', (answer, paths) => {
    expect(guessed(answer)).toEqual(paths);
  });
});
