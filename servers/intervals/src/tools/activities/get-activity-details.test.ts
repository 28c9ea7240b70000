import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, YESTERDAY_RIDE } from '../../../test/connected.ts';

describe('icu_get_activity_details', () => {
  const server = connected();

  it('gives load, fitness and thresholds of that day as the simulator knows them', async () => {
    const { structured } = await server.call('icu_get_activity_details', { activity_id: YESTERDAY_RIDE });
    const groups = structured.groups as Record<string, Record<string, number>>;
    const fitness = server.truth.fitnessOn('2026-10-13');
    expect(groups.load).toMatchObject({
      load: server.truth.loadOn('2026-10-13').atl,
      ctl: Number(fitness.ctl.toFixed(1)),
      atl: Number(fitness.atl.toFixed(1)),
    });
    expect(groups.settings_that_day).toMatchObject({ ftp_w: server.truth.ftpSettingOn('2026-10-13') });
    expect(groups.subjective).toMatchObject({ rpe_1to10: 7, feel_1to5_1_is_strong: 1 });
  });

  it('names what was not recorded instead of printing zeros', async () => {
    const { structured } = await server.call('icu_get_activity_details', { activity_id: YESTERDAY_RIDE });
    expect(structured.not_recorded).toContain('weather');
    expect(structured.groups).not.toHaveProperty('weather');
  });

  it('adds time in zones up to the time of the ride, sweet spot apart', async () => {
    const { structured } = await server.call('icu_get_activity_details', { activity_id: YESTERDAY_RIDE });
    const { columns, rows } = structured.zones as { columns: string[]; rows: unknown[][] };
    const [kind, time] = [columns.indexOf('kind'), columns.indexOf('time_s')];
    const power = rows.filter((row) => row[kind] === 'power % FTP').map((row) => Number(row[time]));
    expect(power.reduce((sum, seconds) => sum + seconds, 0)).toBe(4200);
    expect(rows.some((row) => row[kind] === 'power overlaps')).toBe(true);
  });

  it('names the gear, of which the activity itself holds only the id', async () => {
    const { structured } = await server.call('icu_get_activity_details', { activity_id: YESTERDAY_RIDE });
    expect(structured.activity).toMatchObject({ gear_id: '71002', gear: 'Trainer bike' });
  });

  it('refuses an id that does not exist', async () => {
    const { failure } = await server.call('icu_get_activity_details', { activity_id: 'i1' });
    expect(failure?.kind).toBe('not_found');
  });

  it('refuses to show an athlete’s activity under another name', async () => {
    const { failure } = await server.call('icu_get_activity_details', {
      activity_id: YESTERDAY_RIDE,
      athlete: 'i300011',
    });
    expect(failure).toMatchObject({
      kind: 'bad_input',
      next: `send the same call with athlete: "${server.sandbox.athleteId}"`,
    });
  });

  it('explains an activity that Strava hides', async () => {
    const { failure } = await server.call('icu_get_activity_details', {
      activity_id: server.newest({ source: 'STRAVA' }),
    });
    expect(failure?.toText()).toMatch(/Strava/);
    expect(failure?.kind).toBe('blocked');
  });

  it('stays within the answer budget', async () => {
    const { structured, text } = await server.call('icu_get_activity_details', { activity_id: YESTERDAY_RIDE });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });
});
