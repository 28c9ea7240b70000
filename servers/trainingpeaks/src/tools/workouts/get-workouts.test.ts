import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY, YESTERDAY } from '../../../test/connected.ts';

describe('tp_get_workouts', () => {
  it('lists a week back and a week ahead, planned and done beside each other and never added', async () => {
    const { call } = connected();
    const { structured } = await call('tp_get_workouts');
    expect(structured).toMatchObject({ oldest: '2026-10-07', newest: '2026-10-21' });
    const rows = objects(structured);
    expect(rows.find(({ date }) => date === YESTERDAY)).toMatchObject({
      title: '3 x 12 min sweet spot',
      sport: 'Bike',
      status: 'done',
      planned_time_s: 4380,
      time_s: 4200,
      planned_tss: 74.1,
      tss: 70,
      compliance_pct: 95.9,
      steps: true,
    });
    expect(rows.find(({ date }) => date === TODAY)).toMatchObject({ status: 'planned', time_s: null, tss: null });
    expect(rows.find(({ title }) => title === 'Day off')).toMatchObject({ sport: 'DayOff', planned_time_s: null });
    expect(rows.map(({ date }) => date)).toEqual(rows.map(({ date }) => date).sort());
  });

  it('says that a session was missed once its day is over, never of a rest day', async () => {
    const { structured } = await connected().call('tp_get_workouts', { oldest: '2026-06-01', newest: '2026-10-20' });
    const rows = objects(structured).filter(({ time_s }) => time_s === undefined || time_s === null);
    const over = rows.filter(({ date, sport }) => String(date) < TODAY && sport !== 'DayOff');
    expect(over.length).toBeGreaterThan(0);
    for (const { status } of over) expect(status).toBe('missed');
    const others = rows.filter((row) => !over.includes(row));
    for (const { status } of others) expect(status).toBe('planned');
  });

  it('tells planned ones from done ones by the recorded time, because the flag of the platform is always null', async () => {
    const { call } = connected();
    const planned = objects((await call('tp_get_workouts', { type: 'planned' })).structured);
    const done = objects((await call('tp_get_workouts', { type: 'completed' })).structured);
    expect(new Set(planned.map(({ status }) => status))).toEqual(new Set(['planned', 'missed']));
    expect(new Set(done.map(({ status }) => status))).toEqual(new Set(['done', 'unplanned']));
  });

  it('reads a year in windows that the platform takes, each workout once', async () => {
    const server = connected();
    const window = { oldest: '2025-10-15', newest: TODAY, type: 'completed' };
    const { structured } = await server.call('tp_get_workouts', window);
    const lists = server.requests.filter(({ url }) => /workouts\/\d{4}-/.test(url));
    expect(lists).toHaveLength(5);
    const own = server.me.workouts
      .between('2025-10-15', TODAY)
      .filter((workout) => server.me.workouts.row(workout).totalTime !== null);
    expect(structured.total).toBe(own.length);
    expect(structured.left_out).toBeGreaterThan(0);
    expect(structured.next).toContain('tp_get_workouts');
  });

  it('stays within the budget for somebody who trains for hours every day', async () => {
    const server = connected({ heavy: true });
    const wide = { oldest: '2024-01-01', newest: '2026-10-20' };
    for (const args of [wide, { ...wide, detail: true }]) {
      const { structured, text } = await server.call('tp_get_workouts', args);
      expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
      expect(structured.total).toBeGreaterThan(800);
    }
  });

  it('adds the session in short, intensity, TSS source and how it felt with detail', async () => {
    const { call } = connected();
    const { structured } = await call('tp_get_workouts', { oldest: YESTERDAY, newest: YESTERDAY, detail: true });
    expect(objects(structured)[0]).toMatchObject({
      session: '15min 45-72% FTP, 3x(12min 90% FTP, 4min 55% FTP), 10min 50% FTP',
      planned_intensity_factor: 0.781,
      intensity_factor: 0.775,
      tss_source_code: 1,
      normalized_power_w: 187,
      rpe_0to10_10_is_hardest: 7,
    });
  });

  it('filters by sport, and says when nothing is there', async () => {
    const { call } = connected();
    const swims = objects((await call('tp_get_workouts', { sport: 'swimming' })).structured);
    expect(swims.map(({ sport }) => sport)).toEqual(['Swim']);
    const none = await call('tp_get_workouts', { oldest: '2027-05-01', newest: '2027-05-02' });
    expect(none.structured.notes).toEqual([expect.stringContaining('No such workout')]);
    const { failure } = await call('tp_get_workouts', { sport: 'Bik' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('Bike') });
  });

  it('leaves out one row that cannot be read, says so, and shows the rest', async () => {
    const server = connected();
    const before = objects((await server.call('tp_get_workouts', { type: 'planned' })).structured).length;
    const other = connected();
    const row = other.newest(({ title }) => title === 'Day off');
    Object.assign(row, { workoutTypeValueId: { odd: true } });
    const { structured } = await other.call('tp_get_workouts', { type: 'planned' });
    expect(structured.rows).toHaveLength(before - 1);
    expect((structured.notes as string[]).join()).toContain('could not be read');
  });

  it('takes a list that is null for an empty one', async () => {
    const server = connected();
    server.quirks.nullLists = true;
    const { structured } = await server.call('tp_get_workouts', { oldest: '2027-05-01', newest: '2027-05-02' });
    expect(structured.total).toBe(0);
  });

  it('refuses a window that runs backwards, and one that is too long', async () => {
    const { call } = connected();
    const backwards = await call('tp_get_workouts', { oldest: '2026-10-20', newest: '2026-10-10' });
    expect(backwards.failure?.kind).toBe('bad_input');
    const long = await call('tp_get_workouts', { oldest: '2019-01-01', newest: TODAY });
    expect(long.failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('1100') });
  });
});
