import { endpoint, path } from '@core/mcp-kit/http';
import { wireActivityRow } from '../wire/activity.ts';
import { rows } from '../wire/blocks.ts';
import { type IntervalBody, wireInterval, wireIntervals } from '../wire/interval.ts';

interface Several {
  readonly activity: string;
  readonly intervals: readonly IntervalBody[];
}

/** Replaces the whole set; the service fills the gaps, so that the activity stays covered. */
export const replace = endpoint<Several>()({
  method: 'PUT',
  path: ({ activity }) => path`activity/${activity}/intervals`,
  query: () => ({ all: true }),
  body: ({ intervals }) => intervals,
  response: wireIntervals,
});

/** Lays some over the set that is there. */
export const merge = endpoint<Several>()({
  method: 'PUT',
  path: ({ activity }) => path`activity/${activity}/intervals`,
  query: () => ({ all: false }),
  body: ({ intervals }) => intervals,
  response: wireIntervals,
});

export const update = endpoint<{ activity: string; interval: string; body: IntervalBody }>()({
  method: 'PUT',
  path: ({ activity, interval }) => path`activity/${activity}/intervals/${interval}`,
  body: ({ body }) => body,
  response: wireIntervals,
});

export const remove = endpoint<Several>()({
  method: 'PUT',
  path: ({ activity }) => path`activity/${activity}/delete-intervals`,
  body: ({ intervals }) => intervals,
  response: wireIntervals,
});

/** Cuts the interval that holds a sample in two. */
export const split = endpoint<{ activity: string; at: number }>()({
  method: 'PUT',
  path: ({ activity }) => path`activity/${activity}/split-interval`,
  query: ({ at }) => ({ splitAt: at }),
  response: wireIntervals,
});

/** What an interval over these samples would be, end exclusive; nothing is stored. */
export const stats = endpoint<{ activity: string; from: number; to: number }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/interval-stats`,
  query: ({ from, to }) => ({ start_index: from, end_index: to }),
  response: wireInterval,
  cacheSeconds: 600,
});

interface IntervalSearch {
  readonly athlete: string;
  /** Seconds and percent of threshold: the service wants all four. */
  readonly minSecs: number;
  readonly maxSecs: number;
  readonly minIntensity: number;
  readonly maxIntensity: number;
  readonly target?: string;
  readonly minReps?: number;
  readonly maxReps?: number;
  readonly limit: number;
}

/** Newest first, over all of history; recovery counts too, and the match is the service's own. */
export const search = endpoint<IntervalSearch>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activities/interval-search`,
  query: ({ athlete: _athlete, target, ...band }) => ({ ...band, type: target }),
  response: rows(wireActivityRow),
  cacheSeconds: 120,
});
