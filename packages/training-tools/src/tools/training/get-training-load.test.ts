import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import { activity, connectMemory } from '../../testing/index.ts';

const TODAY = '2026-10-14';

/** Load a day for so many days up to today. */
function steady(days: number, load: number, until = TODAY): Record<string, number> {
  return Object.fromEntries(Array.from({ length: days }, (_, i) => [addDays(until, -i), load]));
}

/** CTL after n days of the same load from 0, written out by hand: no library. */
const risen = (load: number, days: number, tau: number) => load * (1 - Math.exp(-days / tau));

describe('training load', () => {
  it('follows the recursion to today and decays over rest days, whatever the window', async () => {
    const loads = steady(400, 60, addDays(TODAY, -10));
    for (const oldest of ['2026-10-01', '2026-08-01', '2026-01-01']) {
      const { structured } = await connectMemory({ loads, warmUpDays: 300 }).call('mem_get_training_load', { oldest });
      const current = structured.current as Record<string, number>;
      expect(current.ctl).toBeCloseTo(60 * Math.exp(-10 / 42), 0);
      expect(current.atl).toBeCloseTo(60 * Math.exp(-10 / 7), 0);
      expect(structured.as_of).toBe(TODAY);
    }
  });

  it('says what the start of the averages may still cost where the platform has none of its own', async () => {
    const { structured } = await connectMemory({ loads: steady(30, 60) }).call('mem_get_training_load', {
      oldest: addDays(TODAY, -29),
    });
    expect(structured.own).toMatchObject({ seed: 'zero', history_from: addDays(TODAY, -29) });
    expect((structured.current as { ctl: number }).ctl).toBeCloseTo(risen(60, 30, 42), 1);
  });

  it('says on how many days the platform counts a sport towards ATL alone, so that its 0 is not read as rest', async () => {
    const memory = { loads: steady(60, 50), atlLoads: { [addDays(TODAY, -3)]: 89, [addDays(TODAY, -80)]: 99 } };
    const { structured } = await connectMemory(memory).call('mem_get_training_load', { oldest: addDays(TODAY, -20) });
    expect(String(structured.notes)).toContain('On 1 day Memory counts other points towards ATL than towards CTL');
    expect(structured.current).toMatchObject({ for_atl_only_7_days: 39 });
    const { structured: same } = await connectMemory({ loads: steady(60, 50) }).call('mem_get_training_load');
    expect(String(same.notes)).not.toContain('towards ATL');
  });

  it('gives the platform’s numbers with ours beside them, and the first day on which they part', async () => {
    const platform: Record<string, { ctl: number; atl: number }> = {};
    let [ctl, atl] = [50, 50];
    for (let i = 28; i >= 0; i--) {
      const wrong = i <= 3 ? 5 : 0;
      ctl += (60 - ctl) * (1 - Math.exp(-1 / 42));
      atl += (60 - atl) * (1 - Math.exp(-1 / 7));
      platform[addDays(TODAY, -i)] = { ctl: ctl + wrong, atl };
    }
    const { structured } = await connectMemory({ loads: steady(40, 60), platform }).call('mem_get_training_load', {
      oldest: addDays(TODAY, -20),
    });
    expect((structured.current as { ctl: number }).ctl).toBeCloseTo(ctl + 5, 1);
    expect(structured.own).toMatchObject({
      own_ctl: Math.round(ctl * 10) / 10,
      largest_difference: 5,
      differs_from: addDays(TODAY, -3),
    });
  });

  it('counts what it rests on: estimated, without a load and why, days unknown', async () => {
    const { structured } = await connectMemory({
      loads: { [TODAY]: null, '2026-10-13': 80 },
      activities: [
        activity({ id: '1', day: TODAY, load: null }),
        activity({ id: '2', day: '2026-10-13', load: { points: 80, estimated: true } }),
        activity({ id: '3', day: '2026-10-12', load: null, hidden: 'synced from elsewhere' }),
        activity({ id: '4', day: '2026-09-20' }),
      ],
    }).call('mem_get_training_load', { oldest: '2026-10-10' });
    expect(structured.coverage).toEqual({
      days: 5,
      days_trained: 2,
      days_unknown: 1,
      activities: 3,
      with_load: 1,
      estimated: 1,
      skipped: { 'no load': 1, 'synced from elsewhere': 1 },
    });
  });

  it('adds up weeks from Monday, and never calls an unknown day rest', async () => {
    const loads = { ...steady(80, 10), '2026-10-13': null };
    const { structured } = await connectMemory({ loads }).call('mem_get_training_load', {
      oldest: '2026-09-30',
      every: 'week',
    });
    const { columns, rows } = structured as { columns: string[]; rows: unknown[][] };
    const at = (name: string) => rows.map((row) => row[columns.indexOf(name)]);
    expect(at('week_from')).toEqual(['2026-09-30', '2026-10-05', '2026-10-12']);
    expect(at('load')).toEqual([50, 70, 20]);
    expect(at('unknown_days')).toEqual([0, 0, 1]);
  });

  it('names what speaks for backing off, with the number', async () => {
    const loads = { ...steady(120, 30), ...steady(7, 200) };
    const { structured } = await connectMemory({ loads, warmUpDays: 60 }).call('mem_get_training_load');
    expect(structured.flags).toEqual([
      expect.stringContaining('Form is -'),
      expect.stringContaining('CTL rose in a week by'),
      expect.stringContaining('The week against the month is'),
    ]);
  });

  it('asks each port once', async () => {
    const server = connectMemory({ loads: steady(90, 50) });
    await server.call('mem_get_training_load');
    expect(Object.fromEntries(server.asked)).toEqual({ 'load.history': 1, 'activities.list': 1 });
  });

  it.each([
    [{ oldest: '2026-10-20', newest: '2026-10-01' }, 'swap'],
    [{ oldest: '2026-10-20', newest: '2026-10-22' }, 'nothing was done then'],
    [{ oldest: '2020-01-01' }, 'at most 400'],
    [{ oldest: '2026-01-01', every: 'day' }, 'every: "day"'],
  ])('refuses %j', async (args, says) => {
    const { failure } = await connectMemory({}).call('mem_get_training_load', args);
    expect(failure?.kind).toBe('bad_input');
    expect(failure?.toText()).toContain(says);
  });
});
