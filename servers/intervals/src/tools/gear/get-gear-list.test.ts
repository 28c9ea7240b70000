import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_gear_list', () => {
  const server = connected();

  it('shows what is used, under the fields that the platform really has', async () => {
    const answer = await server.call('icu_get_gear_list');
    const { structured } = answer;
    expect(objects(structured)[0]).toMatchObject({
      gear_id: '71001',
      type: 'Bike',
      name: 'Road bike',
      distance_km: 18_432,
    });
    expect(objects(structured).map(({ name }) => name)).not.toContain('Old trail shoes');
    expect(structured.notes).toContain('1 retired not shown; include_retired shows them.');
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('says which reminder is due, and how far over', async () => {
    const { structured } = await server.call('icu_get_gear_list');
    const [reminder] = objects(structured.reminders as never);
    expect(reminder).toMatchObject({
      gear_id: '71001',
      due: true,
      distance_km: 400,
      distance_used_km: 432,
      used_pct: 108,
    });
  });

  it('counts one anew, and shows it even when it is retired', async () => {
    const { structured } = await server.call('icu_get_gear_list', { gear_id: '71005' });
    expect(objects(structured)).toEqual([expect.objectContaining({ name: 'Old trail shoes', retired: '2025-10-01' })]);
    expect(structured.counted).toMatchObject({ distance_km: 801 });
  });

  it('refuses gear that is not there', async () => {
    const { failure } = await server.call('icu_get_gear_list', { gear_id: '1' });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('include_retired') });
  });
});
