import { describe, expect, it } from 'vitest';
import type { DocStep } from './doc.ts';
import { toWorkoutDoc } from './parse.ts';
import { resolveDoc } from './resolve.ts';
import type { IntervalsSettings } from './settings.ts';

const settings: IntervalsSettings = {
  ftp: 240,
  lthr: 170,
  thresholdSpeed: 2.631579,
  hrZones: [115, 140, 160, 178, 190],
};
const resolved = (line: string, indoor = false, more: IntervalsSettings = {}): DocStep | undefined =>
  resolveDoc(toWorkoutDoc(line, { ...settings, ...more }), { ...settings, ...more }, { indoor }).steps[0];

describe('resolve=true, from a captured pair (intervals-api.md 6)', () => {
  it.each<[string, DocStep['_power']]>([
    ['10-30%', { value: 48, start: 24, end: 72 }],
    ['40%', { value: 96, start: 93, end: 99 }],
    ['Z2', { start: 134, end: 180 }],
    ['Z3-Z4', { start: 182, end: 252 }],
  ])('%s in watts', (target, watts) => {
    expect(resolved(`- 10m ${target}`)?._power).toEqual(watts);
  });

  it('stays fixed indoors', () => {
    expect(resolved('- 10m 40%', true)?._power).toEqual({ value: 96, start: 96, end: 96 });
  });

  it.each<[string, DocStep['_hr']]>([
    ['80% LTHR', { value: 136, start: 133, end: 139 }],
    ['Z2 HR', { start: 116, end: 140 }],
    ['Z3-Z4 HR', { start: 141, end: 178 }],
  ])('%s in bpm', (target, bpm) => {
    expect(resolved(`- 10m ${target}`)?._hr).toEqual(bpm);
  });

  it('gives pace in m/s and the distance of a timed step', () => {
    const step = resolved('- 10m 70% Pace');
    expect(step?._pace?.value).toBeCloseTo(1.842105, 5);
    expect(step?._pace?.start).toBeCloseTo(1.796053, 5);
    expect(step?._pace?.end).toBeCloseTo(1.888158, 5);
    expect(step?._distance).toBeCloseTo(1105.2632, 3);
  });

  it('gives a pace zone from one percent above the zone below', () => {
    const pace = resolved('- 10m Z2 Pace')?._pace;
    expect(pace?.start).toBeCloseTo(2.065789, 5);
    expect(pace?.end).toBeCloseTo(2.307895, 5);
  });

  it('plans a distance step at its pace: 500 m at 70 % of 0.8333 m/s take 857 s', () => {
    expect(resolved('- 0.5km 70% Pace', false, { thresholdSpeed: 0.8333 })?.duration).toBe(857);
  });

  it('leaves a zone alone that the athlete does not have', () => {
    expect(resolved('- 10m Z9')).not.toHaveProperty('_power');
    expect(resolved('- 10m Z6 HR')).not.toHaveProperty('_hr');
    expect(resolved('- 10m Z2 Pace', false, { thresholdSpeed: undefined })).not.toHaveProperty('_pace');
  });

  it('resolves the steps of a repeat and leaves a target without its threshold alone', () => {
    const doc = resolveDoc(toWorkoutDoc('2x\n- 1m 90%\n- 1m 90% LTHR', {}), { ftp: 200 });
    expect(doc.steps[0]?.steps).toMatchObject([{ _power: { value: 180 } }, {}]);
    expect(doc.steps[0]?.steps?.[1]).not.toHaveProperty('_hr');
  });
});
