import type { FieldChange } from '@core/mcp-kit';
import type { EventBody, WireEvent } from '../../client/wire/event.ts';

/** The wire's keys for what changes, and nothing else: an update is sparse. Moving keeps the time of day. */
export function workoutPatch(event: WireEvent, diff: readonly FieldChange[]): EventBody {
  const after = new Map(diff.map((change) => [change.field, change.after]));
  const clock = event.start_date_local?.slice(10) ?? 'T00:00:00';
  return {
    ...(after.has('date') && { start_date_local: `${after.get('date')}${clock}` }),
    ...(after.has('name') && { name: String(after.get('name')) }),
    ...(after.has('text') && { description: String(after.get('text')) }),
  };
}
