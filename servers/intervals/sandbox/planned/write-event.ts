import type { AthleteRecord } from '../athlete-record.ts';
import { eventKeys } from '../shape/keys.ts';
import { unprocessable } from '../shape/refusal.ts';
import { ACTIVITY_TYPES } from '../sports.ts';
import type { StoredEvent } from './calendar.ts';

const CATEGORIES: ReadonlySet<string> = new Set(
  'WORKOUT RACE_A RACE_B RACE_C NOTE PLAN HOLIDAY SICK INJURED SET_EFTP FITNESS_DAYS SEASON_START TARGET SET_FITNESS'.split(
    ' ',
  ),
);
const NAME_LIMIT = 80;
/** Computed or owned by the service; sent values are dropped without a word. */
const READ_ONLY: ReadonlySet<string> = new Set(
  'id athlete_id updated workout_doc created_by_id calendar_id paired_activity_id push_errors joules joules_above_ftp strain_score icu_intensity'.split(
    ' ',
  ),
);

/** Checks a body the way the service does, and keeps what may be written. */
export function writable(body: Record<string, unknown>, existing?: StoredEvent): Record<string, unknown> {
  const merged = { ...existing, ...body };
  if (!CATEGORIES.has(String(merged.category))) {
    throw unprocessable(
      `JSON parse error: Cannot deserialize value of type category from String "${String(merged.category)}"`,
    );
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(String(merged.start_date_local ?? ''))) {
    throw unprocessable(`Text '${String(merged.start_date_local ?? '')}' could not be parsed at index 10`);
  }
  if (typeof merged.name === 'string' && merged.name.length > NAME_LIMIT) throw unprocessable('Name is too long');
  if (merged.category === 'NOTE' && !merged.name) throw unprocessable('Name is required');
  checkType(merged);
  const known = Object.entries(body).filter(([key]) => eventKeys.includes(key) && !READ_ONLY.has(key));
  const values = Object.fromEntries(known);
  if (typeof values.start_date_local === 'string') values.start_date_local = withSeconds(values.start_date_local);
  if (typeof values.end_date_local === 'string') values.end_date_local = withSeconds(values.end_date_local);
  return { ...values, ...fromFile(body) };
}

function withSeconds(time: string): string {
  return time.length === 16 ? `${time}:00` : time.slice(0, 19);
}

function checkType(event: Record<string, unknown>): void {
  const { type } = event;
  if (type !== undefined && type !== null && !ACTIVITY_TYPES.has(String(type))) {
    throw unprocessable(
      `JSON parse error: Cannot deserialize value of type ActivityType from String "${String(type)}"`,
    );
  }
  if (String(event.category).startsWith('RACE_') && !type) throw unprocessable('Missing type');
}

/** A workout sent as a file counts as its text when it is text; other formats are not understood here. */
function fromFile(body: Record<string, unknown>): Record<string, unknown> {
  if (typeof body.file_contents !== 'string' || typeof body.filename !== 'string') return {};
  return body.filename.endsWith('.txt') ? { description: body.file_contents } : {};
}

/** An empty parse of a workout's text overwrites the distance with 0. */
export function afterWrite(record: AthleteRecord, event: StoredEvent, body: Record<string, unknown>): void {
  if (event.category !== 'WORKOUT' || typeof body.description !== 'string') return;
  if (!record.calendar.workout(event)) event.distance = 0;
}
