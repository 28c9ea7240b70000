import { describe, expect, it } from 'vitest';
import { connected, objects } from './connected.ts';

type Server = ReturnType<typeof connected>;

const coach = () => connected({ account: 'coach' });

/** Calls a tool, and where it shows a preview, agrees to it. */
async function agreed(server: Server, tool: string, args: Record<string, unknown>) {
  const first = await server.call(tool, args);
  expect(first.failure?.toText()).toBeUndefined();
  const { preview_token } = first.structured;
  if (preview_token === undefined) return first;
  const done = await server.call(tool, { ...args, preview_token });
  expect(done.failure?.toText()).toBeUndefined();
  return done;
}

const ask = async (server: Server, tool: string, args: Record<string, unknown> = {}) => {
  const { structured, failure } = await server.call(tool, args);
  expect(failure?.toText()).toBeUndefined();
  return structured;
};

const YESTERDAY = '3500000607';
const SARA = '2400019';

/** Every function of a coaching platform, played through on the emulator; the names are those of the table in the README. */
describe('a coach on TrainingPeaks', () => {
  it('Who am I, and in which role', async () => {
    const server = coach();
    const { whoami } = await ask(server, 'tp_search_roster', { query: 'Sara' });
    expect(whoami).toMatchObject({ name: 'Maja Demo', role: 'coach' });
    expect((await ask(server, 'tp_get_profile')).profile).toMatchObject({ you: true, coaches: 20 });
  });

  it('Search the roster by name, e-mail, tag; sort, page', async () => {
    const server = coach();
    expect(objects(await ask(server, 'tp_search_roster', { query: 'vidmer' }))).toEqual([
      expect.objectContaining({ athlete: 'Sara Vidmar' }),
    ]);
    const page = await ask(server, 'tp_search_roster', { sort: 'form', limit: 3 });
    expect(objects(page)).toHaveLength(3);
    expect(page.left_out).toBeGreaterThan(0);
    expect(JSON.stringify(page)).not.toContain('@');
  });

  it('Groups', async () => {
    const server = coach();
    const made = await agreed(server, 'tp_create_group', { name: 'Climbers' });
    await agreed(server, 'tp_add_athletes_to_group', { group_id: made.structured.id, athlete_ids: [SARA] });
    const rows = objects(await ask(server, 'tp_search_roster', { tag: 'Climbers' }));
    expect(rows).toEqual([expect.objectContaining({ athlete_id: SARA })]);
    expect(objects(await ask(server, 'tp_list_groups'))).toContainEqual(expect.objectContaining({ name: 'Climbers' }));
  });

  it('One athlete in one call', async () => {
    const overview = await ask(coach(), 'tp_get_athlete_overview', { athlete: SARA });
    expect(overview.athlete).toMatchObject({ id: SARA, name: 'Sara Vidmar' });
    expect(JSON.stringify(overview)).toContain('"ctl"');
  });

  it('Training summary', async () => {
    const summary = await ask(coach(), 'tp_get_weekly_summary', { athlete: SARA });
    expect(summary).toMatchObject({ done: { tss: expect.any(Number) }, planned: { tss: expect.any(Number) } });
  });

  it('What was done', async () => {
    const rows = objects(await ask(coach(), 'tp_get_workouts', { oldest: '2026-10-05', newest: '2026-10-14' }));
    expect(rows.some(({ status, tss }) => status === 'done' && typeof tss === 'number')).toBe(true);
  });

  it('Goals, open and achieved', async () => {
    const server = coach();
    const { goal } = (await agreed(server, 'tp_save_goal', { athlete: SARA, title: 'Ride 200 km' })).structured as {
      goal: { goal_id: string };
    };
    expect(objects(await ask(server, 'tp_list_goals', { athlete: SARA }))).toEqual([
      expect.objectContaining({ title: 'Ride 200 km' }),
    ]);
    await agreed(server, 'tp_save_goal', { athlete: SARA, goal_id: goal.goal_id, outcome: 'achieved' });
    expect(objects(await ask(server, 'tp_list_goals', { athlete: SARA }))).toEqual([]);
    const closed = objects(await ask(server, 'tp_list_goals', { athlete: SARA, state: 'closed' }));
    expect(closed).toEqual([expect.objectContaining({ outcome: 'achieved' })]);
    expect(server.changes()).toEqual([]);
  });

  it('Planned workouts, in rows and in full', async () => {
    const server = coach();
    const rows = objects(await ask(server, 'tp_get_workouts', { oldest: '2026-10-15', newest: '2026-10-20' }));
    const planned = rows.find(({ status, steps }) => status === 'planned' && steps === true)!;
    const whole = await ask(server, 'tp_get_workout', { workout_id: planned.workout_id });
    expect(JSON.stringify(whole)).toContain('FTP');
  });

  it('Races, notes, days away', async () => {
    const server = coach();
    expect(objects(await ask(server, 'tp_get_events'))[0]).toMatchObject({ priority: 'C' });
    expect(objects(await ask(server, 'tp_list_notes')).length).toBeGreaterThan(0);
    expect(objects(await ask(server, 'tp_get_availability'))[0]).toMatchObject({ kind: 'unavailable' });
  });

  it('Plan from the library', async () => {
    const server = coach();
    const template = { library_id: '2100001', item_id: '12300001', date: '2026-10-22', athletes: [SARA] };
    await agreed(server, 'tp_schedule_library_workout', template);
    const done = await agreed(server, 'tp_schedule_workout', {
      athletes: [SARA],
      date: '2026-10-23',
      library_workout_id: '12300001',
    });
    expect(objects(done.structured)).toEqual([expect.objectContaining({ athlete_id: SARA, result: 'planned' })]);
    for (const day of ['2026-10-22', '2026-10-23']) {
      const rows = objects(await ask(server, 'tp_get_workouts', { athlete: SARA, oldest: day, newest: day }));
      expect(rows).toContainEqual(expect.objectContaining({ title: '3 x 12 min sweet spot', steps: true }));
    }
  });

  it('Plan a session for one or a group, scaled to each', async () => {
    const done = await agreed(coach(), 'tp_schedule_workout', {
      athletes: [SARA, '2400020'],
      date: '2026-10-22',
      sport: 'ride',
      name: 'Threshold',
      steps: [
        {
          repeat: 4,
          steps: [
            { for: '8min', at: '100% FTP' },
            { for: '4min', at: '50% FTP' },
          ],
        },
      ],
    });
    const targets = objects(done.structured).map((row) => row.targets);
    expect(new Set(targets).size).toBe(2);
    expect(targets.every((each) => /100% FTP = \d+ W/.test(String(each)))).toBe(true);
  });

  it('Strength as text, and with sets', async () => {
    const server = coach();
    const text = '3 x 8 squats\n3 x 30 s plank';
    const gym = { athletes: [SARA], date: '2026-10-22', sport: 'strength', name: 'Gym', text };
    await agreed(server, 'tp_schedule_workout', gym);
    const [row] = objects(
      await ask(server, 'tp_get_workouts', { athlete: SARA, oldest: '2026-10-22', newest: '2026-10-22' }),
    ).filter(({ title }) => title === 'Gym');
    const whole = await ask(server, 'tp_get_workout', { athlete: SARA, workout_id: row?.workout_id });
    expect(JSON.stringify(whole)).toContain('3 x 8 squats');
    const sets = { athlete: SARA, date: '2026-10-22', title: 'Lower body', blocks: ['Back Squat 3x6 @60kg'] };
    const { structured } = await agreed(server, 'tp_create_strength_workout', sets);
    expect(JSON.stringify(structured)).toContain('Back Squat');
  });

  it('Comments', async () => {
    const server = coach();
    const comment = 'The last repeat was the best.';
    await agreed(server, 'tp_add_workout_comment', { workout_id: YESTERDAY, comment });
    expect(JSON.stringify(await ask(server, 'tp_get_workout_comments', { workout_id: YESTERDAY }))).toContain(comment);
  });

  it('Feel and RPE: each with its scale, 0 is a value, and a number beyond the scale is refused', async () => {
    const server = coach();
    await agreed(server, 'tp_update_workout', { workout_id: YESTERDAY, actual: { rpe: 7, feeling: 0 } });
    expect((await ask(server, 'tp_get_workout', { workout_id: YESTERDAY })).workout).toMatchObject({
      rpe_0to10_10_is_hardest: 7,
      feeling_0to10_direction_unknown: 0,
    });
    const { failure } = await server.call('tp_update_workout', { workout_id: YESTERDAY, actual: { rpe: 11 } });
    expect(failure?.kind).toBe('bad_input');
  });

  it('Notes that the athlete reads', async () => {
    const server = coach();
    await agreed(server, 'tp_add_note', { athlete: SARA, text: 'Bring lights', visibility: 'athlete' });
    const rows = objects(await ask(server, 'tp_list_coach_notes', { athlete: SARA }));
    expect(rows[0]).toMatchObject({ where: 'TrainingPeaks', visibility: 'athlete' });
    expect(String(rows[0]?.text)).toContain('Bring lights');
  });

  it('Notes for the coach alone: nothing is sent', async () => {
    const server = coach();
    await agreed(server, 'tp_add_note', { athlete: SARA, text: 'Knee pain, watch volume' });
    const rows = objects(await ask(server, 'tp_list_coach_notes', { athlete: SARA }));
    expect(rows).toContainEqual(expect.objectContaining({ visibility: 'coach', text: 'Knee pain, watch volume' }));
    expect(server.changes()).toEqual([]);
  });

  it('Conversations, unanswered first', async () => {
    const server = coach();
    const [first] = objects(await ask(server, 'tp_list_conversations'));
    expect(first).toMatchObject({ unanswered: true });
    const { where, thread_id, athlete_id: athlete } = first!;
    await agreed(server, 'tp_send_message', { where, thread_id, athlete, text: 'Well done.' });
    const answered = objects(await ask(server, 'tp_read_conversation', { where, thread_id, athlete }));
    expect(answered[0]).toMatchObject({ from: 'me', text: 'Well done.' });
  });

  it('Did it reach the watch, and why not', async () => {
    const rows = objects(await ask(coach(), 'tp_get_roster_delivery', { athletes: ['2400013'] }));
    expect(rows[0]).toMatchObject({ verdict: 'failed', why: expect.stringContaining('Basic account') });
  });

  it('Hide until ready, lock', async () => {
    const server = coach();
    const [planned] = objects(await ask(server, 'tp_get_workouts', { oldest: '2026-10-15', newest: '2026-10-15' }));
    const workout_id = planned?.workout_id;
    const hidden = async () => {
      const rows = objects(await ask(server, 'tp_get_roster_delivery', { athletes: ['me'], all: true }));
      return String(rows.find(({ session_ids }) => session_ids === workout_id)?.why).includes('hidden');
    };
    expect(await hidden()).toBe(false);
    await agreed(server, 'tp_update_workout', { workout_id, hidden: true });
    expect(await hidden()).toBe(true);
    await agreed(server, 'tp_update_workout', { workout_id, hidden: false });
    expect(await hidden()).toBe(false);
  });

  it('Mark as done: with its planned time', async () => {
    const server = coach();
    const [planned] = objects(await ask(server, 'tp_get_workouts', { oldest: '2026-10-14', newest: '2026-10-14' }));
    const { structured } = await agreed(server, 'tp_update_workout', {
      workout_id: planned?.workout_id,
      completed: true,
    });
    expect(structured.workout).toMatchObject({ status: 'done', done: { time_s: planned?.planned_time_s } });
  });

  it('Training plans', async () => {
    const args = { plan_id: '600001', start_date: '2026-11-02', weeks: '1' };
    const { structured } = await coach().call('tp_apply_training_plan', { ...args, dry_run: true });
    expect(structured).toMatchObject({
      written: false,
      preview: { summary: expect.stringContaining('Copy 7 entries') },
    });
  });

  it('Who needs me: triage and the week’s digest', async () => {
    const server = coach();
    expect(objects(await ask(server, 'tp_triage_roster')).length).toBeGreaterThan(0);
    expect((await ask(server, 'tp_roster_digest')).coverage).toMatchObject({ athletes: expect.any(Number) });
  });

  it('Recipes', async () => {
    const server = coach();
    const [first] = objects(await ask(server, 'tp_search_recipes', { meal: 'breakfast' }));
    const recipe = await ask(server, 'tp_get_recipe', { recipe_id: first?.recipe_id });
    expect(JSON.stringify(recipe)).toContain('oats');
  });
});
