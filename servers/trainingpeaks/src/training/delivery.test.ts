import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../test/connected.ts';

describe('device delivery over TrainingPeaks', () => {
  it('names what cannot arrive: steps of a Basic account, what is hidden, what has no steps', async () => {
    const server = connected({ account: 'coach' });
    const { structured } = await server.call('tp_get_roster_delivery', { days: 14 });
    const rows = objects(structured);
    const basic = rows.filter(({ why }) => String(why).startsWith('Basic account'));
    expect(new Set(basic.map(({ athlete }) => athlete))).toContain('Marko Novak');
    expect(basic.every(({ verdict }) => verdict === 'failed')).toBe(true);
    expect(rows).toContainEqual(
      expect.objectContaining({ athlete: 'Maja Demo', why: expect.stringContaining('hidden') }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ verdict: 'nothing_to_send', why: 'it has no steps' }));
  });

  it('claims no delivery: what a Premium account may get stays unknown, and says what cannot be known', async () => {
    const server = connected({ account: 'coach' });
    const { structured } = await server.call('tp_get_roster_delivery', { athletes: ['Sara Vidmar'], all: true });
    const rows = objects(structured);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ verdict }) => verdict)).toEqual(rows.map(() => 'unknown'));
    expect(rows[0]?.why).toContain('tells neither the devices nor what they fetched');
    expect(structured.coverage).toMatchObject({ not_sent: 0, unknown: rows.length });
  });

  it('asks one list an athlete', async () => {
    const server = connected({ account: 'coach' });
    await server.call('tp_get_roster_delivery', { athletes: ['Sara Vidmar', '2400013'] });
    expect(server.requests.filter(({ url }) => url.includes('/workouts/'))).toHaveLength(2);
  });
});
