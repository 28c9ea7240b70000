import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('tp_validate_structure', () => {
  it('says what each step asks of this athlete, time and load by both counts, and writes nothing', async () => {
    const server = connected();
    const ftp = server.truth.ftpSettingOn('2026-10-14');
    const steps = [{ for: '60min', at: '100% FTP' }];
    const { structured } = await server.call('tp_validate_structure', { sport: 'Bike', steps });
    expect(structured).toMatchObject({
      valid: true,
      targets: [`steps[0]: ${ftp} W`],
      planned: { time_s: 3600, tss: 100, intensity_factor: 1 },
      own: { time_s: 3600, tss: 100, intensity_factor: 1, by: 'power' },
      intensity_metric: 'percentOfFtp',
    });
    expect(structured).not.toHaveProperty('why');
    expect(server.writes()).toEqual([]);
  });

  it('gives the numbers of the known example: 40 min, IF 0.771, TSS 39.6', async () => {
    const { call } = connected();
    const structure = JSON.stringify({
      steps: [
        { name: 'a', duration_seconds: 600, intensity_min: 40, intensity_max: 55 },
        { name: 'b', duration_seconds: 1200, intensity_min: 85, intensity_max: 95 },
        { name: 'c', duration_seconds: 600, intensity_min: 40, intensity_max: 55 },
      ],
    });
    const { structured } = await call('tp_validate_structure', { structure });
    expect(structured.planned).toMatchObject({ time_s: 2400, intensity_factor: 0.771, tss: 39.6 });
  });

  it('gives paces to runners and swimmers and bpm for heart rate', async () => {
    const { call } = connected();
    const run = await call('tp_validate_structure', { sport: 'Run', steps: [{ for: '1km', at: '100% pace' }] });
    expect((run.structured.targets as string[])[0]).toMatch(/^steps\[0\]: \d:\d\d per km$/);
    const heart = await call('tp_validate_structure', { sport: 'Run', steps: [{ for: '30min', at: '80-85% LTHR' }] });
    expect((heart.structured.targets as string[])[0]).toMatch(/^steps\[0\]: 1\d\d-1\d\d bpm$/);
    expect(heart.structured.own).toHaveProperty('reason');
  });

  it('says why the counts differ', async () => {
    const { call } = connected();
    const steps = [
      {
        repeat: 20,
        steps: [
          { for: '15s', at: '200% FTP' },
          { for: '45s', at: '50% FTP' },
        ],
      },
    ];
    const { structured } = await call('tp_validate_structure', { sport: 'Bike', steps });
    expect(structured.why).toContain('30 s');
  });

  it('names what cannot be read, and asks for something to check', async () => {
    const { call } = connected();
    const wrong = await call('tp_validate_structure', { sport: 'Bike', steps: [{ for: '10min', at: 'very hard' }] });
    expect(wrong.failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('steps[0].at') });
    expect((await call('tp_validate_structure', {})).failure?.kind).toBe('bad_input');
    const noJson = await call('tp_validate_structure', { structure: '{"structure":' });
    expect(noJson.failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('JSON') });
  });
});
