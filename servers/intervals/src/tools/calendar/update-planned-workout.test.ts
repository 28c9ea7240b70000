import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const event_id = '5000333';

/** Somebody edits the event on the platform. */
async function written({ sandbox }: ReturnType<typeof connected>, patch: object): Promise<void> {
  const request = new Request(`https://intervals.icu/api/v1/athlete/0/events/${event_id}`, {
    method: 'PUT',
    headers: {
      authorization: `Basic ${btoa(`API_KEY:${sandbox.apiKey}`)}`,
      'content-type': 'application/json',
      'user-agent': 'a browser',
    },
    body: JSON.stringify(patch),
  });
  const { status } = await sandbox.emulator.fetch(request);
  if (status !== 200) throw new Error(`the emulator answered ${status}`);
}

describe('icu_update_planned_workout', () => {
  it('moves a workout and leaves its steps alone', async () => {
    const server = connected();
    const before = await server.call('icu_get_event', { event_id });
    const { structured } = await server.call('icu_update_planned_workout', { event_id, date: '2026-10-16' });
    expect(structured).toMatchObject({
      written: true,
      workout: { date: '2026-10-16', steps: before.structured.steps },
      changed: [{ field: 'date', before: '2026-10-15', after: '2026-10-16' }],
    });
    const put = server.requests.filter(({ method }) => method !== 'GET');
    expect(put).toHaveLength(1);
  });

  it('replaces all steps, and reports the new load', async () => {
    const server = connected();
    const { structured } = await server.call('icu_update_planned_workout', {
      event_id,
      steps: [{ for: '60min', at: '65% FTP' }],
    });
    expect(structured).toMatchObject({ workout: { planned_time_s: 3600, steps: [{ for: '1h', at: '65% FTP' }] } });
  });

  it('keeps the steps when only the description changes, though both live in one field', async () => {
    const server = connected();
    const before = await server.call('icu_get_event', { event_id });
    const { structured } = await server.call('icu_update_planned_workout', { event_id, description: 'Stay seated.' });
    expect(structured).toMatchObject({ workout: { planned_load: 85, steps: before.structured.steps } });
    const after = await server.call('icu_get_event', { event_id });
    expect(after.structured.text).toContain('Stay seated.');
  });

  it('says what rewriting would drop of a target that our steps cannot hold', async () => {
    const server = connected();
    await written(server, { description: '- 10m 60% MMP 5m\n- 20m 80% power=1s' });
    const { structured } = await server.call('icu_update_planned_workout', {
      event_id,
      description: 'Easy.',
      dry_run: true,
    });
    expect(JSON.stringify(structured.preview)).toContain('Rewriting drops');
  });

  it('writes nothing when nothing would change', async () => {
    const server = connected();
    const { structured } = await server.call('icu_update_planned_workout', { event_id, date: '2026-10-15' });
    expect(structured).toMatchObject({ written: false, notes: [expect.stringContaining('Nothing to change')] });
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('refuses a preview of a workout that was changed in between', async () => {
    const server = connected();
    const { structured } = await server.call('icu_update_planned_workout', { event_id, name: 'A', dry_run: true });
    server.sandbox.clock.advance(60_000);
    await server.call('icu_update_planned_workout', { event_id, name: 'B' });
    const { preview_token } = structured;
    const { failure } = await server.call('icu_update_planned_workout', { event_id, name: 'A', preview_token });
    expect(failure?.kind).toBe('conflict');
  });

  it('sees a change that somebody made on the platform seconds ago', async () => {
    const server = connected();
    const { structured } = await server.call('icu_update_planned_workout', { event_id, name: 'A', dry_run: true });
    server.sandbox.clock.advance(3_000);
    await written(server, { name: 'Renamed on the website' });
    const { preview_token } = structured;
    const { failure } = await server.call('icu_update_planned_workout', { event_id, name: 'A', preview_token });
    expect(failure?.kind).toBe('conflict');
  });

  it('says each thing once: the text that is written in the change, the steps that were understood in the workout', async () => {
    const server = connected();
    const edit = {
      event_id,
      steps: [
        {
          repeat: 2,
          steps: [
            { for: '20min', at: '90% FTP' },
            { for: '5min', at: '50% FTP' },
          ],
        },
      ],
    };
    const { structured, text } = await server.call('icu_update_planned_workout', edit);
    const changed = structured.changed as { field: string }[];
    expect(changed.map(({ field }) => field)).toEqual(['planned_time_s', 'planned_load', 'text']);
    expect(text).toContain('steps 2 x [20min 90% FTP, 5min 50% FTP]');
    expect(text).toContain('- planned_time_s: 4380 → 3000');
  });

  it('tells whether the session goes to a device', async () => {
    const { structured } = await connected().call('icu_update_planned_workout', { event_id, name: 'Threshold' });
    expect(structured.workout).toMatchObject({ device: 'goes to Garmin' });
  });

  it('refuses to touch a note', async () => {
    const server = connected();
    const { structured } = await server.call('icu_get_calendar_events', { kind: 'notes' });
    const { failure } = await server.call('icu_update_planned_workout', {
      event_id: objects(structured)[0]?.id,
      name: 'x',
    });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('icu_update_note') });
  });
});
