import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A subpath of `@core/metrics` with the file that exports it. */
export interface Topic {
  /** `load` for `@core/metrics/load`. */
  readonly name: string;
  readonly index: string;
}

/** Order of the page; a topic that is not named here comes at the end. */
const ORDER = [
  'samples',
  'result',
  'power',
  'heart-rate',
  'zones',
  'load',
  'load-changes',
  'workload',
  'planning',
  'impulse-response',
  'curves',
  'power-duration',
  'w-balance',
  'thresholds',
  'vo2max',
  'energy',
  'running',
  'swimming',
  'rowing',
  'hrv',
  'readiness',
  'durability',
  'ride',
  'detection',
  'alignment',
  'similarity',
  'correlation',
  'statistics',
  'day',
];

/** The topics that package.json of the metrics package publishes, in the order of the page. */
export function topicsOf(root: string): Topic[] {
  const folder = join(root, 'packages/metrics');
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { '@core/source': string }>;
  };
  const topics = Object.entries(exports).flatMap(([subpath, target]) =>
    typeof target === 'string' || subpath === '.'
      ? []
      : [{ name: subpath.slice(2), index: join(folder, target['@core/source']) }],
  );
  const place = ({ name }: Topic) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return topics.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
}
