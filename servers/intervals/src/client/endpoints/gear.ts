import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../wire/blocks.ts';
import { type GearBody, type ReminderBody, wireGear, wireGearStats } from '../wire/gear.ts';

interface OneGear {
  readonly athlete: string;
  readonly gear: string;
}

export const list = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/gear`,
  response: rows(wireGear),
  cacheSeconds: 120,
  anewForWrites: true,
});

/** Usage counted anew over all activities. */
export const recount = endpoint<OneGear>()({
  method: 'GET',
  path: ({ athlete, gear }) => path`athlete/${athlete}/gear/${gear}/calc`,
  response: wireGearStats,
  cacheSeconds: 60,
});

export const create = endpoint<{ athlete: string; gear: GearBody }>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/gear`,
  body: ({ gear }) => gear,
  response: wireGear,
});

export const update = endpoint<OneGear & { patch: GearBody }>()({
  method: 'PUT',
  path: ({ athlete, gear }) => path`athlete/${athlete}/gear/${gear}`,
  body: ({ patch }) => patch,
  response: wireGear,
});

export const remove = endpoint<OneGear>()({
  method: 'DELETE',
  path: ({ athlete, gear }) => path`athlete/${athlete}/gear/${gear}`,
  response: 'none',
});

/** Retires one and makes its successor, reminders included: both come back. */
export const replace = endpoint<OneGear & { successor: GearBody }>()({
  method: 'POST',
  path: ({ athlete, gear }) => path`athlete/${athlete}/gear/${gear}/replace`,
  body: ({ successor }) => successor,
  response: rows(wireGear),
});

/** The path is singular; the answer is the whole gear. */
export const addReminder = endpoint<OneGear & { reminder: ReminderBody }>()({
  method: 'POST',
  path: ({ athlete, gear }) => path`athlete/${athlete}/gear/${gear}/reminder`,
  body: ({ reminder }) => reminder,
  response: wireGear,
});

interface ReminderEdit extends OneGear {
  readonly reminder: string;
  readonly patch: ReminderBody;
  readonly reset: boolean;
  readonly snoozeDays: number;
}

/** `reset` and `snoozeDays` are required by the service, even when nothing is reset or put off. */
export const updateReminder = endpoint<ReminderEdit>()({
  method: 'PUT',
  path: ({ athlete, gear, reminder }) => path`athlete/${athlete}/gear/${gear}/reminder/${reminder}`,
  query: ({ reset, snoozeDays }) => ({ reset, snoozeDays }),
  body: ({ patch }) => patch,
  response: wireGear,
});

export const removeReminder = endpoint<OneGear & { reminder: string }>()({
  method: 'DELETE',
  path: ({ athlete, gear, reminder }) => path`athlete/${athlete}/gear/${gear}/reminder/${reminder}`,
  response: 'none',
});
