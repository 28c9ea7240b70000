import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const WEEK = { plan_id: '600001', start_date: '2026-11-02', weeks: '1' };

type Server = ReturnType<typeof connected>;

/** Shown first, then done. */
async function applied(server: Server, args: Readonly<Record<string, unknown>>) {
  const { structured } = await server.call('tp_apply_training_plan', { ...args, dry_run: true });
  return server.call('tp_apply_training_plan', { ...args, preview_token: structured.preview_token });
}

const saved = ({ world, me }: Server) =>
  [...world.strength.documents.values()].filter(({ calendarId }) => calendarId === me.id);

describe('tp_apply_training_plan', () => {
  it('shows every entry with its day before anything is written', async () => {
    const server = connected();
    const { structured } = await server.call('tp_apply_training_plan', { ...WEEK, dry_run: true });
    expect(structured.preview).toMatchObject({
      summary: 'Copy 7 entries of the plan "Road race in four weeks" to 2026-11-02 – 2026-11-08',
      diff: expect.arrayContaining([
        { field: '3 x 12 min sweet spot', before: null, after: '2026-11-03' },
        { field: 'Core (strength)', before: null, after: '2026-11-04' },
        { field: 'Read me (note)', before: null, after: '2026-11-02' },
      ]),
    });
    expect(server.writes()).toEqual([]);
  });

  it('copies workouts whole, with notes and strength, and tells the load of each day', async () => {
    const server = connected();
    const { structured, failure } = await applied(server, WEEK);
    expect(failure?.toText()).toBeUndefined();
    const rows = objects(structured);
    expect(rows).toHaveLength(7);
    expect(rows.every(({ result }) => result === 'written')).toBe(true);
    const source = server.world.plans.plans
      .get(600_001)!
      .workouts.find(({ title }) => title === '3 x 12 min sweet spot')!;
    const copy = server.newest(({ workoutDay }) => workoutDay === '2026-11-03T00:00:00');
    for (const key of ['title', 'workoutTypeValueId', 'workoutSubTypeId', 'description', 'structure', 'tssPlanned']) {
      expect(copy[key]).toEqual(source[key]);
    }
    expect(rows.find(({ date }) => date === '2026-11-03')).toMatchObject({
      planned_tss: Math.round(Number(source.tssPlanned) * 10) / 10,
      day_planned_tss: expect.any(Number),
    });
    const session = saved(server).find(({ prescribedDate }) => prescribedDate === '2026-11-04')!;
    expect(session).toMatchObject({ title: 'Core', prescribedDurationInSeconds: 1800 });
    expect(session.blocks[0]!.id).not.toBe(server.world.strength.documents.get('18500001')!.blocks[0]!.id);
    expect(structured.form_on_day).toMatchObject({ date: '2026-11-08' });
    expect(structured.notes).toBeUndefined();
  });

  it('leaves what is there already: a second call writes nothing, one after a loss writes the rest', async () => {
    const server = connected();
    await applied(server, WEEK);
    const again = await server.call('tp_apply_training_plan', WEEK);
    expect(again.structured).toMatchObject({ written: false });
    const { workoutId } = server.newest(({ workoutDay }) => workoutDay === '2026-11-03T00:00:00');
    const asked = await server.call('tp_delete_workout', { workout_ids: [String(workoutId)] });
    await server.call('tp_delete_workout', {
      workout_ids: [String(workoutId)],
      preview_token: asked.structured.preview_token,
    });
    const rest = await applied(server, WEEK);
    expect(objects(rest.structured).filter(({ result }) => result === 'written')).toHaveLength(1);
  });

  it('leaves the plan itself as it was', async () => {
    const server = connected();
    const before = structuredClone(server.world.plans.plans.get(600_001)!.workouts);
    await applied(server, WEEK);
    expect(server.world.plans.plans.get(600_001)!.workouts).toEqual(before);
    expect(server.world.forbiddenCalls).toEqual([]);
  });

  it('copies events of a plan as events', async () => {
    const server = connected();
    server.world.plans.plans.get(600_001)!.events.push({
      id: 77,
      eventDate: '2027-01-10T00:00:00',
      name: 'Test race',
      eventType: 'CyclingRoad',
      atpPriority: 'B',
      workouts: [1],
    });
    const { structured } = await applied(server, WEEK);
    expect(objects(structured).find(({ kind }) => kind === 'event')).toMatchObject({
      date: '2026-11-08',
      result: 'written',
    });
    const events = await server.call('tp_get_events', { oldest: '2026-11-08', newest: '2026-11-08' });
    expect(objects(events.structured)).toContainEqual(
      expect.objectContaining({ name: 'Test race', type: 'CyclingRoad', priority: 'B' }),
    );
  });

  it('takes a bought plan, and keeps the weeks apart from the start', async () => {
    const server = connected();
    const { structured } = await applied(server, { plan_id: '600777', start_date: '2026-11-02', weeks: '2' });
    const days = objects(structured).map(({ date }) => String(date));
    expect(days[0]! >= '2026-11-09' && days.at(-1)! <= '2026-11-15').toBe(true);
  });

  it('says which weeks fit into one call', async () => {
    const server = connected({ heavy: true });
    const { failure } = await server.call('tp_apply_training_plan', { plan_id: '600001', start_date: '2026-11-02' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringMatching(/weeks: "1-1\d"/) });
    expect(server.writes()).toEqual([]);
  });

  it('writes nothing of a plan that could not be read whole', async () => {
    const server = connected();
    const answer = server.sandbox.fetch;
    Object.assign(server.sandbox, {
      fetch: async (request: Request) =>
        request.url.includes('/plans/600001/calendarNote') ? new Response('down', { status: 500 }) : answer(request),
    });
    const { failure } = await server.call('tp_apply_training_plan', WEEK);
    expect(failure).toMatchObject({
      kind: 'contract',
      message: expect.stringContaining('Its notes could not be read'),
    });
    expect(server.writes()).toEqual([]);
  });
});
