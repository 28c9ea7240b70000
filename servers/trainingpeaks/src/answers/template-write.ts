import { type Athlete, Failure, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { ItemBody, WireItem } from '../client/library/wire.ts';
import { asPlan, shownItem } from '../domain/library/template.ts';
import { notStored } from '../domain/workouts/fields.ts';
import { orUndefined } from '../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../workouts/report.ts';

/** Output of the tools about one template. */
export const itemResult = z.object({
  written: z.optional(z.boolean()),
  item: z.record(z.string(), z.unknown()),
  changed: z.optional(z.array(z.unknown())),
  ...notesShape,
});

/** A template that was written: as the library holds it, with every value that it did not keep. */
export async function reportItem(
  { port, units }: { readonly port: TrainingPeaksPort; readonly units: Athlete['units'] },
  { library, id, sent, notes, changed }: Written,
) {
  const there = await orUndefined(port.library.items({ library }));
  if (there === undefined) return { item: { library_id: library, item_id: id }, ...noted(...notes, NOT_READ_BACK) };
  const stored = there.items.find(({ exerciseLibraryItemId }) => exerciseLibraryItemId === id);
  if (stored === undefined) {
    throw new Failure(
      'ambiguous_write',
      `TrainingPeaks accepted the template, but library ${library} does not hold it`,
      {
        next: 'look at tp_get_library_items before writing it again',
      },
    );
  }
  return present(
    {
      item: shownItem(stored, library).item,
      ...(changed !== undefined && { changed: [...changed] }),
      ...noted(...notes, ...notStored(asPlan(sent), asPlan(stored.whole))),
    },
    units,
  );
}

interface Written {
  readonly library: string;
  readonly id: string;
  readonly sent: ItemBody;
  readonly notes: readonly string[];
  readonly changed?: readonly unknown[];
}

/** What is shown of a template that was there already. */
export function itemThere(item: WireItem, library: string, units: Athlete['units'], note: string) {
  return present({ written: false, item: shownItem(item, library).item, notes: [note] }, units);
}
