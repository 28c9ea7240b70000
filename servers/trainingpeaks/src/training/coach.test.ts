import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../test/connected.ts';

describe('the coach’s tools over TrainingPeaks', () => {
  it('lists who waits for an answer, and reads that thread with the same last word', async () => {
    const server = connected({ account: 'coach' });
    const [first] = objects((await server.call('tp_list_conversations', { unanswered_only: true })).structured);
    expect(first).toMatchObject({ last_from: 'other', unanswered: true });
    const { where, thread_id, athlete_id } = first!;
    const thread = await server.call('tp_read_conversation', { where, thread_id, athlete: athlete_id });
    const [newest] = objects(thread.structured);
    expect(newest).toMatchObject({ from: 'other' });
    expect(String(newest?.text)).toContain(String(first?.excerpt).slice(0, 20));
  });

  it('names the session that a comment is about', async () => {
    const server = connected({ account: 'coach' });
    for (const { athlete_id, about_id, about } of objects(
      (await server.call('tp_list_conversations', {})).structured,
    )) {
      const { structured } = await server.call('tp_get_workout', { athlete: athlete_id, workout_id: about_id });
      const { date, title } = structured.workout as Record<string, unknown>;
      expect(about).toBe([date, title].filter(Boolean).join(' '));
    }
  });

  it('comments once, after a look at the whole text, and a repeat sends nothing', async () => {
    const server = connected({ account: 'coach' });
    const [first] = objects((await server.call('tp_list_conversations', { unanswered_only: true })).structured);
    const call = { where: first!.where, thread_id: first!.thread_id, athlete: first!.athlete_id, text: 'Well done.' };
    const { structured } = await server.call('tp_send_message', { ...call, dry_run: true });
    expect(server.changes()).toEqual([]);
    await server.call('tp_send_message', { ...call, preview_token: structured.preview_token });
    expect(server.changes()).toHaveLength(1);
    expect((await server.call('tp_send_message', call)).structured).toMatchObject({ written: false });
    expect(server.changes()).toHaveLength(1);
  });

  it('tell form as TrainingPeaks counts it: that of the evening before, in the roster as in an athlete’s own answer', async () => {
    const server = connected({ account: 'coach' });
    const [row] = objects((await server.call('tp_search_roster', { query: 'Vidmar', sort: 'form' })).structured);
    const { structured } = await server.call('tp_get_today', { athlete: row?.athlete_id });
    expect(row?.form).toBe((structured.form as { platform: { form: number } }).platform.form);
    const project = await server.call('tp_project_load', { athlete: row?.athlete_id });
    expect((project.structured.start as { form: number }).form).toBe(row?.form);
  });
});
