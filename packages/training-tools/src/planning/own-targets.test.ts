import { readWorkout } from '@core/workouts';
import { describe, expect, it } from 'vitest';
import { ownTargets } from './own-targets.ts';

const ride = readWorkout({
  sport: 'bike',
  steps: [
    { for: '10min', at: 'ramp 50-75% FTP' },
    {
      repeat: 4,
      steps: [
        { for: '8min', at: '95-105% FTP' },
        { for: '4min', at: '50% FTP' },
      ],
    },
    { for: '5min', at: 'free' },
  ],
});

describe('what targets mean for an athlete', () => {
  it('gives watts, once each', () => {
    const [ramp, hard, easy, ...rest] = ownTargets(ride, { ftp: 240 });
    expect(ramp).toContain('= 120-180 W');
    expect(hard).toBe('95-105% FTP = 228-252 W');
    expect(easy).toBe('50% FTP = 120 W');
    expect(rest).toEqual([]);
  });

  it('gives a pace from the threshold speed, the slower first', () => {
    const run = readWorkout({ sport: 'run', steps: [{ for: '1km', at: '90-100% pace' }] });
    expect(ownTargets(run, { thresholdSpeed: 4 })).toEqual(['90-100% pace = 4:38-4:10 /km']);
  });

  it('says what is missing instead of guessing', () => {
    expect(ownTargets(ride, {})[1]).toBe('95-105% FTP: no FTP is set');
  });
});
