import { describe, expect, it } from 'vitest';
import { wireAtpWeek } from '../../client/reports/wire.ts';
import { atpRow } from './atp.ts';

const week = (rest: object) =>
  atpRow(wireAtpWeek.parse({ week: '2026-09-07T00:00:00', volume: 9, raceName: '', ...rest }));

describe('a week of the annual plan', () => {
  it('holds TSS or hours by the plan’s kind, and names a kind that nobody has described', () => {
    expect(week({ atpType: 'TSS' })).toMatchObject({ planned_tss: 9, planned_hours: null, volume: null });
    expect(week({ atpType: 'Hours' })).toMatchObject({ planned_hours: 9, planned_tss: null, volume: null });
    expect(week({ atpType: 'Miles' })).toMatchObject({ volume: 9, volume_kind: 'Miles', planned_tss: null });
  });

  it('lists the limiters of all ranks, and has no race where the name is empty', () => {
    expect(week({ limitingFactors: { 1: ['Climbing'], 2: [], 3: ['Sprint'] } })).toMatchObject({
      limiters: 'Climbing, Sprint',
      race: null,
    });
  });
});
