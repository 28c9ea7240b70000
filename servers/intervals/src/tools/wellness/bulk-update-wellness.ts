import { day, earlierOf, Failure, type FieldChange, laterOf, noted, notesShape, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { codeOf } from '../../domain/custom-item.ts';
import { changedWellness, isOwnWellness, metricValues, sameValue, wellnessPatch } from '../../domain/wellness/patch.ts';
import { customWellness, wellnessRow } from '../../domain/wellness/row.ts';
import { defineTool } from '../../tool.ts';

const MOST = 62;
const entry = z.record(z.string(), z.union([z.number(), z.string(), z.boolean()]));

export default defineTool({
  name: 'icu_bulk_update_wellness',
  title: 'Update many days',
  toolset: 'wellness',
  effect: 'update',
  bulk: true,
  userText: ['comments'],
  description: `Sets wellness of up to ${MOST} days; own fields by code. locked: true is for good.`,
  input: z.object({
    days: z.array(z.record(z.string(), z.unknown())).describe('{date, values of icu_update_wellness}'),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    days: z.number(),
    changed: z.array(z.unknown()),
    ...notesShape,
  }),
  examples: [
    {
      days: [
        { date: '2026-10-12', weight_kg: 64.2 },
        { date: '2026-10-13', Caffeine: 180 },
      ],
    },
  ],
  handler: async (ctx, { days: given }) => {
    if (given.length < 1 || given.length > MOST) {
      throw new Failure('bad_input', `days holds ${given.length} days`, { next: `send 1 to ${MOST} at once` });
    }
    const athlete = await ctx.athlete();
    const codes = await ownCodes(
      given,
      async () => (await ctx.port.customItems.listCustomItems({ athlete: athlete.id })).items,
    );
    const wanted = given.map((entry, i) => readDay(entry, i, codes));
    const dates = wanted.map(({ date }) => date);
    const ends = { oldest: dates.reduce(earlierOf), newest: dates.reduce(laterOf) };
    const window = windowOf(ends, ends, 366);
    const read = async () => {
      const { items } = await ctx.port.wellnessDays.list({ athlete: athlete.id, ...window });
      return new Map(
        items.map((item) => [item.id, { ...wellnessRow(item), ...customWellness(item), locked: item.locked === true }]),
      );
    };
    const before = await read();
    const closed = wanted.filter(({ date }) => before.get(date)?.locked === true);
    if (closed.length > 0) {
      throw new Failure(
        'blocked',
        `${closed.map(({ date }) => date).join(', ')} locked: changes would be ignored in silence`,
        {
          next: 'leave these days out, or ask the user to unlock them on Intervals.icu',
        },
      );
    }
    const differing = wanted
      .map((each) => ({
        ...each,
        diff: [
          ...changedWellness(before.get(each.date) ?? {}, each.values),
          ...extras(before.get(each.date) ?? {}, each.extra),
        ],
      }))
      .filter(({ diff }) => diff.length > 0);
    if (differing.length === 0) {
      return {
        written: false,
        days: 0,
        changed: [],
        ...noted('Nothing to change: the days already hold these values.'),
      };
    }
    const locks = differing.filter(({ extra }) => extra.locked === true).length;
    await ctx.confirm({
      summary: `Set wellness values of ${differing.length} days${forWhom(athlete)}`,
      diff: differing.flatMap(dated),
      ...(locks > 0 && { notes: [`${locks} days are locked for good: no program can change them any more.`] }),
      day: window.oldest,
    });
    await ctx.port.wellnessDays.update({
      athlete: athlete.id,
      days: differing.map(({ date, values, extra }) => ({
        ...(Object.keys(values).length > 0 && wellnessPatch(values)),
        ...extra,
        id: date,
      })),
    });
    const after = await read();
    const lost = differing.flatMap(({ date, diff }) =>
      diff
        .filter(
          ({ field, after: sent }) =>
            !sameValue((after.get(date) as Record<string, unknown> | undefined)?.[field], sent),
        )
        .map(({ field }) => `${date} ${field}`),
    );
    return {
      days: differing.length,
      changed: differing.flatMap(dated).slice(0, 150),
      ...noted(...(lost.length > 0 ? [`Intervals.icu did not take: ${lost.slice(0, 20).join(', ')}.`] : [])),
    };
  },
});

interface DayDraft {
  readonly date: string;
  readonly values: Readonly<Record<string, number | string>>;
  /** Own fields by code, and the lock: keys that go over the wire as they are. */
  readonly extra: Readonly<Record<string, unknown>>;
}

const dated = ({ date, diff }: { date: string; diff: readonly FieldChange[] }): FieldChange[] =>
  diff.map(({ field, before, after }) => ({ field: `${date} ${field}`, before, after }));

function extras(before: Readonly<Record<string, unknown>>, extra: Readonly<Record<string, unknown>>): FieldChange[] {
  return Object.entries(extra)
    .map(([field, after]) => ({ field, before: before[field] ?? null, after }))
    .filter((change) => !sameValue(change.before, change.after));
}

/** Codes of the fields that the athlete added; asked for only when a name is not one of the platform's own. */
async function ownCodes(
  days: readonly Readonly<Record<string, unknown>>[],
  load: () => Promise<readonly Parameters<typeof codeOf>[0][]>,
): Promise<ReadonlySet<string>> {
  const foreign = days.some((entry) =>
    Object.keys(entry).some((name) => !['date', 'locked'].includes(name) && !isOwnWellness(name)),
  );
  if (!foreign) return new Set();
  return new Set((await load()).flatMap((item) => (item.type === 'INPUT_FIELD' ? (codeOf(item) ?? []) : [])));
}

function scalars(given: unknown, i: number): Readonly<Record<string, number | string | boolean>> {
  const read = entry.safeParse(given);
  if (read.success) return read.data;
  throw new Failure('bad_input', `days[${i}] holds something that is no number or text`, {
    next: 'send {"date": "2026-12-01", "weight_kg": 70.4}',
  });
}

function readDay(given: Readonly<Record<string, unknown>>, i: number, codes: ReadonlySet<string>): DayDraft {
  const { date, locked, ...rest } = scalars(given, i);
  const parsed = day.safeParse(date);
  if (!parsed.success) {
    throw new Failure('bad_input', `days[${i}] has no date`, {
      next: 'send {"date": "2026-12-01", "weight_kg": 70.4}',
    });
  }
  const custom = Object.fromEntries(Object.entries(rest).filter(([name]) => codes.has(name)));
  const known = Object.fromEntries(Object.entries(rest).filter(([name]) => !codes.has(name)));
  const values = metricValues(known as Record<string, number | string>);
  if (Object.keys(values).length > 0) wellnessPatch(values);
  const extra = { ...custom, ...(locked === true && { locked }) };
  if (Object.keys(values).length + Object.keys(extra).length === 0) {
    throw new Failure('bad_input', `days[${i}] holds no value`, {
      next: 'send {"date": "2026-12-01", "weight_kg": 70.4}',
    });
  }
  return { date: parsed.data, values, extra };
}
