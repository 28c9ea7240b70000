import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('tp_update_nutrition', () => {
  it('sets the planned energy and reads it back', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_nutrition', { planned_calories: 2350 });
    expect(structured).toMatchObject({ written: true, before_kcal: 2400, planned_intake_kcal: 2350 });
    const settings = await server.call('tp_get_athlete_settings');
    expect(settings.structured.settings).toMatchObject({ planned_intake_kcal: 2350 });
  });

  it('sends athlete and category along, because the platform may replace the whole record', async () => {
    const server = connected();
    await server.call('tp_update_nutrition', { planned_calories: 2350 });
    const [sent] = server.writes();
    expect(JSON.parse(sent?.body ?? '{}')).toEqual({
      athleteId: 1200001,
      plannedCalories: 2350,
      substrateUtilizationCategory: 4,
    });
  });

  it('writes nothing when it already is so', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_nutrition', { planned_calories: 2400 });
    expect(structured).toMatchObject({ written: false, notes: ['Nothing to change.'] });
    expect(server.writes()).toEqual([]);
  });

  it('takes 0, which is a plan too, and refuses less', async () => {
    const { call } = connected();
    expect((await call('tp_update_nutrition', { planned_calories: 0 })).structured.planned_intake_kcal).toBe(0);
    expect((await call('tp_update_nutrition', { planned_calories: -1 })).failure?.kind).toBe('bad_input');
  });
});
