/** The workouts that a new account's library holds. */
export const LIBRARY_WORKOUTS: readonly {
  name: string;
  type: string;
  description: string;
  plan: boolean;
  day: number;
}[] = [
  {
    name: 'SST 3x12',
    type: 'Ride',
    plan: false,
    day: 0,
    description: 'Warmup\n- 10m ramp 50-75%\n\n3x\n- 12m 90%\n- 4m 55%\n\nCooldown\n- 10m 50%',
  },
  {
    name: 'VO2 5x4',
    type: 'Ride',
    plan: false,
    day: 0,
    description: 'Warmup\n- 15m ramp 45-75%\n\n5x\n- 4m 112%\n- 4m 50%\n\nCooldown\n- 10m 50%',
  },
  {
    name: 'Strides',
    type: 'Run',
    plan: false,
    day: 0,
    description: '- 20m 75% Pace\n\n6x\n- 20s 115% Pace\n- 60s 70% Pace\n\n- 5m 70% Pace',
  },
  { name: 'Plan ride', type: 'Ride', plan: true, day: 1, description: '- 60m 68%' },
  {
    name: 'Plan tempo',
    type: 'Ride',
    plan: true,
    day: 3,
    description: '- 15m 60%\n\n2x\n- 20m 85%\n- 5m 55%\n\n- 10m 50%',
  },
];
