import type { ChannelName } from './model.ts';

const largest = Number.MAX_VALUE;

const limits: Readonly<Partial<Record<ChannelName, readonly [low: number, high: number]>>> = {
  power: [0, largest],
  heart_rate: [20, 250],
  cadence: [0, 250],
  speed: [0, largest],
  distance: [0, largest],
  latitude: [-90, 90],
  longitude: [-180, 180],
  left_right_balance: [0, 100],
  muscle_oxygen: [0, 100],
};

/**
 * The closed range of values that a channel can hold: anything outside is a sensor or decoding fault, not data. Channels
 * without an entry accept every finite number. Power has no upper limit here: a spike is a judgement, made by
 * `removePowerSpikes`, not an impossibility.
 */
export function columnLimits(name: ChannelName): readonly [low: number, high: number] {
  return limits[name] ?? [-largest, largest];
}
