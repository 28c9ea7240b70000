import { Failure } from '@core/mcp-kit';
import type { CalendarEntry } from '../ports/index.ts';

/** A race day: of the calendar, or as given. */
export interface RaceDay {
  readonly day: string;
  readonly name: string | null;
  readonly priority: 'A' | 'B' | 'C' | null;
}

/**
 * The race on a day, else the next one of the highest priority within the entries.
 *
 * @throws Failure `not_found` when no day is given and no race is planned.
 */
export function raceOf(entries: readonly CalendarEntry[], today: string, day: string | undefined): RaceDay {
  const races = entries.filter((entry) => entry.kind === 'race').filter((race) => race.day >= today);
  if (day !== undefined) {
    const there = races.find((race) => race.day === day);
    return { day, name: there?.name ?? null, priority: there?.priority ?? null };
  }
  const rank = ({ priority }: { readonly priority: string | null }) => priority ?? 'D';
  const [next] = [...races].sort((a, b) => rank(a).localeCompare(rank(b)) || a.day.localeCompare(b.day));
  if (next !== undefined) return next;
  throw new Failure('not_found', 'No race is planned', {
    next: 'give the day as race_day, for example race_day: "2026-11-29"',
  });
}
