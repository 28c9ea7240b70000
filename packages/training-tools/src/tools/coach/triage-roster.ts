import { addDays, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { mondayOf } from '@core/metrics/day';
import { aboutShape, closing, skippedNotes } from '../../answer/notes.ts';
import { rounded } from '../../answer/rounded.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { nobody } from '../../roster/chosen.ts';
import { rosterFacts } from '../../roster/facts.ts';
import { remembered } from '../../roster/remembered.ts';
import { triage } from '../../roster/triage.ts';
import { triageRules } from '../../roster/triage-rules.ts';

/** The last whole week, the four before it that it is held against, and the running one. */
const WEEKS_BACK = 5;

export default defineSharedTool({
  name: 'triage_roster',
  title: 'Who needs me',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  needs: ['roster'],
  uses: ['store'],
  userText: ['athlete'],
  description: 'WHO of all athletes needs a look, most urgent first, each flag with its number and rule.',
  input: z.object({ tag: z.optional(z.string()), all: z.optional(z.boolean()) }),
  output: z.object({ ...aboutShape, ...rowsShape, rules: z.array(z.string()) }),
  examples: [{}, { all: true }],
  handler: async (ctx, { tag, all = false }) => {
    const today = await ctx.today();
    const [{ items, skipped }, { bounds, notes }] = await Promise.all([
      ctx.ports.roster.weeks(
        { oldest: addDays(mondayOf(today), -7 * WEEKS_BACK), newest: today },
        tag === undefined ? {} : { tag },
      ),
      remembered(ctx.ports.store, mondayOf(today)),
    ]);
    const judged = triage(rosterFacts(items, today), bounds);
    const shown = all ? judged : judged.filter(({ flags }) => flags.length > 0);
    const digest = ctx.call('roster_digest', {});
    const used = new Set(shown.flatMap(({ flags }) => flags.map(({ rule }) => rule)));
    return {
      method:
        'Rules over done weeks (loads of every sport, also one left out of CTL) and the fitness of the platform; no score. A bound is a habit, not a diagnosis.',
      as_of: today,
      ...toRows(
        shown.map(({ facts, flags }) => ({
          athlete_id: facts.athlete.id,
          athlete: facts.athlete.name,
          why: flags.length === 0 ? null : flags.map(({ says }) => says).join(' '),
          rules: flags.length === 0 ? null : flags.map(({ rule }) => rule).join(' '),
          ctl: facts.ctl,
          form: facts.form,
          ramp: facts.ramp,
          last_week_load: rounded(facts.lastWeekLoad),
          usual_week_load: rounded(facts.usualWeekLoad),
        })),
        ['athlete_id', 'athlete', 'why', 'rules', 'ctl', 'form', 'ramp', 'last_week_load', 'usual_week_load'],
      ),
      rules: triageRules
        .filter(({ id }) => used.has(id))
        .map(
          ({ id, beyond, bound, unit, source }) =>
            `${id}: ${beyond} ${bounds[id] ?? bound} ${unit}; ${bounds[id] === undefined ? source : 'set by the coach'}`,
        ),
      coverage: {
        athletes: judged.length,
        flagged: judged.filter(({ flags }) => flags.length > 0).length,
        nothing_known: judged.filter(({ judged: rules }) => rules === 0).length,
      },
      ...closing(
        [
          ...notes,
          ...(digest === undefined || judged.length === 0
            ? []
            : [`Missed sessions, waiting messages and who stayed away: only in ${digest}.`]),
          ...skippedNotes(skipped, 'rows'),
          ...(judged.length === 0 ? [nobody(tag)] : shown.length === 0 ? ['Nothing speaks for a look.'] : []),
        ],
        [
          shown[0] === undefined ? undefined : ctx.call('get_athlete_overview', { athlete: shown[0].facts.athlete.id }),
          judged.length === 0 ? ctx.call('search_roster', {}) : undefined,
        ],
      ),
    };
  },
});
