import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, TODAY } from '../../../test/connected.ts';

describe('icu_get_athlete_profile', () => {
  const server = connected();

  it('tells time zone, weight and thresholds as the athlete set them', async () => {
    const { structured } = await server.call('icu_get_athlete_profile');
    const { profile } = server.athlete;
    expect(structured.today).toBe(TODAY);
    expect(structured.profile).toMatchObject({ name: profile.name, time_zone: 'Europe/Ljubljana' });
    const sports = structured.sports as Record<string, unknown>[];
    expect(sports[0]).toMatchObject({ ftp_w: server.truth.ftpSettingOn(TODAY) });
  });

  it('never shows e-mail, birthday or the key, which are on the wire', async () => {
    const { structured, text } = await server.call('icu_get_athlete_profile');
    const shown = JSON.stringify(structured) + text;
    expect(shown).not.toMatch(/@|birth|api_key/i);
    expect(shown).not.toContain(server.sandbox.apiKey);
  });

  it('answers about an athlete by name', async () => {
    const { structured } = await server.call('icu_get_athlete_profile', { athlete: 'Luka' });
    expect(structured.athlete).toMatchObject({ name: 'Luka Horvat' });
    expect(structured.profile).toMatchObject({ name: 'Luka Horvat' });
  });

  it('never guesses between two athletes of one name', async () => {
    const { failure } = await server.call('icu_get_athlete_profile', { athlete: 'Marko Novak' });
    expect(failure).toMatchObject({ kind: 'ambiguous', message: expect.stringContaining('i300013') });
  });

  it('stays within the answer budget', async () => {
    expect(sizeOf(await server.call('icu_get_athlete_profile'))).toBeLessThanOrEqual(answerBudget.aim);
  });
});
