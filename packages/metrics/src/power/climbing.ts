import { finite, type Metric, needPositive, none, type Warning } from '../result/index.ts';

/**
 * Vertical ascent rate (VAM), m/h: gain / seconds · 3600. Refuses `bad_input` unless `seconds` > 0 and `gain` ≥ 0.
 * @source Ferrari
 */
export function vam(gain: number, seconds: number): Metric {
  const refusal = needPositive({ seconds });
  if (refusal !== null) return refusal;
  if (!(gain >= 0)) return none('bad_input', `gain must be 0 or more metres, got ${gain}`);
  return finite((gain / seconds) * 3600, 'VAM, gain per hour');
}

/**
 * Estimated W/kg on a climb: VAM / (200 + 10·grade), grade in %. Meant for grades of 7 % and more; below, the warning
 * `gentle_climb` says that air resistance makes the estimate low. Refuses `bad_input` for VAM < 0 or grade ≤ 0.
 * @source Ferrari, as GoldenCheetah uses it
 */
export function wattsPerKiloFromVam(vam: number, grade: number): Metric {
  const refusal = needPositive({ grade });
  if (refusal !== null) return refusal;
  if (!(vam >= 0)) return none('bad_input', `vam must be 0 or more m/h, got ${vam}`);
  const warnings: Warning[] =
    grade < 7 ? [{ code: 'gentle_climb', detail: `at ${grade} % air resistance matters: the estimate is low` }] : [];
  return finite(vam / (200 + 10 * grade), 'Ferrari, VAM / (200 + 10 · grade)', null, warnings);
}

/** How much of the sea-level VO₂max remains at `metres`, 0–1, by the cubic fits to four groups of elite athletes. */
export function aerobicShareAtAltitude(metres: number, acclimatised: boolean): number {
  const km = metres / 1000;
  const percent = acclimatised
    ? 99.921 - 1.8991 * km - 1.1219 * km ** 2
    : 100.35 - 4.0726 * km - 1.434 * km ** 2 + 0.1781 * km ** 3;
  return Math.min(1, percent / 100);
}

/**
 * Power as it would have been at sea level, W: P / share of VO₂max left at that altitude (below sea level unchanged).
 * `metres` from −500 to 5000; refuses `bad_input` outside, or for negative power.
 * @source Bassett et al. 1999, Med Sci Sports Exerc 31:1665; GoldenCheetah uses the same curves
 */
export function altitudeAdjustedPower(watts: number, metres: number, acclimatised: boolean): Metric {
  if (!(watts >= 0)) return none('bad_input', `watts must be 0 or more, got ${watts}`);
  if (!(metres >= -500 && metres <= 5000)) return none('bad_input', `metres must be −500 to 5000, got ${metres}`);
  const method = `altitude-adjusted, Bassett ${acclimatised ? 'acclimatised' : 'unacclimatised'}`;
  return finite(watts / aerobicShareAtAltitude(Math.max(0, metres), acclimatised), method);
}
