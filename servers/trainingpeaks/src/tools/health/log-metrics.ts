import { addDays, day, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { healthValues } from '../../domain/health/days.ts';
import { allKnown, type Entry, entriesOf } from '../../domain/health/entry.ts';
import { versionOf } from '../../domain/version.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'tp_log_metrics',
  title: 'Log health metrics',
  toolset: 'health',
  effect: 'create',
  // Always asks: no call is known that changes or deletes a value.
  bulk: true,
  description: 'Logs health values of a day; they cannot be changed or deleted afterwards.',
  input: z.object({
    date: z.optional(day),
    values: z
      .record(z.string(), z.number())
      .describe(
        'weight_kg, pulse_bpm, hrv_ms, sleep_hours, spo2_pct, steps, rmr_kcal, injury (10 healthy), or a name of tp_get_metrics',
      ),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    date: z.string(),
    logged: group,
    ...notesShape,
  }),
  examples: [{ date: '2026-10-14', values: { weight_kg: 63.4, sleep_hours: 7.5 } }],
  handler: async (ctx, { date, values }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const wanted = date ?? today;
    const read = async (oldest: string) =>
      (await ctx.port.metrics.listNow({ athlete: athlete.id, oldest, newest: wanted })).items;
    const history = await read(allKnown(values) ? wanted : addDays(wanted, -89));
    const entries = entriesOf(values, wanted, history);
    const held = healthValues(history).filter((each) => each.day === wanted);
    const isHeld = (name: string, value: number) => held.some((each) => each.name === name && each.value === value);
    const fresh = entries.filter(({ name, body }) => !isHeld(name, body.value));
    if (fresh.length === 0) {
      return { written: false, date: wanted, logged: {}, ...noted('The day already holds these values.') };
    }
    const diff = fresh.map(({ name, body }) => ({
      field: name,
      before: held.findLast((each) => each.name === name)?.value ?? null,
      after: body.value,
    }));
    const doubled = diff.filter(({ before }) => before !== null).length;
    await ctx.confirm({
      summary: `Log ${fresh.length} health ${fresh.length === 1 ? 'value' : 'values'} of ${wanted}${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff,
      notes: [
        'TrainingPeaks offers no way to change or delete a logged value.',
        ...(doubled > 0 ? [`${doubled} of them stand beside a value that the day already has.`] : []),
      ],
      version: versionOf(held),
      day: wanted,
    });
    await ctx.port.metrics.add({ athlete: athlete.id, day: wanted, details: fresh.map(({ body }) => body) });
    const day = await orUndefined(read(wanted));
    if (day === undefined) return { date: wanted, logged: valuesOf(fresh), ...noted(NOT_READ_BACK) };
    const stored = healthValues(day);
    const isStored = ({ name, body }: (typeof fresh)[number]) =>
      stored.some((each) => each.name === name && each.value === body.value);
    const lost = fresh.filter((entry) => !isStored(entry)).map(({ name }) => name);
    return {
      date: wanted,
      logged: valuesOf(fresh.filter(isStored)),
      ...(lost.length > 0 && noted(`Accepted, but not on the day when it was read back: ${lost.join(', ')}.`)),
    };
  },
});

const valuesOf = (entries: readonly Entry[]) => Object.fromEntries(entries.map(({ name, body }) => [name, body.value]));
