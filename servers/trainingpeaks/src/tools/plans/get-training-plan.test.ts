import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_training_plan', () => {
  it('shows a plan in numbers and day by day, notes and strength too, without headings of periods', async () => {
    const { structured, failure } = await connected().call('tp_get_training_plan', { plan_id: '600001' });
    expect(failure?.toText()).toBeUndefined();
    expect(structured.plan).toMatchObject({
      title: 'Road race in four weeks',
      weeks: 4,
      description: 'Four weeks to a road race.',
    });
    const rows = objects(structured);
    expect(rows).toHaveLength(22);
    expect(rows.some(({ title }) => String(title).startsWith('Period'))).toBe(false);
    expect(
      rows.filter(({ kind }) => kind !== 'workout').map(({ week, day, kind, title }) => [week, day, kind, title]),
    ).toEqual([
      [1, 1, 'note', 'Read me'],
      [1, 3, 'strength', 'Core'],
    ]);
    expect(rows[1]).toMatchObject({ week: 1, day: 2, sport: 'Bike', planned_time_s: 4380 });
  });

  it('shows some weeks only', async () => {
    const { structured } = await connected().call('tp_get_training_plan', { plan_id: '600001', weeks: '2-3' });
    expect(new Set(objects(structured).map(({ week }) => week))).toEqual(new Set([2, 3]));
  });

  it('says which weeks there are', async () => {
    const { failure } = await connected().call('tp_get_training_plan', { plan_id: '600001', weeks: '9' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('1-4') });
  });

  it('shows a plan that has nothing yet', async () => {
    const { structured } = await connected().call('tp_get_training_plan', { plan_id: '600002' });
    expect(structured).toMatchObject({ total: 0, plan: { title: 'New plan' } });
  });

  it('stays within its answer for 36 weeks', async () => {
    const { text } = await connected({ heavy: true }).call('tp_get_training_plan', { plan_id: '600001', limit: 200 });
    expect(text.length).toBeLessThan(40_000);
  });
});
