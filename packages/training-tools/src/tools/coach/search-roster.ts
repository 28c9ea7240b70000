import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { addDays, mondayOf } from '@core/metrics/day';
import { aboutShape, closing, group, skippedNotes } from '../../answer/notes.ts';
import { rounded } from '../../answer/rounded.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import type { RosterAthlete, RosterWeek } from '../../ports/index.ts';
import { taggedWith } from '../../roster/chosen.ts';
import { formOf } from '../../roster/facts.ts';
import { matchPeople } from '../../roster/match-people.ts';

export default defineSharedTool({
  name: 'search_roster',
  title: 'Who I am and whom I coach',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  needs: ['roster'],
  paged: { limit: 25, max: 100 },
  userText: ['athlete', 'tags'],
  description: 'Finds athletes by name (typos forgiven), e-mail or tag, and says WHO the account is.',
  input: z.object({
    query: z.optional(z.string()),
    tag: z.optional(z.string()),
    sort: z.optional(z.enum(['name', 'last_seen', 'load', 'form'])),
  }),
  output: z.object({ ...aboutShape, whoami: group, ...rowsShape }),
  examples: [{}, { query: 'novak', sort: 'form' }],
  handler: async (ctx, { query, tag, sort = 'name' }) => {
    const today = await ctx.today();
    const range = { oldest: addDays(mondayOf(today), -7), newest: today };
    const { roster: port } = ctx.ports;
    const asksForm = sort === 'load' || sort === 'form';
    // Who somebody is must not cost requests for each athlete.
    const withForm = port.weeksEach !== true || asksForm;
    const [me, roster, atOnce] = await Promise.all([
      port.me(),
      port.athletes(),
      port.weeksEach !== true ? port.weeks(range) : undefined,
    ]);
    const tagged = tag === undefined ? roster.items : taggedWith(roster.items, tag);
    const found = query === undefined ? { people: tagged, guessed: false } : matchPeople(tagged, query);
    const athletes = found.people.map(({ id }) => id);
    const weeks = atOnce ?? (withForm ? await port.weeks(range, { athletes }) : undefined);
    const rows = found.people.map((person) => row(person, weeks?.items ?? [], today)).sort(by[sort]);
    return {
      method: withForm
        ? 'last_week_load is that of the last whole week, done; ctl and form are those of the platform now.'
        : 'Who they are; load and form are read with sort: "load" or "form".',
      as_of: today,
      whoami: { id: me.id, name: me.name, role: me.role },
      ...toRows(rows, withForm ? [...whoColumns, ...formColumns] : whoColumns),
      coverage: { athletes: roster.items.length, found: rows.length },
      ...closing(
        [
          ...skippedNotes(roster.skipped, 'athletes'),
          ...skippedNotes(weeks?.skipped ?? {}, 'weeks'),
          ...(found.guessed ? ['No name has exactly this; these are alike: ask which one is meant.'] : []),
          ...(rows.length === 0 ? ['Nobody matches; leave query out for everybody.'] : []),
        ],
        [],
      ),
    };
  },
});

const whoColumns: (keyof Row)[] = ['athlete_id', 'athlete', 'tags', 'last_seen', 'may_write'];
const formColumns: (keyof Row)[] = ['last_week_load', 'ctl', 'form'];

type Row = ReturnType<typeof row>;

const by: Readonly<Record<string, (a: Row, b: Row) => number>> = {
  name: (a, b) => a.athlete.localeCompare(b.athlete),
  last_seen: (a, b) => (b.last_seen ?? '').localeCompare(a.last_seen ?? ''),
  load: (a, b) => (b.last_week_load ?? -1) - (a.last_week_load ?? -1),
  form: (a, b) => (a.form ?? Infinity) - (b.form ?? Infinity) || 0,
};

function row({ id, name, tags, lastSeen, mayWrite }: RosterAthlete, weeks: readonly RosterWeek[], today: string) {
  const own = weeks.filter(({ athlete }) => athlete.id === id).sort((a, b) => (a.week < b.week ? 1 : -1));
  const fitness = own[0]?.fitness ?? null;
  const whole = own.find(({ week }) => addDays(week, 7) <= today);
  return {
    athlete_id: id,
    athlete: name,
    tags: tags.length === 0 ? null : tags.join(', '),
    last_seen: lastSeen,
    may_write: mayWrite,
    last_week_load: rounded(whole?.load ?? null),
    ctl: fitness?.ctl ?? null,
    form: formOf(own[0]),
  };
}
