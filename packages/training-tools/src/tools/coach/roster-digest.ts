import { day, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { counted } from '../../answer/counted.ts';
import { aboutShape, closing } from '../../answer/notes.ts';
import { rounded } from '../../answer/rounded.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { nobody } from '../../roster/chosen.ts';
import type { DigestAthlete } from '../../roster/digest.ts';
import { readRosterDigest, weekOf } from '../../roster/read-digest.ts';
import { remember, remembered } from '../../roster/remembered.ts';

const columns: (keyof ReturnType<typeof row>)[] = [
  'athlete_id',
  'athlete',
  'why',
  'done_sessions',
  'done_load',
  'usual_load',
  'planned_done',
  'coming_sessions',
  'coming_load',
  'race',
  'away',
  'waiting',
  'changed',
  'ctl',
  'form',
];

export default defineSharedTool({
  name: 'roster_digest',
  title: 'Digest of a week',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  paged: { limit: 60, max: 100 },
  needs: ['roster', 'calendar'],
  uses: ['conversations', 'store'],
  userText: ['athlete', 'race', 'waiting'],
  description:
    'The WEEK of all athletes in one call: who needs a look, done against plan, what comes, who waits for an answer. Only flags: {triage_roster}.',
  input: z.object({ week: z.optional(day), tag: z.optional(z.string()) }),
  output: z.object({ ...aboutShape, week: z.string(), ...rowsShape }),
  examples: [{}, { tag: 'road' }],
  handler: async (ctx, { week, tag }) => {
    const today = await ctx.today();
    const monday = weekOf(week, today);
    const known = await remembered(ctx.ports.store, monday);
    const digest = await readRosterDigest(ctx.ports, {
      today,
      now: ctx.now(),
      week: monday,
      tag,
      bounds: known.bounds,
      previous: known.previous,
      progress: ctx.progress,
    });
    if (tag === undefined && week === undefined) await remember(ctx.ports.store, digest, ctx.now());
    const { athletes, asOf, skipped } = digest;
    const first = athletes[0];
    return {
      method:
        'Flags by the rules of triage; planned_done counts sessions that an activity is paired with, of those planned; coming is the next 7 days; loads count every sport, also one that is left out of CTL.',
      as_of: asOf,
      week: `${digest.week} to ${digest.lastDay}`,
      ...toRows(athletes.map(row), columns),
      coverage: {
        athletes: athletes.length,
        flagged: athletes.filter(({ flags }) => flags.length > 0).length,
        calendars: athletes.filter(({ planned }) => planned !== null).length,
        skipped,
      },
      ...closing(
        [...known.notes, ...digest.notes, ...(athletes.length === 0 ? [nobody(tag)] : []), ...withoutLoad(athletes)],
        [first ? ctx.call('get_athlete_overview', { athlete: first.athlete.id }) : ctx.call('search_roster', {})],
      ),
    };
  },
});

function row({ athlete, flags, done, planned, coming, waiting, change, ...own }: DigestAthlete) {
  const { race = null, away = null } = coming ?? {};
  return {
    athlete_id: athlete.id,
    athlete: athlete.name,
    why: flags.length === 0 ? null : flags.map(({ says }) => says).join(' '),
    done_sessions: done?.activities ?? null,
    done_load: rounded(done?.load ?? null),
    usual_load: rounded(own.usualWeekLoad),
    planned_done: planned === null ? null : `${planned.paired}/${planned.sessions}`,
    coming_sessions: coming?.sessions ?? null,
    coming_load: rounded(coming?.load ?? null),
    race:
      race === null ? null : `${race.day} ${race.priority ?? ''} ${(race.name ?? '').slice(0, 40)}`.replace('  ', ' '),
    away: away === null ? null : `${away.reason} ${away.day} to ${away.lastDay}`,
    waiting:
      waiting === null || waiting.threads === 0 ? null : `${waiting.threads} ${waiting.excerpt.slice(0, 80)}`.trim(),
    changed: change === null ? null : changeText(change),
    ctl: own.ctl,
    form: own.form,
  };
}

function changeText({ newFlags, goneFlags }: NonNullable<DigestAthlete['change']>): string | null {
  const parts = [...newFlags.map((rule) => `+${rule}`), ...goneFlags.map((rule) => `-${rule}`)];
  return parts.length === 0 ? null : parts.join(' ');
}

function withoutLoad(athletes: readonly DigestAthlete[]): string[] {
  const count = athletes.reduce((sum, { coming }) => sum + (coming?.withoutLoad ?? 0), 0);
  return count === 0
    ? []
    : [
        `${counted(count, 'coming session has no load and is', 'coming sessions have no load and are')} not in coming_load.`,
      ];
}
