import type { StoredActivity } from '../activities/stored.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { unprocessable } from '../shape/refusal.ts';

export interface Filter {
  readonly field_id: string;
  readonly value?: unknown;
  readonly not?: boolean;
}

/** A URL parameter that holds a JSON array of filters. */
export function filtersOf(text: string | null): Filter[] | undefined {
  if (text === null || text === '') return undefined;
  try {
    const filters: unknown = JSON.parse(text);
    if (Array.isArray(filters)) return filters as Filter[];
  } catch {
    // Answered below, like any other value that is not an array.
  }
  throw unprocessable('Invalid filters');
}

/** Whether an activity passes all filters. Fields that the emulator does not know let everything pass. */
export function passes(
  record: AthleteRecord,
  activity: StoredActivity,
  filters: readonly Filter[] | undefined,
): boolean {
  return (filters ?? []).every((filter) => matches(record, activity, filter) !== (filter.not === true));
}

function matches(record: AthleteRecord, activity: StoredActivity, filter: Filter): boolean {
  const session = activity.origin.kind === 'session' ? activity.origin.session : undefined;
  const wanted = (Array.isArray(filter.value) ? filter.value : [filter.value]).map((value) =>
    String(value).toLowerCase(),
  );
  const has = (value: unknown) => wanted.includes(String(value).toLowerCase());
  switch (filter.field_id) {
    case 'type':
      return has(record.activities.type(activity));
    case 'indoor': {
      const indoor = activity.patch.trainer === true || session?.sport === 'virtual-ride';
      return indoor === (wanted[0] === 'indoor' || wanted[0] === 'true');
    }
    case 'race':
      return (session?.race ?? false) === (wanted[0] !== 'false');
    case 'source':
      return has(activity.source);
    case 'name':
      return wanted.some((text) => (session?.title ?? '').toLowerCase().includes(text));
    case 'tags':
      return (session?.tags ?? []).some(has);
    default:
      return !filter.not;
  }
}
