import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_list_training_plans', () => {
  it('lists own and bought plans with folder and size', async () => {
    const { structured } = await connected().call('tp_list_training_plans');
    const rows = objects(structured);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ plan_id: '600001', from: 'own', folder: 'Racing', weeks: 4, workouts: 20 });
    expect(rows[1]).toMatchObject({ plan_id: '600777', from: 'bought', author: 'A Seller', folder: null });
    expect(rows[2]).toMatchObject({ title: 'New plan', weeks: null, workouts: 0 });
  });

  it('pages on a heavy account', async () => {
    const { structured, text } = await connected({ heavy: true }).call('tp_list_training_plans');
    expect(structured).toMatchObject({ total: 63 });
    expect(text.length).toBeLessThan(10_000);
  });

  it('says that the service is down, never that there are none', async () => {
    const server = connected();
    server.sandbox.emulator.faults.inject('http-500', { path: /^\/plans\//, times: 'always' });
    const { failure, structured } = await server.call('tp_list_training_plans');
    expect(failure?.kind).toBe('upstream');
    expect(structured.rows).toBeUndefined();
  });
});
