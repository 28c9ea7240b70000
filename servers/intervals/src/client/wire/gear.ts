import * as z from '@core/mcp-kit/schema';
import { flag, id, list, number, optionalId, text } from './blocks.ts';

/** A limit on a piece of gear, and how much of it is used since the last reset. Distances m, times s. */
export const wireGearReminder = z.object({
  id,
  name: text,
  distance: number,
  time: number,
  activities: number,
  days: number,
  last_reset: text,
  snoozed_until: text,
  percent_used: number,
  distance_used: number,
  time_used: number,
  activities_used: number,
  days_used: number,
});

export type WireGearReminder = z.infer<typeof wireGearReminder>;

/** Gear as the live service has it: no brand, model, active or primary. */
export const wireGear = z.object({
  id,
  athlete_id: optionalId,
  type: text,
  name: text,
  purchased: text,
  notes: text,
  distance: number,
  time: number,
  activities: number,
  /** The day it was put away; `null` while it is used. */
  retired: text,
  component: flag,
  reminders: list(wireGearReminder),
});

export type WireGear = z.infer<typeof wireGear>;

export const wireGearStats = z.object({
  distance: number,
  elapsed_time: number,
  moving_time: number,
  activities: number,
});

/** What a create or an update of gear may name; only what is named changes. */
export interface GearBody {
  readonly type?: string;
  readonly name?: string;
  readonly purchased?: string;
  readonly notes?: string;
  /** Metres, what was typed in at the start included. */
  readonly distance?: number;
  readonly retired?: string | null;
}

/** Limits of a reminder: metres, seconds, activities, days. */
export interface ReminderBody {
  readonly name?: string;
  readonly distance?: number | null;
  readonly time?: number | null;
  readonly activities?: number | null;
  readonly days?: number | null;
}
