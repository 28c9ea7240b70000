import { finite, type Metric, none } from '../result/index.ts';
import type { ChannelName, Grid } from '../samples/index.ts';

/** Channels whose mean says something only while the athlete is turning the pedals or the legs. */
export type TechniqueChannel = Extract<
  ChannelName,
  | 'left_right_balance'
  | 'left_torque_effectiveness'
  | 'right_torque_effectiveness'
  | 'left_pedal_smoothness'
  | 'right_pedal_smoothness'
  | 'left_platform_center_offset'
  | 'right_platform_center_offset'
  | 'vertical_oscillation'
  | 'vertical_ratio'
  | 'stance_time'
  | 'stance_time_percent'
  | 'stance_time_balance'
  | 'step_length'
  | 'leg_spring_stiffness'
>;

/**
 * Time-weighted mean of a technique channel (balance, torque effectiveness, pedal smoothness, platform centre offset,
 * running dynamics) in the unit of the channel, over the seconds with movement: power above 0 where power is recorded,
 * else cadence above 0, else every second with a value. `coverage` is the share of moving seconds with a value.
 * Refuses `no_data` when the channel is absent or empty.
 * @source engineering choice
 */
export function techniqueMean(grid: Grid, channel: TechniqueChannel): Metric {
  const column = grid.channels[channel];
  const motion = grid.channels.power ?? grid.channels.cadence;
  if (column === undefined) return none('no_data', `${channel} was not recorded`);
  let moving = 0;
  let count = 0;
  let sum = 0;
  for (let i = 0; i < column.length; i++) {
    if (motion !== undefined && !((motion[i] as number) > 0)) continue;
    moving++;
    const reading = column[i] as number;
    if (!Number.isFinite(reading)) continue;
    count++;
    sum += reading;
  }
  if (count === 0) return none('no_data', `${channel} has no value while moving`);
  return finite(sum / count, 'mean over seconds in motion', count / moving);
}
