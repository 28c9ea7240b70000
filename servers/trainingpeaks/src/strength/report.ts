import { type Athlete, type CallContext, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { DocumentBody, WireDocument } from '../client/strength/wire.ts';
import { blockColumns, blockRows } from '../domain/strength/lines.ts';
import { documentOf, lostInSave, shownHeader } from '../domain/strength/session.ts';
import { formOnDay } from '../workouts/form-on-day.ts';
import { orUndefined } from '../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../workouts/report.ts';
import { refuseErrors } from './stored.ts';

/** Output of the tools about one session. */
export const sessionResult = z.object({
  written: z.optional(z.boolean()),
  workout: z.record(z.string(), z.unknown()),
  blocks: z.optional(z.object(rowsShape)),
  changed: z.optional(z.array(z.unknown())),
  form_on_day: z.optional(z.record(z.string(), z.unknown())),
  ...notesShape,
});

/** A session as tools show it. */
export function shownSession(document: WireDocument) {
  return { workout: shownHeader(document), blocks: toRows(blockRows(document.blocks), blockColumns) };
}

/** What is shown of a session that needs no write. */
export function sessionThere(document: WireDocument, { units }: Athlete, note: string) {
  return present({ written: false, ...shownSession(document), notes: [note] }, units);
}

interface Saved {
  readonly athlete: Athlete;
  readonly body: DocumentBody;
  readonly notes: readonly string[];
  readonly changed?: readonly unknown[];
}

/** Saves a session, once, and tells what the platform made of it and what the day now holds. */
export async function saveSession(
  ctx: Pick<CallContext<TrainingPeaksPort>, 'port' | 'today'>,
  { athlete, body, notes, changed }: Saved,
) {
  const { data, errors } = await ctx.port.strength.save({ body });
  refuseErrors(errors);
  const id = data?.id;
  const stored = id === undefined ? undefined : await orUndefined(ctx.port.strength.get({ session: id }));
  if (stored === undefined) {
    return { workout: id === undefined ? {} : { workout_id: id }, ...noted(...notes, NOT_READ_BACK) };
  }
  const { form, notes: formNotes } = await formOnDay(ctx, athlete.id, stored.data.prescribedDate);
  return present(
    {
      ...shownSession(stored.data),
      ...(changed !== undefined && { changed: [...changed] }),
      ...(form !== undefined && { form_on_day: form }),
      ...noted(...notes, ...lostInSave(documentOf(body), stored.data), ...formNotes),
    },
    athlete.units,
  );
}
