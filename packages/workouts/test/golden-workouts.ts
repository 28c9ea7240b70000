import type { Thresholds, WorkoutInput } from '../src/index.ts';

/** Sessions whose compiled forms are locked in fixtures/golden. Thresholds are what relative targets need there. */
export const GOLDEN: Record<
  string,
  { readonly input: WorkoutInput; readonly thresholds: Thresholds & { readonly ftp: number } }
> = {
  'bike-intervals': {
    thresholds: {
      ftp: 250,
      lthr: 165,
      maxHr: 188,
      powerZones: [55, 75, 90, 105, 120, 150, 999],
      hrZones: [132, 148, 158, 168, 188],
    },
    input: {
      sport: 'bike',
      name: 'Over-unders',
      description: 'Indoor, fan on; stop if HR drifts.\nSecond bottle from the third set.',
      steps: [
        { for: '10min', at: 'ramp 50-75% FTP', kind: 'warmup', name: 'Spin up', cadence: '85-95' },
        { for: '3min', at: 'Z2 power' },
        {
          repeat: 4,
          name: 'Main set',
          steps: [
            { for: '2min', at: '95% FTP', kind: 'interval', name: 'Under' },
            { for: '1min', at: '250-265W', kind: 'interval', name: 'Over', cadence: '100' },
            { for: '4min', at: '50% FTP', kind: 'recovery' },
          ],
        },
        { for: '30s', at: 'max', note: 'all you have' },
        { for: '5min', at: 'free', kind: 'rest' },
        { for: '10min', at: 'ramp 60-40% FTP', kind: 'cooldown' },
      ],
    },
  },
  'run-track': {
    thresholds: {
      ftp: 300,
      lthr: 172,
      maxHr: 192,
      thresholdSpeed: 4,
      paceZones: [77.5, 87.7, 94.3, 100, 103.4, 111.5, 999],
      hrZones: [138, 154, 164, 174, 192],
    },
    input: {
      sport: 'run',
      name: 'Track: 2 × 4 × 400',
      steps: [
        { for: '2km', at: 'Z2 HR', kind: 'warmup' },
        {
          repeat: 2,
          steps: [
            {
              repeat: 4,
              steps: [
                { for: '400mtr', at: '3:50-3:40/km', kind: 'active', name: 'Fast' },
                { for: '200mtr', at: '60% pace', kind: 'rest' },
              ],
            },
            { for: '3min', at: '60% pace', kind: 'rest' },
          ],
        },
        { for: '5min', at: 'RPE 6' },
        { for: 'HR<120', kind: 'other', note: 'walk' },
        { for: 'lap 10min', at: '65% pace', kind: 'cooldown' },
      ],
    },
  },
};
