import { describe, expect, it } from 'vitest';
import type { Port } from '../port.ts';
import { loadSource } from './load-source.ts';

/** A service with a ride of an hour every day; files of the days before `readFrom` are not read in time. */
function rides(readFrom: string): Port {
  const items = Array.from({ length: 100 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 2, 10 - i)).toISOString().slice(0, 10);
    return { rideId: day, startTime: `${day}T10:00:00`, exerciseType: 0, title: 'Ride' };
  });
  const power = { normalizedW: 200, averageW: 190, coverage: 1 };
  return {
    activities: { list: async () => ({ items, skipped: 0 }) },
    profile: { training: async () => ({ member: { ftp: 250, lthr: 165, runLthr: null, weight: 64 } }) },
    thresholdSettings: { ftp: 250 },
    rides: {
      deriveEach: async (ids: readonly string[]) =>
        ids.map((ride) =>
          ride < readFrom
            ? { ride, state: 'not_tried' }
            : {
                ride,
                state: 'done',
                derived: { sport: 'cycling', timerS: 3600, power, heartRate: null, deviceFtpW: null },
                stored: true,
              },
        ),
    },
  } as unknown as Port;
}

async function history(readFrom: string) {
  const source = loadSource({ port: rides(readFrom), today: async () => '2026-03-10' } as never);
  return source.history({} as never, { oldest: '2026-03-01', newest: '2026-03-10' });
}

describe('the history of loads', () => {
  it('starts from the state that earlier rides left', async () => {
    const { before, days } = await history('2025-01-01');
    expect(before?.ctl).toBeGreaterThan(40);
    expect(days.every(({ load }) => load === 64)).toBe(true);
  });

  it('claims no state when earlier rides were not read in time: it would be too low', async () => {
    const { before, days } = await history('2026-02-20');
    expect(before).toBeNull();
    expect(days.every(({ load }) => load === 64)).toBe(true);
  });

  it('knows no load of a day whose ride was not read', async () => {
    const { days } = await history('2026-03-05');
    expect(days.map(({ load }) => load)).toEqual([null, null, null, null, 64, 64, 64, 64, 64, 64]);
  });
});
