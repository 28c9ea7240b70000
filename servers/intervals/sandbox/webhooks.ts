import { activityRow } from './activities/row.ts';
import type { StoredActivity } from './activities/stored.ts';
import type { AthleteRecord } from './athlete-record.ts';
import type { StoredEvent } from './planned/calendar.ts';
import { eventRow } from './planned/event-row.ts';
import { stringify } from './shape/json.ts';
import { offsetTime } from './shape/refusal.ts';
import { wellnessRow } from './wellness-row.ts';

/** Where an app wants its deliveries, and the secret that is echoed in each. */
interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}

interface Delivery {
  readonly type: string;
  readonly attempts: number;
  readonly delivered: boolean;
}

type Notice =
  | {
      type: 'ACTIVITY_UPLOADED' | 'ACTIVITY_ANALYZED' | 'ACTIVITY_UPDATED' | 'ACTIVITY_DELETED';
      activity: StoredActivity;
    }
  | { type: 'CALENDAR_UPDATED'; events: readonly StoredEvent[]; deleted: readonly StoredEvent[] }
  | { type: 'WELLNESS_UPDATED'; days: readonly string[] }
  | { type: 'TEST' };

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1000;

/** How the sender reaches the world; a test replaces both. */
interface Outside {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Delivers a notice the way the service does: the receiver must answer 200, everything else (204 too) is tried again with
 * a growing wait. Activities that came from Strava are never told: gives undefined.
 */
export async function notify(
  record: AthleteRecord,
  target: WebhookTarget,
  notice: Notice,
  outside: Outside,
): Promise<Delivery | undefined> {
  if ('activity' in notice && notice.activity.source === 'STRAVA') return undefined;
  const event = {
    athlete_id: record.id,
    type: notice.type,
    timestamp: offsetTime(record.clock.now()),
    ...payload(record, notice),
  };
  const body = stringify({ secret: target.secret, events: [event] });
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (await accepted(target.url, body, outside)) return { type: notice.type, attempts: attempt, delivered: true };
    if (attempt < ATTEMPTS) await outside.wait(FIRST_WAIT_MS * 2 ** (attempt - 1));
  }
  return { type: notice.type, attempts: ATTEMPTS, delivered: false };
}

async function accepted(url: string, body: string, outside: Outside): Promise<boolean> {
  try {
    const response = await outside.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return response.status === 200;
  } catch {
    return false;
  }
}

function payload(record: AthleteRecord, notice: Notice): Record<string, unknown> {
  switch (notice.type) {
    case 'CALENDAR_UPDATED':
      return {
        events: notice.events.map((event) => eventRow(record, event)),
        deleted_events: notice.deleted.map((event) => eventRow(record, event)),
      };
    case 'WELLNESS_UPDATED':
      return { records: notice.days.map((day) => wellnessRow(record, day)) };
    case 'TEST':
      return {};
    default:
      return { activity: activityRow(record, notice.activity) };
  }
}
