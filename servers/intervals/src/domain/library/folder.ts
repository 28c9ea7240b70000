import type { Cell } from '@core/mcp-kit';
import type { WireFolder } from '../../client/wire/library.ts';
import { type Field, number, text, texts, whole } from '../fields/field.ts';
import { localDay } from '../local-time.ts';

export const folderColumns = [
  'id',
  'kind',
  'name',
  'workouts',
  'start',
  'weeks',
  'hours_per_week',
  'visibility',
  'shared_with',
  'text',
];

/** A folder or plan in one line. */
export function folderRow(folder: WireFolder): Record<string, Cell> {
  const { hours_per_week_min: low, hours_per_week_max: high } = folder;
  return {
    id: folder.id,
    kind: folder.type === 'PLAN' ? 'plan' : 'folder',
    name: folder.name,
    workouts: folder.num_workouts,
    start: localDay(folder.start_date_local),
    weeks: folder.duration_weeks,
    hours_per_week: low === null && high === null ? null : `${low ?? ''}-${high ?? ''}`,
    visibility: folder.visibility?.toLowerCase() ?? null,
    shared_with: folder.sharedWithCount,
    text: folder.description === '' ? null : (folder.description?.slice(0, 100) ?? null),
  };
}

/** What may be set on a folder or plan. */
export const folderFields: readonly Field[] = [
  text('name', 'name'),
  text('text', 'description'),
  text('visibility', 'visibility', { choices: ['PRIVATE', 'PUBLIC'] }),
  text('start', 'start_date_local'),
  whole('weeks', 'duration_weeks', { range: [1, 104] }),
  number('hours_per_week_min', 'hours_per_week_min', { range: [0, 60] }),
  number('hours_per_week_max', 'hours_per_week_max', { range: [0, 60] }),
  texts('sports', 'activity_types'),
];
