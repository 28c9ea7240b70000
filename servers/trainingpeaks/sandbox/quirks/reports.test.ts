import { beforeEach, describe, expect, it } from 'vitest';
import { BEGINNER_ID } from '../index.ts';
import { plannedWorkout, type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = testSandbox();
});
const usual = { atlConstant: 7, atlStart: 0, ctlConstant: 42, ctlStart: 0, workoutTypes: [] };
const fitness = (from: string, to: string, body: Row = {}, aid = 1_200_001) =>
  sandbox.call<Row[]>('POST', `/fitness/v1/athletes/${aid}/reporting/performancedata/${from}/${to}`, {
    ...usual,
    ...body,
  });

describe('behaviour 29: fitness', () => {
  it('follows the definition over the simulated loads, and knows the history on its first row', async () => {
    const rows = await fitness('2026-09-01', '2026-10-13');
    let ctl = 0;
    let atl = 0;
    for (let day = sandbox.athlete.firstDay; day < '2026-09-01'; day = next(day)) {
      ctl += (sandbox.truth.loadOn(day).atl - ctl) / 42;
      atl += (sandbox.truth.loadOn(day).atl - atl) / 7;
    }
    for (const row of rows) {
      expect(row.tsb).toBeCloseTo(ctl - atl, 8);
      const load = sandbox.truth.loadOn(String(row.workoutDay).slice(0, 10)).atl;
      ctl += (load - ctl) / 42;
      atl += (load - atl) / 7;
      expect(row).toMatchObject({ tssActual: load });
      expect(row.ctl).toBeCloseTo(ctl, 8);
      expect(row.atl).toBeCloseTo(atl, 8);
    }
    expect(rows).toHaveLength(43);
    expect(Number(rows[0]?.ctl)).toBeGreaterThan(20);
  });

  it('has the form of the same day when switched', async () => {
    sandbox.quirks.sameDayForm = true;
    const [row] = await fitness('2026-10-13', '2026-10-13');
    expect(row?.tsb).toBeCloseTo(Number(row?.ctl) - Number(row?.atl), 8);
  });

  it('counts planned load for days to come, or not', async () => {
    const projected = (await fitness('2026-10-20', '2026-11-20')).at(-1);
    sandbox.quirks.projectsPlannedLoad = false;
    const falling = (await fitness('2026-10-20', '2026-11-20')).at(-1);
    expect(Number(projected?.ctl)).toBeGreaterThan(Number(falling?.ctl));
  });

  it('counts only the sports that were asked for', async () => {
    const [all, rides] = [
      await fitness('2026-10-01', '2026-10-13'),
      await fitness('2026-10-01', '2026-10-13', { workoutTypes: [2] }),
    ];
    expect(Number(rides.at(-1)?.ctl)).toBeLessThan(Number(all.at(-1)?.ctl));
  });

  it('is "NaN" for an athlete without history', async () => {
    sandbox = testSandbox({ account: 'coach' });
    const [row] = await fitness('2026-10-01', '2026-10-03', {}, BEGINNER_ID);
    expect(row).toMatchObject({ ctl: 'NaN', atl: 'NaN', tsb: 'NaN', tssActual: 0 });
  });

  it('moves with what is written', async () => {
    const [before] = await fitness('2026-10-13', '2026-10-13');
    const done = plannedWorkout({ workoutDay: '2026-10-13T00:00:00', totalTime: 2, tssActual: 84 });
    await sandbox.send('POST', '/fitness/v6/athletes/1200001/workouts', done);
    const [after] = await fitness('2026-10-13', '2026-10-13');
    expect(Number(after?.ctl) - Number(before?.ctl)).toBeCloseTo(2, 8);
  });

  it('gives the numbers of the worked example', async () => {
    sandbox = testSandbox({ account: 'beginner' });
    for (const [day, tssActual] of [
      ['2026-10-01', 80],
      ['2026-10-03', 120],
    ] as const) {
      const done = plannedWorkout({ workoutDay: `${day}T00:00:00`, totalTime: 1, tssActual });
      await sandbox.send('POST', '/fitness/v6/athletes/1200001/workouts', done);
    }
    const rows = await fitness('2026-10-01', '2026-10-03', { ctlStart: 50, atlStart: 60 });
    const column = (key: string) => rows.map((row) => Math.round(Number(row[key]) * 1000) / 1000);
    expect(column('ctl')).toEqual([50.714, 49.507, 51.185]);
    expect(column('atl')).toEqual([62.857, 53.878, 63.324]);
    expect(column('tsb')).toEqual([-10, -12.143, -4.371]);
  });
});

describe('the annual plan', () => {
  it('has a Monday a week, and the races of the calendar', async () => {
    const rows = await sandbox.get<Row[]>('/fitness/v1/athletes/1200001/atp/2026-10-14/2026-12-10');
    expect(rows[0]?.week).toBe('2026-10-12T00:00:00');
    expect(rows.find(({ week }) => week === '2026-11-23T00:00:00')).toMatchObject({
      raceName: 'Ljubljana road race',
      racePriority: 'A',
      weeksToNextPriorityEvent: 0,
    });
  });
});

function next(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
