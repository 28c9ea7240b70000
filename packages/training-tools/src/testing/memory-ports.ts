import { Failure } from '@core/mcp-kit';
import { addDays } from '@core/metrics/day';
import type { DayRange, TrainingPorts } from '../ports/index.ts';
import { coachPorts } from './coach-ports.ts';
import { loadDays, type Memory } from './memory.ts';
import { entriesOf, memoryWriter } from './memory-calendar.ts';

/** Ports over an athlete in memory. `asked` counts the calls of each function. */
export function memoryPorts(memory: Memory, asked: Map<string, number>): Omit<TrainingPorts, 'store'> {
  const count = <T>(name: string, value: T): Promise<T> => {
    asked.set(name, (asked.get(name) ?? 0) + 1);
    return Promise.resolve(value);
  };
  const within = <T extends { readonly day: string }>(items: readonly T[], { oldest, newest }: DayRange): T[] =>
    items.filter(({ day }) => day >= oldest && day <= newest);
  const activities = [...memory.activities].sort((a, b) => (a.start < b.start ? 1 : -1));
  return {
    activities: {
      loadsBy: 'platform',
      list: (_who, range) => count('activities.list', { items: within(activities, range), skipped: {} }),
      get: async (_who, id) => {
        const activity = found(
          activities.find((each) => each.id === id),
          `activity ${id}`,
        );
        if (activity.hidden !== null) throw new Failure('blocked', activity.hidden, { next: 'use another' });
        return count('activities.get', activity);
      },
      recording: async (_who, id) => count('activities.recording', found(memory.recordings[id], `recording of ${id}`)),
    },
    thresholds: { on: () => count('thresholds.on', memory.thresholds) },
    load: {
      warmUpDays: memory.warmUpDays,
      history: (_who, { oldest, newest }) =>
        count('load.history', {
          days: loadDays(memory, oldest, [newest, memory.today].sort()[0]!),
          before: memory.platform[addDays(oldest, -1)] ?? null,
          convention: { preset: 'default' },
        }),
    },
    wellness: { days: (_who, range) => count('wellness.days', { items: within(memory.wellness, range), skipped: {} }) },
    records: {
      measures: ['power', 'heart_rate', 'pace'],
      curves: (_who, { ranges }) =>
        count(
          'records.curves',
          ranges.map((range) => ({
            range,
            bests: memory.bests.filter(({ day }) => day !== null && day >= range.oldest && day <= range.newest),
            skipped: {},
          })),
        ),
    },
    ...coachPorts(memory, count),
    calendar: {
      list: async (who, { oldest, newest }) =>
        count('calendar.list', {
          items: entriesOf(memory, who).filter((entry) => {
            const last = entry.kind === 'unavailable' ? entry.lastDay : entry.day;
            return entry.day <= newest && last >= oldest;
          }),
          skipped: {},
        }),
      session: (_who, { id }) => {
        const entry = found(
          memory.entries.find((each) => each.id === id),
          `entry ${id}`,
        );
        if (entry.kind !== 'session' && entry.kind !== 'race')
          throw new Failure('bad_input', 'no session', { next: 'use another id' });
        return count('calendar.session', { entry, plan: memory.plans[id] ?? null });
      },
      write: memoryWriter(memory, count),
    },
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value;
  throw new Failure('not_found', `There is no ${what}`, { next: 'list what there is' });
}
