import { describe, expect, it } from 'vitest';
import { provider } from '../src/provider.ts';
import { connected, YESTERDAY_RIDE } from './connected.ts';

// What goes wrong with one tool alone stands beside it. Here is what goes wrong with all of them, and with those that are
// written once for every platform.

const server = connected({}, { review: 'always' });
const scoped = provider.tools.filter(({ athleteScope }) => athleteScope === 'one');

describe('every tool that is about an athlete', () => {
  it.each(scoped.map(({ name, examples }) => ({ name, args: examples[0] ?? {} })))(
    '$name answers for nobody when the name is nobody’s, and lists who there is when it is two people’s',
    async ({ name, args }) => {
      const asked = server.requests.length;
      const nobody = await server.call(name, { ...args, athlete: 'Nobody Atall' });
      expect(nobody.failure?.kind).toMatch(/not_found|bad_input/);
      const two = await server.call(name, { ...args, athlete: 'Marko Novak' });
      expect(two.failure).toMatchObject({ kind: 'ambiguous', message: expect.stringContaining('i300013') });
      const other = server.requests.slice(asked).filter(({ url }) => !/\/(athlete\/0|athletes)$/.test(url));
      expect(other.map(({ url }) => url)).toEqual([]);
    },
  );
});

const strava = server.newest({ source: 'STRAVA' });

describe('a shared tool', () => {
  it.each([
    ['icu_analyze_activity', { activity_id: strava }, 'blocked', 'Strava'],
    ['icu_analyze_activity', { activity_id: 'i1' }, 'not_found', 'nothing under that id'],
    ['icu_analyze_activity', { activity_id: YESTERDAY_RIDE, athlete: 'i300016' }, 'bad_input', 'belongs to'],
    ['icu_compare_planned_actual', { activity_id: 'i1' }, 'not_found', 'nothing under that id'],
    ['icu_find_similar', { activity_id: 'i1' }, 'not_found', 'nothing under that id'],
    ['icu_correlate', { x: 'sleep_s', y: 'moon' }, 'bad_input', 'moon'],
    ['icu_get_records', { measure: 'power', at: [1200], periods: ['last year'] }, 'bad_input', 'last year'],
    ['icu_get_training_load', { oldest: '2026-10-10', newest: '2026-10-01' }, 'bad_input', 'oldest'],
    ['icu_project_load', { until: '2026-02-30' }, 'bad_input', 'until'],
    ['icu_project_load', { until: '2026-10-01' }, 'bad_input', '2026-10-01'],
    ['icu_get_race_readiness', { race_day: '2026-10-01' }, 'bad_input', 'lies before today'],
    ['icu_plan_taper', { race_day: '2026-10-15' }, 'bad_input', '2 to 365 days away'],
    ['icu_estimate_thresholds', { days: 3 }, 'bad_input', 'days'],
    ['icu_get_data_quality', { days: 1000 }, 'bad_input', 'days'],
    ['icu_get_today', { date: '2026-10-14' }, 'bad_input', 'date'],
    ['icu_search_roster', { sort: 'speed' }, 'bad_input', 'sort'],
    ['icu_triage_roster', { all: 'perhaps' }, 'bad_input', 'all'],
    ['icu_get_roster_delivery', { tag: 'nope' }, 'not_found', 'road, triathlon'],
    ['icu_roster_digest', { week: 'last' }, 'bad_input', 'week'],
    ['icu_list_conversations', { days: 0 }, 'bad_input', 'days'],
    ['icu_read_conversation', { thread_id: '8100', where: 'session' }, 'bad_input', 'session'],
    ['icu_read_conversation', { thread_id: '1', where: 'chat' }, 'not_found', 'nothing under that id'],
    ['icu_list_goals', { state: 'won' }, 'bad_input', 'state'],
    ['icu_list_notes', { oldest: '2026-10-10', newest: '2026-10-01' }, 'bad_input', 'oldest'],
    ['icu_get_recipe', { recipe_id: 'none' }, 'not_found', 'none'],
    ['icu_search_recipes', { favourite: 'maybe' }, 'bad_input', 'favourite'],
    ['icu_get_weather_forecast', { place_id: '1' }, 'bad_input', 'place_id'],
  ] as const)('%s %j is refused: %s', async (tool, args, kind, said) => {
    const { failure } = await server.call(tool, args);
    expect(failure?.kind).toBe(kind);
    expect(failure?.toText()).toContain(said);
  });

  it('writes nothing while it fails', () => {
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
