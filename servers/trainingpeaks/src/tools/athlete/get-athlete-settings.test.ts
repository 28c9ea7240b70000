import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

type Table = { columns: string[]; rows: unknown[][] };

describe('tp_get_athlete_settings', () => {
  it('gives thresholds and zones of every sport in the units people use', async () => {
    const answer = await connected().call('tp_get_athlete_settings');
    const thresholds = objects(answer.structured.thresholds as Table);
    expect(thresholds).toContainEqual(expect.objectContaining({ metric: 'power', sport: 'bike', threshold_w: 241 }));
    expect(thresholds).toContainEqual(
      expect.objectContaining({ sport: 'swim', threshold_pace_s_per_100m: expect.any(Number) }),
    );
    expect(answer.structured.settings).toMatchObject({ planned_intake_kcal: 2400, time_zone: 'Europe/Ljubljana' });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('shows neither the e-mail, nor the birthday, nor the secret keys of the calendar', async () => {
    const { text, structured } = await connected().call('tp_get_athlete_settings');
    expect(text + JSON.stringify(structured)).not.toMatch(/@|birth|iCal|1991|workoutsOnly/i);
  });

  it('gives one metric when asked', async () => {
    const { structured } = await connected().call('tp_get_athlete_settings', { metric: 'heart_rate' });
    expect(new Set(objects(structured.zones as Table).map(({ metric }) => metric))).toEqual(new Set(['heart_rate']));
  });

  it('refuses an athlete that the login cannot see', async () => {
    const { failure } = await connected().call('tp_get_athlete_settings', { athlete: 'Nobody' });
    expect(failure?.kind).toBe('not_found');
  });
});
