import type { Cell } from '@core/mcp-kit';
import type { WireAtpWeek } from '../../client/reports/wire.ts';

export const atpColumns = [
  'week',
  'period',
  'planned_tss',
  'planned_hours',
  'volume',
  'volume_kind',
  'race',
  'race_priority',
  'weeks_to_race',
  'limiters',
] as const;

const orNull = (text: string | null) => (text === '' ? null : text);

/**
 * A week of the annual plan. Its volume is TSS or hours by the plan's own kind; of a kind nobody has described the number
 * is given with that kind beside it.
 */
export function atpRow(week: WireAtpWeek): Record<string, Cell> {
  const kind = week.atpType?.toLowerCase() ?? '';
  const [isLoad, isHours] = [kind === 'tss', kind.startsWith('hour')];
  return {
    week: week.week,
    period: orNull(week.period),
    planned_tss: isLoad ? week.volume : null,
    planned_hours: isHours ? week.volume : null,
    volume: isLoad || isHours ? null : week.volume,
    volume_kind: isLoad || isHours ? null : week.atpType,
    race: orNull(week.raceName),
    race_priority: orNull(week.racePriority),
    weeks_to_race: week.weeksToNextPriorityEvent,
    limiters: week.limitingFactors.length > 0 ? week.limitingFactors.join(', ') : null,
  };
}
