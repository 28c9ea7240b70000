import { describe, expect, it } from 'vitest';
import type { Port } from '../../port.ts';
import { rateRides } from './rated-rides.ts';

/** A service with one ride with power whose file does not name an FTP. */
function oneRide(settings: { readonly ftp?: number } = {}): { readonly port: Port; readonly asked: () => number } {
  let asked = 0;
  const derived = {
    sport: 'cycling',
    timerS: 3600,
    power: { normalizedW: 200, averageW: 190, coverage: 1 },
    heartRate: null,
    deviceFtpW: null,
  };
  const row = { rideId: '1', startTime: '2026-03-01T10:00:00', exerciseType: 0, title: 'Ride' };
  const port = {
    activities: {
      list: async () => ({ items: [row], skipped: 0 }),
      detail: async () => {
        asked += 1;
        return { pwrNP: 200, pwrIF: 0.8 };
      },
    },
    profile: { training: async () => ({ member: { ftp: 240, lthr: 165, runLthr: null, weight: 64 } }) },
    thresholdSettings: settings,
    rides: { deriveEach: async () => [{ ride: '1', state: 'done', derived, stored: true }] },
  } as unknown as Port;
  return { port, asked: () => asked };
}

const window = { oldest: '2026-03-01', newest: '2026-03-01', onProgress: () => {} };

describe('the load of a ride with power', () => {
  it('is counted with the FTP that the service reckoned with that day', async () => {
    const { port } = oneRide();
    const { rides } = await rateRides(port, { ...window, budgetMs: 10_000 });
    expect(rides[0]).toMatchObject({ ftp: 250, ftpSource: 'service' });
  });

  it('is left for the next call when there was no time to ask for that FTP: never counted with another one', async () => {
    const { port, asked } = oneRide();
    const { rides } = await rateRides(port, { ...window, budgetMs: 0 });
    expect(rides[0]).toMatchObject({ ftp: null, load: { load: null, notTried: true } });
    expect(asked()).toBe(0);
  });

  it('needs no such question when the user set the FTP', async () => {
    const { port } = oneRide({ ftp: 260 });
    const { rides } = await rateRides(port, { ...window, budgetMs: 0 });
    expect(rides[0]).toMatchObject({ ftp: 260, ftpSource: 'settings' });
  });
});
