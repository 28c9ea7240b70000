import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import { connectMemory, objects, session } from '../../testing/index.ts';

const TODAY = '2026-10-14';
const day = (n: number) => addDays(TODAY, n);
/** Yesterday evening was CTL 50, ATL 60; six weeks of nothing before are overruled by the platform. */
const platform = { [day(-43)]: { ctl: 50 * Math.exp(42 / 42), atl: 60 * Math.exp(42 / 7) } };
const step = (x: number, load: number, tau: number) => x + (load - x) * (1 - Math.exp(-1 / tau));

describe('projecting a draft', () => {
  it('carries CTL and ATL over each day as the model does', async () => {
    const draft = [
      { date: day(1), load: 100 },
      { date: day(2), minutes: 120, if: 0.8 },
    ];
    const { structured } = await connectMemory({ platform }).call('mem_project_load', { draft, until: day(3) });
    let [ctl, atl] = [50, 60];
    for (const load of [0, 100, 128, 0]) [ctl, atl] = [step(ctl, load, 42), step(atl, load, 7)];
    expect((structured.end as Record<string, number>).projected_ctl).toBeCloseTo(ctl, 1);
    expect((structured.end as Record<string, number>).projected_atl).toBeCloseTo(atl, 1);
    expect(objects(structured).map(({ planned_load }) => planned_load)).toEqual([0, 100, 128, 0]);
  });

  it('replaces what is planned on a drafted day, keeps the other days, and shows the end without the draft', async () => {
    const entries = [
      session({ id: 'e1', day: day(1), plannedLoad: 80 }),
      session({ id: 'e2', day: day(2), plannedLoad: 70 }),
    ];
    const { structured } = await connectMemory({ platform, entries }).call('mem_project_load', {
      draft: [{ date: day(1), load: 10 }],
      until: day(2),
    });
    expect(objects(structured).map(({ planned_load }) => planned_load)).toEqual([0, 10, 70]);
    expect(structured.without_draft).toMatchObject({ planned_load: 70 });
    expect(structured.coverage).toMatchObject({ planned_sessions: 1, drafted_sessions: 1 });
  });

  it('counts today what was done and what is still open, and a session that is done only once', async () => {
    const entries = [
      session({ id: 'e1', day: TODAY, plannedLoad: 40 }),
      session({ id: 'e2', day: TODAY, plannedLoad: 500, doneId: 'a' }),
    ];
    const { structured } = await connectMemory({ platform, loads: { [TODAY]: 30 }, entries }).call('mem_project_load', {
      until: TODAY,
    });
    expect((structured.end as Record<string, number>).projected_atl).toBeCloseTo(step(60, 70, 7), 1);
  });

  it('says which sessions have no load', async () => {
    const entries = [session({ id: 'e1', day: day(1), plannedLoad: null })];
    const { structured } = await connectMemory({ entries }).call('mem_project_load');
    expect((structured.notes as string[])[0]).toBe('1 planned session has no load and counts as rest.');
  });

  it('thins out a long path to weeks', async () => {
    const { structured } = await connectMemory({}).call('mem_project_load', { until: day(100) });
    expect(objects(structured).map(({ date }) => date)).toEqual([
      ...Array.from({ length: 15 }, (_, i) => day(7 * i)),
      day(100),
    ]);
  });

  it.each([
    [{ draft: [{ date: '2026-10-01', load: 10 }] }, 'lies before today'],
    [{ draft: [{ date: '2026-10-20' }] }, 'needs load, or minutes and if'],
    [{ draft: [{ date: '2026-10-20', minutes: 60, if: 85 }] }, 'must be 0.3 to 1.5'],
    [{ until: '2027-10-20' }, 'until 2027-10-20'],
    [{ until: '2026-10-01' }, 'until 2026-10-01'],
  ])('refuses %j', async (args, says) => {
    const { failure } = await connectMemory({}).call('mem_project_load', args);
    expect(failure?.kind).toBe('bad_input');
    expect(failure?.toText()).toContain(says);
  });
});
