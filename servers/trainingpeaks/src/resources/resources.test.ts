import { openClient } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected } from '../../test/connected.ts';
import { readSteps } from '../domain/workouts/steps.ts';
import { workoutFormat } from './workout-format.ts';

async function read(uri: string, server = connected()): Promise<string> {
  const client = await openClient(server.runtime, { era: 'modern' });
  try {
    const { contents } = await client.readResource({ uri });
    return (contents[0] as { text: string }).text;
  } finally {
    await client.close();
  }
}

describe('the resources of TrainingPeaks', () => {
  it('tell who signed in, with the thresholds that the tools use and nothing private', async () => {
    const server = connected();
    const profile = JSON.parse(await read('trainingpeaks://athlete/profile', server));
    expect(profile).toMatchObject({ name: 'Maja Demo', account: expect.any(String), time_zone: 'Europe/Ljubljana' });
    const { structured } = await server.call('tp_get_athlete_settings');
    expect(profile.thresholds).toEqual(structured.thresholds);
    expect(profile.zones).toEqual(structured.zones);
    expect(JSON.stringify(profile)).not.toMatch(/@|birthday/i);
  });

  it('show two weeks of an athlete either way, done and planned apart', async () => {
    const server = connected();
    for (const [part, oldest, newest] of [
      ['recent', '2026-10-01', '2026-10-14'],
      ['calendar', '2026-10-14', '2026-10-27'],
    ]) {
      const shown = JSON.parse(await read(`trainingpeaks://athlete/1200001/${part}`, server));
      expect(shown).toMatchObject({ athlete: 'Maja Demo', oldest, newest });
      const { structured } = await server.call('tp_get_workouts', { oldest, newest });
      expect(shown.rows).toEqual(structured.rows);
      expect(shown.columns).toEqual(structured.columns);
    }
  });

  it('show a coach an athlete of the roster, and nobody else', async () => {
    const server = connected({ account: 'coach' });
    expect(await read('trainingpeaks://athlete/2400019/calendar', server)).toContain('Sara Vidmar');
    await expect(read('trainingpeaks://athlete/999/calendar', server)).rejects.toThrow(/not found/i);
    expect(server.requests.some(({ url }) => url.includes('/999/'))).toBe(false);
  });

  it('teach a grammar whose every example is read', async () => {
    const text = await workoutFormat.read({} as never, {});
    const [lengths = '', targets = ''] = text.split('| at | means |');
    const examples = (table: string) =>
      [...table.matchAll(/^\| ([^|]+) \|/gm)]
        .map(([, cell = '']) => cell)
        .filter((cell) => !/^(for|at|-+)$/.test(cell))
        .flatMap((cell) => cell.split(', '));
    for (const length of examples(lengths)) readSteps([{ for: length, at: '50% FTP' }], 2);
    for (const at of examples(targets)) readSteps([{ for: '10min', at }], 2);
    expect(examples(lengths).length + examples(targets).length).toBeGreaterThan(20);
  });
});
