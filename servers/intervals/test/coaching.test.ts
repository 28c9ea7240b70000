import { describe, expect, it } from 'vitest';
import { connected, objects } from './connected.ts';

/** Calls a tool, and where it shows a preview, agrees to it. */
async function agreed(server: ReturnType<typeof connected>, tool: string, args: Record<string, unknown>) {
  const first = await server.call(tool, args);
  expect(first.failure?.toText()).toBeUndefined();
  const { preview_token } = first.structured;
  if (preview_token === undefined) return first;
  const done = await server.call(tool, { ...args, preview_token });
  expect(done.failure?.toText()).toBeUndefined();
  return done;
}

const ask = async (server: ReturnType<typeof connected>, tool: string, args: Record<string, unknown> = {}) => {
  const { structured, failure } = await server.call(tool, args);
  expect(failure?.toText()).toBeUndefined();
  return structured;
};

const YESTERDAY = 'i89000582';
const SARA = 'i300019';

/** Every function of a coaching platform, played through on the emulator; the names are those of the table in the README. */
describe('a coach on Intervals.icu', () => {
  it('Who am I, and in which role', async () => {
    const { whoami } = await ask(connected(), 'icu_search_roster', { query: 'Sara' });
    expect(whoami).toMatchObject({ name: 'Maja Demo', role: 'coach' });
  });

  it('Search the roster by name, e-mail, tag; sort, page', async () => {
    const server = connected();
    const slip = await ask(server, 'icu_search_roster', { query: 'vidmer' });
    expect(objects(slip)).toEqual([expect.objectContaining({ athlete: 'Sara Vidmar' })]);
    const page = await ask(server, 'icu_search_roster', { tag: 'road', sort: 'form', limit: 3 });
    expect(objects(page)).toHaveLength(3);
    expect(page.left_out).toBeGreaterThan(0);
    expect(JSON.stringify(page)).not.toContain('@');
  });

  it('Groups', async () => {
    const rows = objects(await ask(connected(), 'icu_search_roster', { tag: 'triathlon' }));
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every(({ tags }) => String(tags).includes('triathlon'))).toBe(true);
  });

  it('One athlete in one call', async () => {
    const overview = await ask(connected(), 'icu_get_athlete_overview', { athlete: SARA });
    expect(overview.athlete).toMatchObject({ id: SARA, name: 'Sara Vidmar' });
    expect(JSON.stringify(overview)).toContain('"ctl"');
  });

  it('Training summary', async () => {
    const rows = objects(await ask(connected(), 'icu_get_athlete_summary', { athlete_ids: [SARA] }));
    expect(rows[0]).toMatchObject({ athlete_id: SARA, load: expect.any(Number), ctl: expect.any(Number) });
  });

  it('What was done', async () => {
    const rows = objects(await ask(connected(), 'icu_get_recent_activities', { limit: 3, athlete: SARA }));
    expect(rows).toHaveLength(3);
  });

  it('Goals, open and achieved', async () => {
    const server = connected();
    const { goal } = (await agreed(server, 'icu_save_goal', { athlete: SARA, title: 'Ride 200 km' })).structured as {
      goal: { goal_id: string };
    };
    expect(objects(await ask(server, 'icu_list_goals', { athlete: SARA }))).toEqual([
      expect.objectContaining({ title: 'Ride 200 km' }),
    ]);
    await agreed(server, 'icu_save_goal', { athlete: SARA, goal_id: goal.goal_id, outcome: 'achieved' });
    expect(objects(await ask(server, 'icu_list_goals', { athlete: SARA }))).toEqual([]);
    const closed = objects(await ask(server, 'icu_list_goals', { athlete: SARA, state: 'closed' }));
    expect(closed).toEqual([expect.objectContaining({ outcome: 'achieved' })]);
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('Planned workouts, in rows and in full', async () => {
    const server = connected();
    const rows = objects(await ask(server, 'icu_get_calendar_events', { athlete: SARA }));
    const planned = rows.find(({ category, structured }) => category === 'WORKOUT' && structured === true)!;
    const whole = await ask(server, 'icu_get_event', { athlete: SARA, event_id: planned.id });
    expect(JSON.stringify(whole)).toContain('FTP');
  });

  it('Races, notes, days away', async () => {
    const rows = objects(
      await ask(connected(), 'icu_get_calendar_events', { oldest: '2026-10-01', newest: '2026-11-30' }),
    );
    const categories = new Set(rows.map(({ category }) => String(category)));
    expect([...categories].some((category) => category.startsWith('RACE_'))).toBe(true);
    expect(categories).toContain('NOTE');
  });

  it('Plan from the library', async () => {
    const server = connected();
    const { rows, columns } = await ask(server, 'icu_get_workouts_in_folder', { folder_id: '900001' });
    const [first] = objects({ rows, columns });
    const id = first?.workout_id ?? first?.id;
    const done = await agreed(server, 'icu_schedule_workout', {
      athletes: [SARA],
      date: '2026-10-22',
      library_workout_id: id,
    });
    expect(objects(done.structured)).toEqual([expect.objectContaining({ athlete_id: SARA, result: 'planned' })]);
  });

  it('Plan a session for one or a group, scaled to each', async () => {
    const server = connected();
    const done = await agreed(server, 'icu_schedule_workout', {
      athletes: [SARA, 'i300020'],
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

  it('Strength as text', async () => {
    const server = connected();
    const text = '3 x 8 squats\n3 x 30 s plank';
    await agreed(server, 'icu_schedule_workout', {
      athletes: [SARA],
      date: '2026-10-22',
      sport: 'strength',
      name: 'Gym',
      text,
    });
    const stored = server.sandbox.emulator.state.athletes.flatMap(({ calendar }) => calendar.list());
    expect(stored.filter(({ name }) => name === 'Gym')).toEqual([expect.objectContaining({ description: text })]);
  });

  it('Comments', async () => {
    const server = connected();
    const text = 'The last repeat was the best.';
    await agreed(server, 'icu_add_activity_message', { activity_id: YESTERDAY, text });
    expect(JSON.stringify(await ask(server, 'icu_get_activity_messages', { activity_id: YESTERDAY }))).toContain(text);
  });

  it('Feel and RPE: each with its scale, and a number of another scale is refused', async () => {
    const server = connected();
    const values = { rpe_1to10: 7, feel_1to5_1_is_strong: 2 };
    const { structured } = await agreed(server, 'icu_update_activity', { activity_id: YESTERDAY, values });
    expect(structured.item).toMatchObject(values);
    const { failure } = await server.call('icu_update_activity', {
      activity_id: YESTERDAY,
      values: { feel_1to5_1_is_strong: 8 },
    });
    expect(failure?.kind).toBe('bad_input');
  });

  it('Notes that the athlete reads', async () => {
    const server = connected();
    await agreed(server, 'icu_add_note', { athlete: SARA, text: 'Bring lights', visibility: 'athlete' });
    const rows = objects(await ask(server, 'icu_list_notes', { athlete: SARA }));
    expect(rows[0]).toMatchObject({ where: 'Intervals.icu', visibility: 'athlete' });
    expect(String(rows[0]?.text)).toContain('Bring lights');
  });

  it('Notes for the coach alone: nothing is sent', async () => {
    const server = connected();
    await agreed(server, 'icu_add_note', { athlete: SARA, text: 'Knee pain, watch volume' });
    const rows = objects(await ask(server, 'icu_list_notes', { athlete: SARA }));
    expect(rows).toContainEqual(expect.objectContaining({ visibility: 'coach', text: 'Knee pain, watch volume' }));
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('Conversations, unanswered first', async () => {
    const server = connected();
    const [first] = objects(await ask(server, 'icu_list_conversations'));
    expect(first).toMatchObject({ unanswered: true });
    const { where, thread_id, athlete_id: athlete } = first!;
    expect(objects(await ask(server, 'icu_read_conversation', { where, thread_id, athlete }))[0]).toMatchObject({
      from: 'other',
    });
    await agreed(server, 'icu_send_message', { chat_id: thread_id, text: 'Well done.' });
    const answered = objects(await ask(server, 'icu_read_conversation', { where, thread_id, athlete }));
    expect(answered[0]).toMatchObject({ from: 'me', text: 'Well done.' });
  });

  it('Did it reach the watch, and why not', async () => {
    const rows = objects(await ask(connected(), 'icu_get_roster_delivery', { athletes: [SARA] }));
    expect(rows[0]).toMatchObject({ verdict: 'no_device', why: expect.stringContaining('Settings') });
  });

  it('Hide until ready, lock: on a range, and undone', async () => {
    const server = connected();
    const range = { athlete: SARA, oldest: '2026-11-09', newest: '2026-11-15' };
    await agreed(server, 'icu_update_event_range', { ...range, hidden: true, locked: true });
    const person = server.sandbox.emulator.state.athletes.find(({ id }) => id === SARA)!;
    const touched = () =>
      person.calendar
        .list()
        .filter(
          ({ start_date_local: day, category }) => category === 'WORKOUT' && day >= '2026-11-09' && day < '2026-11-16',
        );
    expect(touched().length).toBeGreaterThan(0);
    for (const event of touched()) expect(event).toMatchObject({ hide_from_athlete: true, athlete_cannot_edit: true });
    await agreed(server, 'icu_update_event_range', { ...range, hidden: false, locked: false });
    for (const event of touched())
      expect(event).toMatchObject({ hide_from_athlete: false, athlete_cannot_edit: false });
  });

  it('Mark as done: an activity paired with the plan, once', async () => {
    const server = connected();
    const { done } = (await agreed(server, 'icu_mark_event_done', { event_id: '5000332' })).structured as {
      done: Record<string, unknown>;
    };
    const activity = await ask(server, 'icu_get_activity_details', { activity_id: done.activity_id });
    expect(JSON.stringify(activity)).toContain('5000332');
    const again = await server.call('icu_mark_event_done', { event_id: '5000332' });
    expect(again.structured.written ?? again.failure?.kind).not.toBe(true);
  });

  it('The coach’s tick', async () => {
    const server = connected();
    const { structured } = await agreed(server, 'icu_set_coach_tick', { activity_id: YESTERDAY, tick: 1 });
    expect(JSON.stringify(structured)).toContain('Nice');
  });

  it('Training plans', async () => {
    const args = { folder_id: '900002', start: '2026-12-07' };
    const { structured } = await connected().call('icu_apply_training_plan', { ...args, dry_run: true });
    expect(structured).toMatchObject({
      written: false,
      preview: { summary: expect.stringContaining('Copy 2 workouts') },
    });
  });

  it('Who needs me: triage and the week’s digest', async () => {
    const server = connected();
    expect(objects(await ask(server, 'icu_triage_roster')).length).toBeGreaterThan(0);
    expect((await ask(server, 'icu_roster_digest')).coverage).toMatchObject({ athletes: 20 });
  });

  it('Recipes', async () => {
    const server = connected();
    const [first] = objects(await ask(server, 'icu_search_recipes', { meal: 'breakfast' }));
    const recipe = await ask(server, 'icu_get_recipe', { recipe_id: first?.recipe_id });
    expect(JSON.stringify(recipe)).toContain('oats');
  });
});
