import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

type Table = { columns: string[]; rows: unknown[][] };

describe('tp_update_hr_zones', () => {
  it('sets LTHR of the default zones and keeps maximum and resting heart rate', async () => {
    const { structured } = await connected().call('tp_update_hr_zones', { threshold_hr: 171 });
    expect(objects(structured.thresholds as Table)).toEqual([
      { metric: 'heart_rate', sport: 'default', threshold_bpm: 171, max_hr_bpm: 188, resting_hr_bpm: 46, method: 1 },
    ]);
    expect(structured).not.toHaveProperty('notes');
  });

  it('sets resting heart rate alone, and the bands of a method that needs it follow', async () => {
    const server = connected();
    await server.call('tp_update_hr_zones', { resting_hr: 44, sport: 'run', method: 31 });
    const { structured } = await server.call('tp_update_hr_zones', { resting_hr: 50, sport: 'run' });
    expect(objects(structured.thresholds as Table)).toMatchObject([
      { threshold_bpm: 174, resting_hr_bpm: 50, method: 31 },
    ]);
    const { changed } = structured as { changed: { field: string }[] };
    expect(changed.some(({ field }) => field.startsWith('run zone'))).toBe(true);
  });

  it('refuses a call without any heart rate', async () => {
    const { failure } = await connected().call('tp_update_hr_zones', { sport: 'run' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'give threshold_hr, max_hr or resting_hr' });
  });

  it('refuses a heart rate that nobody has', async () => {
    const { failure } = await connected().call('tp_update_hr_zones', { threshold_hr: 300 });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('"threshold_hr"') });
  });
});
