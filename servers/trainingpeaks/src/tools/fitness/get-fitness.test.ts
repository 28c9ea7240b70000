import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

/** The recursion of the platform, written down a second time. */
function next(value: number, load: number, days: number): number {
  return value + (load - value) / days;
}

describe('tp_get_fitness', () => {
  it('gives the platform’s CTL, ATL and TSB of every day, as its own recursion makes them from its TSS', async () => {
    const { structured } = await connected().call('tp_get_fitness', { oldest: '2026-09-01', newest: TODAY });
    const rows = objects(structured);
    expect(rows).toHaveLength(44);
    for (const [i, row] of rows.entries()) {
      const before = rows[i - 1];
      if (before === undefined) continue;
      const load = Number(row.tss ?? 0);
      expect(Math.abs(Number(row.ctl) - next(Number(before.ctl), load, 42))).toBeLessThanOrEqual(0.11);
      expect(Math.abs(Number(row.atl) - next(Number(before.atl), load, 7))).toBeLessThanOrEqual(0.15);
      expect(Math.abs(Number(row.form) - (Number(before.ctl) - Number(before.atl)))).toBeLessThanOrEqual(0.11);
    }
  });

  it('agrees with our own recursion, and says what form means', async () => {
    const { structured } = await connected().call('tp_get_fitness');
    expect(structured.check).toMatchObject({ largest_difference: 0 });
    expect(structured.check).not.toHaveProperty('because');
    expect(structured.notes).toContainEqual(expect.stringContaining('evening before'));
  });

  it('notices when the platform counts form on the same evening', async () => {
    const server = connected();
    server.quirks.sameDayForm = true;
    const { structured } = await server.call('tp_get_fitness');
    expect(structured.notes).toContainEqual(expect.stringContaining('CTL − ATL of the same evening'));
  });

  it('projects from the open plan, marks projected days, and never adds planned to done', async () => {
    const server = connected();
    const { structured } = await server.call('tp_get_fitness', { oldest: '2026-10-12', newest: '2026-10-20' });
    const rows = objects(structured);
    const ahead = rows.filter(({ projected }) => projected === true);
    expect(ahead.map(({ date }) => date)).toEqual([
      '2026-10-15',
      '2026-10-16',
      '2026-10-17',
      '2026-10-18',
      '2026-10-19',
      '2026-10-20',
    ]);
    expect(ahead.every(({ tss }) => tss === null)).toBe(true);
    const [, yesterday, today, tomorrow] = rows;
    expect(yesterday).toMatchObject({ tss: 70, planned_tss: null });
    expect(today).toMatchObject({ planned_tss: 57 });
    const withPlan = next(Number(yesterday?.ctl), 57, 42);
    expect(Number(tomorrow?.ctl)).toBeCloseTo(next(withPlan, Number(tomorrow?.planned_tss), 42), 0);
    expect(Number(tomorrow?.form)).toBeCloseTo(withPlan - next(Number(yesterday?.atl), 57, 7), 0);
  });

  it('projects the same whether or not the platform projects by itself', async () => {
    const window = { oldest: TODAY, newest: '2026-10-20' };
    const plain = await connected().call('tp_get_fitness', window);
    const server = connected();
    server.quirks.projectsPlannedLoad = true;
    const other = await server.call('tp_get_fitness', window);
    expect(objects(other.structured).slice(1)).toEqual(objects(plain.structured).slice(1));
  });

  it('answers a what-if: the draft counts beside the plan, and nothing is written', async () => {
    const server = connected();
    const window = { oldest: TODAY, newest: '2026-10-20' };
    const plain = objects((await server.call('tp_get_fitness', window)).structured);
    const { structured } = await server.call('tp_get_fitness', { ...window, draft: { '2026-10-16': 84 } });
    const what = objects(structured);
    expect(Number(what[2]?.planned_tss)).toBeCloseTo(Number(plain[2]?.planned_tss ?? 0) + 84, 1);
    expect(Number(what[2]?.ctl)).toBeCloseTo(Number(plain[2]?.ctl) + 84 / 42, 0);
    expect(Number(what[2]?.ctl) - Number(plain[2]?.ctl)).toBeCloseTo(2, 1);
  });

  it('refuses a draft of a day that is over', async () => {
    const { failure } = await connected().call('tp_get_fitness', { newest: '2026-10-20', draft: { '2026-10-01': 50 } });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'draft days from today on' });
  });

  it('adds TSS up by week and shows the week’s last values', async () => {
    const { call } = connected();
    const window = { oldest: '2026-09-07', newest: '2026-09-20' };
    const days = objects((await call('tp_get_fitness', window)).structured);
    const weeks = objects((await call('tp_get_fitness', { ...window, every: 'week' })).structured);
    expect(weeks.map(({ date }) => date)).toEqual(['2026-09-13', '2026-09-20']);
    const sum = days.slice(0, 7).reduce((total, { tss }) => total + Number(tss ?? 0), 0);
    expect(weeks[0]).toMatchObject({ tss: sum, ctl: days[6]?.ctl });
  });

  it('says that an athlete without history has none, instead of failing at "NaN"', async () => {
    const { structured, failure } = await connected({ account: 'beginner' }).call('tp_get_fitness');
    expect(failure).toBeUndefined();
    expect(structured.notes).toContainEqual(expect.stringContaining('no history yet'));
    expect(structured).not.toHaveProperty('check');
  });

  it('refuses to start a projection in the future', async () => {
    const { failure } = await connected().call('tp_get_fitness', { oldest: '2026-10-20', newest: '2026-10-30' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'use oldest: "2026-10-14"' });
  });

  it('stays within the answer budget for a year and the hard cap for two', async () => {
    const { call } = connected({ heavy: true });
    const year = await call('tp_get_fitness', { oldest: '2025-10-15', newest: TODAY });
    expect(year.structured.every).toBe('week');
    expect(sizeOf(year)).toBeLessThanOrEqual(answerBudget.aim);
    const both = await call('tp_get_fitness', { oldest: '2024-10-20', newest: TODAY });
    expect(sizeOf(both)).toBeLessThanOrEqual(answerBudget.cap);
  });
});
