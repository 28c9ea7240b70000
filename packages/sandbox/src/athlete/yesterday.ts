import { intervals, type Workout } from './workout.ts';

/** What each work interval of yesterday's ride was to be, and what the rider did. Shares of FTP, seconds. */
export const YESTERDAY_WORK = [
  { plannedSeconds: 720, plannedShare: 0.9, doneSeconds: 720, doneShare: 0.9 },
  { plannedSeconds: 720, plannedShare: 0.9, doneSeconds: 720, doneShare: 0.94 },
  { plannedSeconds: 720, plannedShare: 0.9, doneSeconds: 540, doneShare: 0.83 },
] as const;

export function plannedYesterday(): Workout {
  return intervals('power', 3, { minutes: 12, at: 0.9 }, { minutes: 4, at: 0.55 });
}

/** The second interval 4 points too hard, the third 7 points too easy and cut by three minutes. */
export function executedYesterday(): Workout {
  return {
    target: 'power',
    blocks: [
      { repeat: 1, steps: [{ kind: 'warmup', seconds: 900, low: 0.45, high: 0.72, ramp: true }] },
      ...YESTERDAY_WORK.map((work) => ({
        repeat: 1,
        steps: [
          { kind: 'work' as const, seconds: work.doneSeconds, low: work.doneShare, high: work.doneShare },
          { kind: 'rest' as const, seconds: 240, low: 0.55, high: 0.55 },
        ],
      })),
      { repeat: 1, steps: [{ kind: 'cooldown', seconds: 600, low: 0.5, high: 0.5 }] },
    ],
  };
}
