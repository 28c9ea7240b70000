import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const week = { action: 'copy', oldest: '2026-10-05', newest: '2026-10-11', target_date: '2026-10-26' };

function setup(options: Parameters<typeof connected>[0] = {}) {
  const server = connected(options);
  const commit = async (args: object) => {
    const { structured } = await server.call('tp_batch_workouts', args);
    return server.call('tp_batch_workouts', { ...args, preview_token: structured.preview_token });
  };
  const posted = () => server.writes().filter(({ path, method }) => method !== 'POST' || path.endsWith('/workouts'));
  return { ...server, commit, posted };
}

describe('tp_batch_workouts', () => {
  it('always shows the whole list first', async () => {
    const server = setup();
    const { structured } = await server.call('tp_batch_workouts', week);
    expect(structured).toMatchObject({
      written: false,
      preview: {
        summary: 'Copy 5 workouts to 2026-10-27 to 2026-11-01',
        notes: ['4 workouts were done without a plan and are not copied.'],
      },
    });
    expect(server.posted()).toEqual([]);
  });

  it('copies the plans of a week to another one, each on its weekday, and reads them back', async () => {
    const server = setup();
    const { structured, text } = await server.commit(week);
    expect(objects(structured)).toEqual([
      expect.objectContaining({ title: '5 x 4 min VO2max', date: '2026-10-27', result: 'copied', planned_tss: 79.6 }),
      expect.objectContaining({ title: '2 x 20 min threshold', date: '2026-10-29', result: 'copied' }),
      expect.objectContaining({ title: 'Lunch run', date: '2026-10-30', result: 'copied', planned_time_s: 2700 }),
      expect.objectContaining({ title: 'Gravel day', date: '2026-10-31', result: 'copied' }),
      expect.objectContaining({ title: 'Golovec trails', date: '2026-11-01', result: 'copied' }),
    ]);
    expect(structured.form_on_day).toMatchObject({ date: '2026-11-01', ctl: expect.any(Number) });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
    const again = await server.call('tp_batch_workouts', week);
    expect(again.structured).toMatchObject({ written: false, notes: [expect.stringContaining('there already')] });
    expect(server.posted()).toHaveLength(5);
  });

  it('finishes a copy that broke off, without doubling what was written', async () => {
    const server = setup();
    const { structured } = await server.call('tp_batch_workouts', week);
    server.sandbox.emulator.faults.inject('http-403', { method: 'POST', path: /workouts$/, times: 2 });
    const first = await server.call('tp_batch_workouts', { ...week, preview_token: structured.preview_token });
    expect(objects(first.structured).map(({ result }) => result)).toEqual([
      'failed',
      'failed',
      'copied',
      'copied',
      'copied',
    ]);
    const second = await server.commit(week);
    expect(objects(second.structured).map(({ result }) => result)).toEqual([
      'copied',
      'copied',
      'already there',
      'already there',
      'already there',
    ]);
  });

  it('stops after a write whose outcome is not known, and says what was not tried', async () => {
    const server = setup();
    const move = { action: 'move', oldest: '2026-10-14', newest: '2026-10-17', target_date: '2026-10-15' };
    const { structured } = await server.call('tp_batch_workouts', move);
    server.sandbox.emulator.faults.inject('http-500', { method: 'PUT', path: /3500000609$/ });
    const done = await server.call('tp_batch_workouts', { ...move, preview_token: structured.preview_token });
    expect(objects(done.structured).map(({ result }) => result)).toEqual([
      'moved',
      'unknown',
      'not tried',
      'not tried',
    ]);
    expect((done.structured.notes as string[]).join()).toContain('may have been written all the same');
  });

  it('moves what is not done yet, with its time of day, and leaves what was done', async () => {
    const server = setup();
    const { structured } = await server.commit({
      action: 'move',
      oldest: '2026-10-13',
      newest: '2026-10-17',
      target_date: '2026-10-15',
    });
    expect(objects(structured).map(({ title, date, result }) => [title, date, result])).toEqual([
      ['Endurance 75 min', '2026-10-16', 'moved'],
      ['4 x 8 min threshold', '2026-10-17', 'moved'],
      ['Day off', '2026-10-18', 'moved'],
      ['Gravel day', '2026-10-19', 'moved'],
    ]);
    expect(structured.notes).toEqual(['1 workout was done and stays.']);
    expect(server.newest(({ title }) => title === '4 x 8 min threshold')).toMatchObject({
      workoutDay: '2026-10-17T00:00:00',
      startTimePlanned: '2026-10-17T17:30:00',
    });
  });

  it('never puts back what somebody else has changed since the range was read', async () => {
    const server = setup();
    const move = { action: 'move', workout_ids: ['3500000610'], target_date: '2026-10-18' };
    const { structured } = await server.call('tp_batch_workouts', move);
    const stored = server.me.workouts.find(3500000610)!;
    server.me.workouts.row(stored).coachComments = 'Written meanwhile';
    await server.call('tp_batch_workouts', { ...move, preview_token: structured.preview_token });
    expect(server.me.workouts.row(stored)).toMatchObject({
      workoutDay: '2026-10-18T00:00:00',
      coachComments: 'Written meanwhile',
    });
  });

  it('moves chosen workouts by the first of them', async () => {
    const server = setup();
    const { structured } = await server.commit({
      action: 'move',
      workout_ids: ['3500000610', '3500000609'],
      target_date: '2026-10-16',
    });
    expect(objects(structured).map(({ date }) => date)).toEqual(['2026-10-16', '2026-10-18']);
  });

  it('creates many at once, with steps, after all of them were read', async () => {
    const server = setup();
    const workouts = [
      { date: '2026-11-02', sport: 'Run', title: 'Easy', duration_minutes: 45 },
      {
        date: '2026-11-03',
        sport: 'Bike',
        title: 'VO2',
        steps: [
          {
            repeat: 5,
            steps: [
              { for: '3min', at: '115% FTP' },
              { for: '3min', at: '50% FTP' },
            ],
          },
        ],
      },
    ];
    const { structured } = await server.commit({ action: 'create', workouts });
    expect(objects(structured)).toEqual([
      expect.objectContaining({ title: 'Easy', result: 'created', planned_time_s: 2700, planned_tss: null }),
      expect.objectContaining({
        title: 'VO2',
        result: 'created',
        planned_time_s: 1800,
        planned_tss: expect.any(Number),
      }),
    ]);
    const wrong = await server.call('tp_batch_workouts', {
      action: 'create',
      workouts: [workouts[0], { sport: 'Run' }],
    });
    expect(wrong.failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('workouts[1]') });
  });

  it('says what is missing, and takes no more than a person can look over', async () => {
    const server = setup();
    expect((await server.call('tp_batch_workouts', { action: 'copy', oldest: '2026-10-05' })).failure).toMatchObject({
      kind: 'bad_input',
      message: expect.stringContaining('target_date'),
    });
    const none = await server.call('tp_batch_workouts', { ...week, oldest: '2027-05-03', newest: '2027-05-09' });
    expect(none.failure).toMatchObject({ kind: 'bad_input', message: 'There is nothing to do' });
    const year = await server.call('tp_batch_workouts', { ...week, oldest: '2026-01-01', newest: '2026-06-30' });
    expect(year.failure).toMatchObject({ kind: 'bad_input', next: 'do it week by week' });
    expect(server.posted()).toEqual([]);
  });
});
