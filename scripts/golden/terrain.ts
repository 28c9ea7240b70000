import { elevationGain, movingTime } from '@core/metrics/detection';
import { totals } from '@core/metrics/samples';
import type { Golden } from './constants.ts';

/** Gain and loss of altitude as recorded, for each hysteresis that the file asks for: `hysteresis_3_m` or `h3`. */
function hysteresisOf(altitude: Float64Array, expected: Golden, name: RegExp): Golden {
  const asked = Object.keys(expected).filter((key) => name.test(key));
  return Object.fromEntries(
    asked.map((key) => {
      const change = elevationGain(altitude, { smoothing: 0, hysteresis: Number(/\d+/.exec(key)?.[0]) }).value;
      return [key, [change?.gain, change?.loss]];
    }),
  );
}

export function altitudeBlock(altitude: Float64Array | undefined, expected: Golden): Golden {
  if (altitude === undefined) return undefined;
  const { min, max } = totals(altitude);
  return { ...hysteresisOf(altitude, expected ?? {}, /^hysteresis_\d+_m$/), min, max };
}

/** alt[i] = 100 + 30·sin(i/200) + 1.5·sin(i/7), i = 0…2999 */
export function elevationSynthetic(expected: Golden): Golden {
  const altitude = Float64Array.from({ length: 3000 }, (_, i) => 100 + 30 * Math.sin(i / 200) + 1.5 * Math.sin(i / 7));
  return hysteresisOf(altitude, expected, /^h\d+$/);
}

/** Seconds above 0.5 m/s, without debounce. */
export function movingBlock(speed: Float64Array): Golden {
  const { count, max } = totals(speed);
  const moving = movingTime({ speed }, { preset: 'speed_only' }).value;
  return { threshold_m_s: 0.5, seconds_with_speed: count, max_speed: max, moving_s: moving?.seconds };
}
