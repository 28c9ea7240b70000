/**
 * Lower bounds of zones as shares of an anchor, the first one 0. Zones are half-open: a value on a bound belongs to the
 * zone above it, so there is no gap between them. Printed whole-number tables (56–75, 76–90 …) leave gaps of 1 %.
 */
export interface ZoneTable {
  readonly anchor: 'ftp' | 'lthr' | 'max_heart_rate' | 'heart_rate_reserve' | 'threshold_speed' | 'critical_speed';
  readonly shares: readonly number[];
  readonly names: readonly string[];
}

/**
 * Zone tables of the field. Pace tables are in speed, because pace is reciprocal and its bounds flip.
 * - `coggan_power`: Allen & Coggan, 7 levels of FTP. `coggan_heart_rate`: 5 of LTHR, GoldenCheetah's default.
 * - `friel_heart_rate_bike`, `friel_heart_rate_run`: Friel, 7 of LTHR; `five_heart_rate`: 81/89/94/100 %, igpsport-mcp.
 * - `friel_pace`: Friel's shares of threshold pace time, inverted. `critical_speed_run`, `critical_speed_swim`:
 *   GoldenCheetah. `reserve`: ACSM 30/40/60/90 % of the reserve. `max_heart_rate`: 50/60/70/80/90 %.
 * @source Allen & Coggan; Friel; ACSM; GoldenCheetah; igpsport-mcp, as named above
 */
export const ZONE_TABLES = {
  coggan_power: {
    anchor: 'ftp',
    shares: [0, 0.55, 0.75, 0.9, 1.05, 1.2, 1.5],
    names: ['Active recovery', 'Endurance', 'Tempo', 'Threshold', 'VO2max', 'Anaerobic', 'Neuromuscular'],
  },
  coggan_heart_rate: {
    anchor: 'lthr',
    shares: [0, 0.68, 0.83, 0.94, 1.05],
    names: ['Active recovery', 'Endurance', 'Tempo', 'Threshold', 'VO2max'],
  },
  friel_heart_rate_bike: {
    anchor: 'lthr',
    shares: [0, 0.81, 0.9, 0.94, 1, 1.03, 1.07],
    names: ['Z1', 'Z2', 'Z3', 'Z4', 'Z5a', 'Z5b', 'Z5c'],
  },
  friel_heart_rate_run: {
    anchor: 'lthr',
    shares: [0, 0.85, 0.9, 0.95, 1, 1.03, 1.07],
    names: ['Z1', 'Z2', 'Z3', 'Z4', 'Z5a', 'Z5b', 'Z5c'],
  },
  five_heart_rate: { anchor: 'lthr', shares: [0, 0.81, 0.89, 0.94, 1], names: ['Z1', 'Z2', 'Z3', 'Z4', 'Z5'] },
  max_heart_rate: {
    anchor: 'max_heart_rate',
    shares: [0, 0.5, 0.6, 0.7, 0.8, 0.9],
    names: ['Below', 'Z1', 'Z2', 'Z3', 'Z4', 'Z5'],
  },
  reserve: {
    anchor: 'heart_rate_reserve',
    shares: [0, 0.3, 0.4, 0.6, 0.9],
    names: ['Very light', 'Light', 'Moderate', 'Vigorous', 'Near maximal'],
  },
  friel_pace: {
    anchor: 'threshold_speed',
    shares: [0, 1 / 1.29, 1 / 1.13, 1 / 1.05, 1 / 0.99, 1 / 0.96, 1 / 0.9],
    names: ['Z1', 'Z2', 'Z3', 'Z4', 'Z5a', 'Z5b', 'Z5c'],
  },
  critical_speed_run: {
    anchor: 'critical_speed',
    shares: [0, 0.8, 0.87, 0.95, 1.05, 1.19],
    names: ['Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z6'],
  },
  critical_speed_swim: {
    anchor: 'critical_speed',
    shares: [0, 0.93, 0.97, 0.99, 1.02, 1.09],
    names: ['Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z6'],
  },
} as const satisfies Record<string, ZoneTable>;

export type ZoneTableName = keyof typeof ZONE_TABLES;
