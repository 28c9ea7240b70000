import { describe, expect, it } from 'vitest';
import { connectMemory, objects } from '../../testing/index.ts';

const race = {
  kind: 'race',
  id: 'r1',
  day: '2026-11-01',
  name: 'City Marathon',
  text: null,
  sport: 'Run',
  family: 'run',
  plannedS: null,
  plannedDistanceM: null,
  plannedLoad: null,
  structured: false,
  doneId: null,
  priority: 'A',
} as const;
const note = {
  kind: 'note',
  id: 'n1',
  day: '2026-10-10',
  name: 'Travel',
  text: 'No bike',
  visibility: 'athlete',
} as const;
const server = () => connectMemory({ entries: [race, note] });

describe('goals', () => {
  it('are added once, changed and closed, and listed with the races ahead', async () => {
    const { call } = server();
    const added = await call('mem_save_goal', { title: 'Ride 200 km', due: '2027-05-01' });
    expect(added.structured).toMatchObject({
      written: true,
      goal: { goal_id: '1', opened: '2026-10-14', outcome: null },
    });
    expect(added.text).toContain('not sent, not visible to the athlete');
    const again = await call('mem_save_goal', { title: 'Ride 200 km', due: '2027-05-01' });
    expect(again.structured.goal).toMatchObject({ goal_id: '1' });
    const open = await call('mem_list_goals');
    expect(objects(open.structured)).toEqual([
      expect.objectContaining({ goal_id: '1', title: 'Ride 200 km', due: '2027-05-01' }),
    ]);
    expect(open.structured.races).toEqual([
      { event_id: 'r1', day: '2026-11-01', name: 'City Marathon', priority: 'A' },
    ]);
    await call('mem_save_goal', { goal_id: '1', outcome: 'achieved' });
    expect((await call('mem_list_goals')).structured).toMatchObject({ rows: [], coverage: { goals: 1, shown: 0 } });
    const closed = await call('mem_list_goals', { state: 'closed' });
    expect(objects(closed.structured)).toMatchObject([{ outcome: 'achieved', closed: '2026-10-14' }]);
  });

  it('need a title, and an id that is one', async () => {
    const { call } = server();
    expect((await call('mem_save_goal', { due: '2027-05-01' })).failure?.kind).toBe('bad_input');
    expect((await call('mem_save_goal', { goal_id: '9', outcome: 'dropped' })).failure?.kind).toBe('not_found');
  });

  it('show what would be kept in a dry run, and keep nothing', async () => {
    const { call } = server();
    const { structured } = await call('mem_save_goal', { title: 'A', dry_run: true });
    expect(structured).toMatchObject({
      written: false,
      preview: { diff: [{ field: 'title', before: null, after: 'A' }] },
    });
    expect((await call('mem_list_goals')).structured).toMatchObject({ coverage: { goals: 0 } });
  });
});

describe('notes', () => {
  it('of the coach stay here: one call, nothing asked of the platform, nobody asked', async () => {
    const { call, asked } = server();
    const { structured, text } = await call('mem_add_note', { text: 'Knee pain, watch volume' });
    expect(structured).toMatchObject({ written: true, note: { day: '2026-10-14', visibility: 'coach' } });
    expect(text).toContain('not sent, not visible');
    expect(Object.fromEntries(asked)).toEqual({});
    await call('mem_add_note', { text: 'Knee pain, watch volume' });
    const { structured: listed } = await call('mem_list_notes');
    expect(objects(listed)).toEqual([
      expect.objectContaining({ day: '2026-10-14', where: 'this machine', text: 'Knee pain, watch volume' }),
      expect.objectContaining({ day: '2026-10-10', where: 'Memory', visibility: 'athlete', text: 'Travel: No bike' }),
    ]);
  });

  it('for the athlete go on the calendar after a preview, once', async () => {
    const { call, asked } = server();
    const args = { text: 'Bring lights.\nIt will be dark.', visibility: 'athlete' };
    const preview = (await call('mem_add_note', args)).structured;
    expect(preview).toMatchObject({
      written: false,
      preview: { summary: expect.stringContaining('they can read it') },
    });
    expect(asked.get('calendar.addNote')).toBeUndefined();
    const done = await call('mem_add_note', { ...args, preview_token: preview.preview_token });
    expect(done.structured).toMatchObject({ written: true, note: { visibility: 'athlete' } });
    expect(asked.get('calendar.addNote')).toBe(1);
    const replayed = await call('mem_add_note', { ...args, preview_token: preview.preview_token });
    expect(replayed.failure?.kind).toBe('conflict');
    expect(asked.get('calendar.addNote')).toBe(1);
  });

  it('for the athlete are refused where the calendar cannot be written', async () => {
    const { call } = connectMemory({}, { ports: ['store'] });
    const { failure } = await call('mem_add_note', { text: 'x', visibility: 'athlete' });
    expect(failure?.kind).toBe('blocked');
  });
});

describe('recipes', () => {
  it('say how to get some, and are not found by a wrong id', async () => {
    const { call } = server();
    expect((await call('mem_search_recipes')).text).toContain('coach import-recipes');
    expect((await call('mem_get_recipe', { recipe_id: '7' })).failure?.kind).toBe('not_found');
  });
});

describe('preferences', () => {
  it('are asked for while unknown, then kept', async () => {
    const { call } = server();
    expect((await call('mem_get_preferences')).text).toContain('Ask whether targets are zones or percent');
    await call('mem_set_preferences', { targets: 'percent', alias: 'Sarah', rule: 'form_low', bound: -25 });
    const { structured, text } = await call('mem_get_preferences');
    expect(structured.preferences).toMatchObject({ targets: 'percent', aliases: { m1: ['Sarah'] } });
    expect(text).toContain('form_low: below -25 points (yours; -30 otherwise)');
    expect(text).not.toContain('Ask whether');
  });

  it('go back to what they were', async () => {
    const { call } = server();
    await call('mem_set_preferences', { alias: 'Sarah', rule: 'form_low', bound: -25 });
    const { structured } = await call('mem_set_preferences', { alias: '', rule: 'form_low' });
    expect(structured.preferences).toMatchObject({
      aliases: {},
      bounds: expect.arrayContaining(['form_low: below -30 points']),
    });
  });

  it('name the rules there are when one is not', async () => {
    const { call } = server();
    const { failure } = await call('mem_set_preferences', { rule: 'form', bound: 1 });
    expect(failure?.toText()).toContain('rule: "form_low", bound: -30');
    expect((await call('mem_set_preferences', { bound: 1 })).failure?.kind).toBe('bad_input');
  });
});
