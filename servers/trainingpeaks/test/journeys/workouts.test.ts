import { describe, expect, it } from 'vitest';
import { objects, YESTERDAY } from '../connected.ts';
import { journey } from './journey.ts';

describe('A3: how was yesterday’s session against the plan?', () => {
  it('takes two calls: the day, and the workout with plan, result and compliance apart', async () => {
    await journey({ calls: 2, requests: 3, bytes: 3_270 }, async ({ ask }) => {
      const day = await ask('tp_get_workouts', { oldest: YESTERDAY, newest: YESTERDAY });
      const [ride] = objects(day);
      expect(ride).toMatchObject({ status: 'done', planned_tss: 74.1, tss: 70 });
      const { workout } = await ask('tp_get_workout', { workout_id: ride!.workout_id });
      expect(workout).toMatchObject({
        planned: { time_s: 4380, tss: 74.1 },
        done: { time_s: 4200, tss: 70, normalized_power_w: 187 },
        compliance: { time_pct: 95.9, tss_pct: 94.5 },
        steps: expect.any(Array),
      });
    });
  });
});

describe('A4: compare my last sessions of one kind', () => {
  it('finds them by their session in short, in one call', async () => {
    await journey({ calls: 1, requests: 1, bytes: 8_320 }, async ({ ask }) => {
      const rows = objects(
        await ask('tp_get_workouts', {
          oldest: '2026-08-01',
          newest: '2026-10-14',
          sport: 'Bike',
          type: 'completed',
          detail: true,
        }),
      );
      const repeats = rows.filter(({ session }) => /\dx\(/.test(String(session)));
      expect(repeats.length).toBeGreaterThan(3);
      expect(repeats.every(({ intensity_factor }) => typeof intensity_factor === 'number')).toBe(true);
    });
  });
});

describe('A5: build 2×20 sweet spot by my FTP for Tuesday and send it to my head unit', () => {
  it('previews watts, load and losses, writes once after the yes, and hands out the FIT for the device', async () => {
    await journey({ calls: 4, requests: 6, bytes: 5_440 }, async ({ ask, server }) => {
      const session = {
        sport: 'Bike',
        steps: [
          { for: '15min', at: '55-65% FTP', kind: 'warmup' },
          {
            repeat: 2,
            steps: [
              { for: '20min', at: '88-94% FTP' },
              { for: '5min', at: '50% FTP', kind: 'rest' },
            ],
          },
        ],
      };
      const ftp = server.truth.ftpSettingOn('2026-10-14');
      const checked = await ask('tp_validate_structure', session);
      expect(checked.targets).toContain(`steps[1].steps[0]: ${Math.round(0.88 * ftp)}-${Math.round(0.94 * ftp)} W`);
      const plan = { ...session, date: '2026-10-27', title: '2x20 sweet spot' };
      const preview = await ask('tp_create_workout', { ...plan, dry_run: true });
      expect(server.writes()).toEqual([]);
      const { preview_token } = preview;
      const { workout, form_on_day } = await ask('tp_create_workout', { ...plan, preview_token });
      const planned = (checked.planned as { tss: number }).tss;
      expect(workout).toMatchObject({ planned: { time_s: 3900, tss: planned } });
      expect(form_on_day).toMatchObject({ date: '2026-10-27', ctl: expect.any(Number), form: expect.any(Number) });
      const { workout_id } = workout as { workout_id: string };
      const file = await ask('tp_download_workout_file', { workout_id, planned: true });
      expect(file).toMatchObject({ file: '2026-10-27 2x20 sweet spot.fit', media_type: 'application/vnd.ant.fit' });
    });
  });
});

describe('A10 with steps: move Thursday’s ride to Friday and shorten the session itself', () => {
  it('keeps the workout, its id and its steps’ kind, and says what the day then holds', async () => {
    await journey({ calls: 3, requests: 9, bytes: 6_520 }, async ({ ask, server }) => {
      const [ride] = objects(
        await ask('tp_get_workouts', { oldest: '2026-10-15', newest: '2026-10-15', type: 'planned' }),
      );
      const steps = [
        { for: '10min', at: '45-72% FTP', kind: 'warmup' },
        {
          repeat: 3,
          steps: [
            { for: '8min', at: '100% FTP', kind: 'active' },
            { for: '4min', at: '50% FTP', kind: 'rest' },
          ],
        },
        { for: '14min', at: '50% FTP', kind: 'cooldown' },
      ];
      const edit = { workout_id: ride!.workout_id, date: '2026-10-16', steps };
      const { preview, preview_token } = await ask('tp_update_workout', { ...edit, dry_run: true });
      expect((preview as { diff: unknown[] }).diff).toEqual(
        expect.arrayContaining([
          { field: 'date', before: '2026-10-15', after: '2026-10-16' },
          { field: 'planned_time_s', before: 4380, after: 3600 },
        ]),
      );
      const done = await ask('tp_update_workout', { ...edit, preview_token });
      expect(done.workout).toMatchObject({
        workout_id: ride!.workout_id,
        date: '2026-10-16',
        planned: { time_s: 3600 },
        steps,
      });
      expect(server.newest(({ workoutId }) => String(workoutId) === ride!.workout_id)).toMatchObject({
        workoutSubTypeId: 49,
        coachComments: 'Keep the cadence above 85 in the hard parts.',
      });
    });
  });
});

describe('a week again, and a session done without a watch', () => {
  it('copies last week’s plans to next week in two calls, and a second try writes nothing', async () => {
    await journey({ calls: 3, requests: 12, bytes: 2_840 }, async ({ ask }) => {
      const week = { action: 'copy', oldest: '2026-10-05', newest: '2026-10-11', target_date: '2027-03-01' };
      const { preview_token } = await ask('tp_batch_workouts', week);
      const written = objects(await ask('tp_batch_workouts', { ...week, preview_token }));
      expect(new Set(written.map(({ result }) => result))).toEqual(new Set(['copied']));
      expect(await ask('tp_batch_workouts', week)).toMatchObject({ written: false });
    });
  });

  it('marks it done with how it felt, and the plan stays beside the result', async () => {
    await journey({ calls: 2, requests: 6, bytes: 1_920 }, async ({ ask }) => {
      const [run] = objects(
        await ask('tp_get_workouts', { oldest: '2026-10-09', newest: '2026-10-09', type: 'planned' }),
      );
      const { workout } = await ask('tp_update_workout', {
        workout_id: run!.workout_id,
        completed: true,
        actual: { duration_minutes: 42, distance_km: 7.6, rpe: 3 },
      });
      expect(workout).toMatchObject({
        status: 'done',
        planned: { time_s: 2700, distance_km: 8 },
        done: { time_s: 2520, distance_km: 7.6 },
        compliance: { time_pct: 93.3, distance_pct: 95 },
      });
    });
  });
});

describe('C6: leave feedback on an athlete’s session', () => {
  it('asks before it goes out, names the athlete, and writes one comment', async () => {
    await journey(
      { calls: 3, requests: 2, bytes: 2_090 },
      async ({ ask, server }) => {
        const person = server.world.athletes.find(({ standing }) => standing === 'roster')!;
        const athlete = person.profile.name;
        const rows = objects(await ask('tp_get_workouts', { athlete, type: 'completed', limit: 1 }));
        const post = { athlete, workout_id: rows[0]!.workout_id, comment: 'Even pace to the end: well done.' };
        const { preview, preview_token } = await ask('tp_add_workout_comment', post);
        expect((preview as { summary: string }).summary).toContain(`seen by ${athlete}`);
        expect(server.writes()).toEqual([]);
        const done = await ask('tp_add_workout_comment', { ...post, preview_token });
        expect(done).toMatchObject({ written: true, athlete: { id: String(person.id) }, comment: { role: 'coach' } });
        expect(server.writes()).toHaveLength(1);
      },
      { account: 'coach' },
    );
  });
});
