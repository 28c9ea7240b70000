import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';
import { nutritionRow } from '../../domain/health/nutrition.ts';

describe('tp_get_nutrition', () => {
  it('says that nothing is logged, and what is planned', async () => {
    const { structured } = await connected().call('tp_get_nutrition');
    expect(structured).toMatchObject({ planned_intake_kcal: 2400, notes: ['Nothing is logged in this window.'] });
  });

  it('shows the plain values of an entry whose form nobody has described, without ids and addresses', () => {
    const entry = {
      id: 1,
      athleteId: 2,
      mealDate: '2026-10-14T00:00:00',
      totalCalories: 640,
      foods: [{}],
      photoUrl: 'https://x.test/1.jpg',
      description: 'Rice',
      protein: null,
    };
    expect(nutritionRow(entry)).toEqual({
      meal_date: '2026-10-14',
      total_calories: 640,
      description: 'Rice',
      protein: null,
    });
  });

  it('fails in our words when the platform is down', async () => {
    const server = connected();
    server.quirks.outage = true;
    expect((await server.call('tp_get_nutrition')).failure?.kind).toBe('upstream');
  });
});
