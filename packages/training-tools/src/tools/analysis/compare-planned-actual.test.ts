import { describe, expect, it } from 'vitest';
import type { StepPlan } from '../../ports/index.ts';
import { activity, connectMemory, objects, recording, session } from '../../testing/index.ts';

const step = (seconds: number, low: number, high: number, label: string | null = null) => ({
  seconds,
  target: { low, high },
  label,
});
const plan: StepPlan = {
  measure: 'power',
  steps: [
    step(600, 120, 160, 'warm-up'),
    step(480, 240, 260),
    step(240, 100, 130),
    step(480, 240, 260),
    step(600, 100, 140),
  ],
};

/** Second repetition 20 W too low and two minutes too short. */
const done = [
  [600, 140],
  [480, 250],
  [240, 115],
  [360, 220],
  [600, 120],
] as const;

function ridden(laps: readonly number[], watts: readonly (readonly [number, number])[] = done) {
  const power = watts.flatMap(([seconds, w]) => Array<number>(seconds).fill(w));
  return connectMemory({
    activities: [activity({ id: 'a1', day: '2026-10-13', plannedId: 'e1' })],
    entries: [session({ id: 'e1', day: '2026-10-13', structured: true, plannedS: 2400, plannedLoad: 60 })],
    plans: { e1: plan },
    recordings: { a1: recording(power.length, { power: (t) => power[t]! }, laps) },
  });
}

const call = (server: ReturnType<typeof ridden>, args: object = {}) =>
  server.call('mem_compare_planned_actual', { activity_id: 'a1', ...args });

describe('planned against done', () => {
  it('goes by the device’s laps first, and judges each step', async () => {
    const { structured } = await call(ridden(done.map(([seconds]) => seconds)));
    expect(structured.method).toContain('by the device’s laps');
    const work = objects(structured).filter(({ kind }) => kind === 'work');
    expect(work).toMatchObject([
      { start_s: 600, done_time_s: 480, done_power_w: 250, duration: 'met', effort: 'met' },
      { start_s: 1320, planned_time_s: 480, done_time_s: 360, done_power_w: 220, duration: 'short', effort: 'under' },
    ]);
    expect(structured.work).toEqual({ met: 1, of: 2 });
  });

  it('finds the steps in the recording where there are no laps, and says that edges are approximate', async () => {
    const { structured } = await call(ridden([]));
    expect(structured.method).toContain('found in the recording');
    const work = objects(structured).filter(({ kind }) => kind === 'work');
    expect(Math.abs(Number(work[1]?.done_time_s) - 360)).toBeLessThanOrEqual(15);
    expect((structured.notes as string[]).join(' ')).toContain('Edges were found');
  });

  it('refuses to lay an easy ride over intervals, and keeps the totals', async () => {
    const { structured } = await call(ridden([], [[2400, 130]]));
    expect(structured.rows).toEqual([]);
    expect(structured.refused).toMatch(/./);
    expect(structured.planned).toMatchObject({ time_s: 2400, load: 60 });
    expect(structured.done).toMatchObject({ activity_id: 'a1', load: 50 });
  });

  it('refuses without power for a plan in watts, and without steps', async () => {
    const base = {
      activities: [activity({ id: 'a1', day: '2026-10-13', plannedId: 'e1' })],
      entries: [session({ id: 'e1', day: '2026-10-13' })],
    };
    const recordings = { a1: recording(2400, { heart_rate: () => 140 }) };
    const noPower = connectMemory({ ...base, plans: { e1: plan }, recordings });
    expect((await call(noPower)).structured.refused).toContain('no power');
    expect((await call(connectMemory({ ...base, recordings }))).structured.refused).toContain('no steps');
  });

  it('says how to go on when nothing is paired, and takes an event by id', async () => {
    const server = connectMemory({
      activities: [activity({ id: 'a1', day: '2026-10-13' })],
      entries: [session({ id: 'e9', day: '2026-10-12' })],
    });
    expect((await call(server)).failure).toMatchObject({
      kind: 'not_found',
      next: expect.stringContaining('event_id'),
    });
    expect((await call(server, { event_id: 'e9' })).structured.planned).toMatchObject({ event_id: 'e9' });
  });
});
