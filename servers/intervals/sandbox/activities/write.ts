import type { AthleteRecord } from '../athlete-record.ts';
import { activityKeys } from '../shape/keys.ts';
import { unprocessable } from '../shape/refusal.ts';
import { ACTIVITY_TYPES } from '../sports.ts';
import type { StoredActivity } from './stored.ts';

const NAME_LIMIT = 80;
const READ_ONLY: ReadonlySet<string> = new Set(
  'id icu_athlete_id source created analyzed icu_ctl icu_atl stream_types start_date compliance session_rpe'.split(' '),
);

/** A sparse update: only the sent keys. Numbers are cleared with -1, texts with "", gear cannot be cleared. */
export function writeActivity(record: AthleteRecord, activity: StoredActivity, body: Record<string, unknown>): void {
  if (typeof body.name === 'string' && body.name.length > NAME_LIMIT) throw unprocessable('Name is too long');
  if (body.type !== undefined && !ACTIVITY_TYPES.has(String(body.type))) {
    throw unprocessable(
      `JSON parse error: Cannot deserialize value of type ActivityType from String "${String(body.type)}"`,
    );
  }
  for (const [key, value] of Object.entries(body)) {
    if (READ_ONLY.has(key) || !known(record, key)) continue;
    if (key === 'gear') writeGear(record, activity, value);
    else activity.patch[key] = typeof value === 'number' && value === -1 ? null : value;
  }
  record.activities.touch(activity);
}

function known(record: AthleteRecord, key: string): boolean {
  if (activityKeys.includes(key)) return true;
  return record.customItems.some((item) => (item.content as { code?: string } | null)?.code === key);
}

/** Distance and count move from the old gear to the new. */
function writeGear(record: AthleteRecord, activity: StoredActivity, value: unknown): void {
  const id = (value as { id?: unknown } | null)?.id;
  if (typeof id !== 'string') return;
  const before = (activity.patch.gear ?? record.garage.gearOf(activity).gear) as { id: string } | undefined;
  const metres = Number(record.activities.summary(activity).distance ?? 0);
  const move = (gearId: string | undefined, sign: 1 | -1) => {
    const gear = record.garage.gear.find((each) => each.id === gearId);
    if (!gear) return;
    gear.distance = Number(gear.distance) + sign * metres;
    gear.activities = Number(gear.activities) + sign;
  };
  move(before?.id, -1);
  move(id, 1);
  activity.patch.gear = { id, name: null, distance: null, primary: null };
}
