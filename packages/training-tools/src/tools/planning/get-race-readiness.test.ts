import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import { activity, connectMemory, session } from '../../testing/index.ts';

const TODAY = '2026-10-14';
const day = (n: number) => addDays(TODAY, n);
const loads = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [day(-i), 60]));
const race = (given: object = {}) => ({
  ...session({ id: 'r', day: day(10), plannedLoad: 200 }),
  kind: 'race' as const,
  priority: 'B' as const,
  name: 'Ten miles',
  ...given,
});
const step = (x: number, load: number, tau: number) => x + (load - x) * (1 - Math.exp(-1 / tau));

describe('race readiness', () => {
  it('carries form to race morning over what is planned until then, the race itself left out', async () => {
    const entries = [race(), session({ id: 'e', day: day(5), plannedLoad: 90 })];
    const { structured } = await connectMemory({ loads, warmUpDays: 140, entries }).call('mem_get_race_readiness');
    let [ctl, atl] = [60, 60];
    for (let i = 1; i < 10; i++) [ctl, atl] = [step(ctl, i === 5 ? 90 : 0, 42), step(atl, i === 5 ? 90 : 0, 7)];
    const { race_morning } = structured.form as Record<string, Record<string, number>>;
    expect(race_morning!.projected_form).toBeCloseTo(ctl - atl, 0);
    expect(structured.race).toMatchObject({ date: day(10), days_left: 10, name: 'Ten miles', priority: 'B' });
  });

  it('takes the race that matters most, or the day that is given', async () => {
    const entries = [race(), race({ id: 'a', day: day(30), priority: 'A', name: 'Final' })];
    const server = connectMemory({ loads, entries });
    expect((await server.call('mem_get_race_readiness')).structured.race).toMatchObject({ name: 'Final' });
    expect((await server.call('mem_get_race_readiness', { race_day: day(10) })).structured.race).toMatchObject({
      name: 'Ten miles',
    });
  });

  it('shows the sessions that asked most, by load and by intensity', async () => {
    const activities = [
      ...Array.from({ length: 8 }, (_, i) => activity({ id: `easy${i}`, day: day(-i - 1) })),
      activity({ id: 'long', day: day(-9), load: { points: 250, estimated: false }, movingS: 14_000 }),
      activity({ id: 'sharp', day: day(-10), intensity: 0.95, movingS: 2400, load: { points: 45, estimated: false } }),
      activity({ id: 'past', day: day(-40), load: { points: 400, estimated: false } }),
    ];
    const { structured } = await connectMemory({ loads, activities, entries: [race()] }).call('mem_get_race_readiness');
    const ids = (structured.key_sessions as { activity_id: string }[]).map(({ activity_id }) => activity_id);
    expect(ids).toContain('long');
    expect(ids).toContain('sharp');
    expect(ids).not.toContain('past');
  });

  it('names gaps with their numbers: no taper, no intensity, sessions missed', async () => {
    const week = Array.from({ length: 9 }, (_, i) => session({ id: `e${i}`, day: day(i + 1), plannedLoad: 65 }));
    const missed = Array.from({ length: 5 }, (_, i) => session({ id: `m${i}`, day: day(-i - 2) }));
    const activities = [activity({ id: 'x', day: day(-3), intensity: 0.6 })];
    const { structured } = await connectMemory({
      loads,
      warmUpDays: 140,
      activities,
      entries: [race(), ...week, ...missed],
    }).call('mem_get_race_readiness');
    expect(structured.gaps).toEqual([
      expect.stringMatching(/^Form on race morning would be -\d/),
      expect.stringMatching(/^The last week before the race is planned at 10\d % of the usual load: no taper\.$/),
      'No session of half an hour at 85 % of threshold or more in four weeks.',
      '0 of 5 planned sessions of four weeks were done.',
    ]);
  });

  it('gives no score of any kind', async () => {
    const { structured, text } = await connectMemory({ loads, entries: [race()] }).call('mem_get_race_readiness');
    const keys = [...JSON.stringify(structured).matchAll(/"([a-z_]+)":/g)].map(([, key]) => key!);
    // Foster's strain is a sum of load, no verdict.
    expect(keys.filter((key) => /score|rating|readiness|percent_ready/.test(key) && key !== 'strain_score')).toEqual(
      [],
    );
    expect(text).toContain('never a score');
  });

  it('answers without wellness and calendar when the day is given', async () => {
    const { structured } = await connectMemory({ loads }, { ports: ['load', 'activities'] }).call(
      'mem_get_race_readiness',
      { race_day: day(3) },
    );
    expect(structured.method).toContain('at rest until then');
    const { failure } = await connectMemory({ loads }, { ports: ['load', 'activities'] }).call(
      'mem_get_race_readiness',
    );
    expect(failure?.kind).toBe('not_found');
  });
});
