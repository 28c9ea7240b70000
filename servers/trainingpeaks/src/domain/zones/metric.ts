import type { WireSettings, ZoneMetric } from '../../client/settings/wire.ts';

/** What zones are made of, as tools name it. */
export const metrics = ['power', 'heart_rate', 'speed'] as const;
export type Metric = (typeof metrics)[number];

/** The service's words for it. */
export const wireMetric: Readonly<Record<Metric, ZoneMetric>> = {
  power: 'power',
  heart_rate: 'heartrate',
  speed: 'speed',
};

/** Sports that zones are kept for; `default` serves every sport without its own. */
export const zoneSports = ['default', 'bike', 'run', 'swim', 'mtnbike', 'xcski', 'rowing'] as const;
export type ZoneSport = (typeof zoneSports)[number];

const ids: Readonly<Record<ZoneSport, number>> = {
  default: 0,
  swim: 1,
  bike: 2,
  run: 3,
  mtnbike: 8,
  xcski: 11,
  rowing: 12,
};

export const zoneSportId = (sport: ZoneSport): number => ids[sport];

/** The sport of a zone group; one that came later is shown by its number. */
export function zoneSportName(id: number | null): string {
  return zoneSports.find((sport) => ids[sport] === id) ?? `type ${id}`;
}

/** The groups of a metric. */
export function groupsOf(settings: WireSettings, metric: Metric): WireSettings['powerZones'] {
  if (metric === 'power') return settings.powerZones;
  return metric === 'heart_rate' ? settings.heartRateZones : settings.speedZones;
}

/** Calculation methods that have answered, and those with a known name; the service publishes no list. */
export const knownMethods: Readonly<Record<Metric, readonly number[]>> = {
  power: [1, 2, 3, 4, 5, 6, 7],
  heart_rate: [1, 2, 3, 4, 5, 31],
  speed: [2, 3, 5, 14],
};

const names: Readonly<Partial<Record<Metric, Readonly<Record<number, string>>>>> = { power: { 2: 'CTS', 4: 'Coggan' } };

export const methodName = (metric: Metric, method: number | null): string | null =>
  method === null ? null : (names[metric]?.[method] ?? null);
