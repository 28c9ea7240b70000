import * as z from '@core/mcp-kit/schema';
import { flag, id, list, maybe, number, optionalId, text, texts } from './blocks.ts';

/** A calendar entry. `end_date_local` is exclusive: a one-day note ends at the next midnight. */
export const wireEvent = z.object({
  id,
  external_id: text,
  athlete_id: text,
  category: text,
  type: text,
  start_date_local: text,
  end_date_local: text,
  name: text,
  description: text,
  indoor: flag,
  tags: texts,
  moving_time: number,
  distance: number,
  icu_training_load: number,
  icu_intensity: number,
  icu_ctl: number,
  icu_atl: number,
  joules: number,
  target: text,
  /** The platform's own parse of the description; read by `@core/workouts`. */
  workout_doc: maybe(z.looseObject({})),
  load_target: number,
  time_target: number,
  distance_target: number,
  for_week: flag,
  color: text,
  icu_ftp: number,
  hide_from_athlete: flag,
  entered: flag,
  shared_event_id: optionalId,
  plan_applied: text,
  training_availability: text,
  max_training_time: number,
  not_on_fitness_chart: flag,
  athlete_cannot_edit: flag,
  structure_read_only: flag,
  plan_name: text,
  paired_activity_id: optionalId,
  push_errors: list(z.object({ service: text, message: text, date: text })),
  ctl_days: number,
  atl_days: number,
  updated: text,
});

export type WireEvent = z.infer<typeof wireEvent>;

/** What a create or a sparse update may name. `workout_doc` is not among them: the platform ignores it. */
export interface EventBody {
  readonly category?: string;
  readonly type?: string | null;
  readonly start_date_local?: string;
  readonly end_date_local?: string;
  readonly name?: string;
  readonly description?: string;
  readonly indoor?: boolean;
  readonly external_id?: string;
  /** Further keys that the fields of `domain/calendar/entry.ts` name. */
  readonly [key: string]: unknown;
}
