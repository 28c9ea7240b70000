import { Failure } from '@core/mcp-kit';
import type { Best, DayRange, RecordMeasure, RecordSource, Who } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { RecordSport } from '../domain/records/types.ts';

/** A kind of record: what it is asked for by, and where it lies on the curve, in s or m. */
interface Kind {
  readonly type: string;
  readonly at: number;
}

const times: readonly (readonly [name: string, seconds: number])[] = [
  ['5sec', 5],
  ['1min', 60],
  ['5min', 300],
  ['10min', 600],
  ['20min', 1200],
  ['60min', 3600],
  ['90min', 5400],
];

const distances: readonly (readonly [name: string, metres: number])[] = [
  ['400Meter', 400],
  ['800Meter', 800],
  ['1K', 1000],
  ['1Mi', 1609.344],
  ['5K', 5000],
  ['5Mi', 8046.72],
  ['10K', 10_000],
  ['10Mi', 16_093.44],
  ['HalfMarathon', 21_097.5],
  ['Marathon', 42_195],
  ['50K', 50_000],
];

const kinds: Readonly<Record<RecordMeasure, readonly Kind[]>> = {
  power: times.map(([name, at]) => ({ type: `power${name}`, at })),
  heart_rate: times.map(([name, at]) => ({ type: `hR${name}`, at })),
  pace: distances.map(([name, at]) => ({ type: `speed${name}`, at })),
};

/** Within this share of a position a kind stands for it. */
const NEAR = 0.05;

/** Bests as TrainingPeaks ranks them: one request for each kind in each range, so only for the positions that are asked. */
export function recordSource(port: TrainingPeaksPort): RecordSource {
  return {
    measures: ['power', 'heart_rate', 'pace'],
    curves: async (who, { measure, family, ranges, at }) => {
      const sport: RecordSport | undefined = ({ ride: 'Bike', run: 'Run' } as Record<string, RecordSport>)[family];
      if (sport === undefined) {
        throw new Failure('bad_input', `TrainingPeaks keeps no records of the sport ${family}`, {
          next: 'use measure: "power", "heart_rate" or "pace"',
        });
      }
      const wanted = kinds[measure].filter(
        (kind) => at?.some((position) => Math.abs(kind.at - position) <= NEAR * position) ?? true,
      );
      return Promise.all(ranges.map((range) => curve(port, who, sport, wanted, range)));
    },
  };
}

async function curve(
  port: TrainingPeaksPort,
  { id: athlete }: Who,
  sport: RecordSport,
  wanted: readonly Kind[],
  range: DayRange,
) {
  const lists = await Promise.all(wanted.map(({ type }) => port.reports.records({ athlete, sport, type, ...range })));
  const bests = lists.flatMap(({ items }, i): Best[] => {
    const { at, type } = wanted[i]!;
    const valid = items.filter(({ invalid, value }) => invalid !== true && value !== null && value > 0);
    const best = valid.reduce<(typeof valid)[number] | undefined>(
      (top, each) => (top === undefined || each.value! > top.value! ? each : top),
      undefined,
    );
    if (best === undefined) return [];
    const value = type.startsWith('speed') ? at / best.value! : best.value!;
    return [{ at, value, activityId: best.workoutId, day: best.workoutDate }];
  });
  const unread = lists.reduce((sum, { skipped }) => sum + skipped, 0);
  return { range, bests, skipped: unread > 0 ? { 'cannot be read': unread } : {} };
}
