import { describe, expect, it } from 'vitest';
import { connected, YESTERDAY_RIDE } from '../../../test/connected.ts';

const activity_id = YESTERDAY_RIDE;

async function confirmed(server: ReturnType<typeof connected>, args: Record<string, unknown>) {
  const { structured } = await server.call('icu_delete_activity', args);
  return server.call('icu_delete_activity', { ...args, preview_token: structured.preview_token });
}

describe('icu_delete_activity', () => {
  it('always asks, then deletes one activity and leaves the mark that keeps it away', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await confirmed(server, { activity_id });
    expect(structured).toMatchObject({ written: true, deleted: { id: activity_id }, may_be_uploaded_again: false });
    expect((await server.call('icu_get_activity_details', { activity_id })).failure?.kind).toBe('not_found');
    expect(server.sandbox.emulator.state.me.activities.tombstones.has(activity_id)).toBe(true);
  });

  it('removes the mark too when the file may come back, at once or later', async () => {
    const server = connected();
    const { tombstones } = server.sandbox.emulator.state.me.activities;
    await confirmed(server, { activity_id, allow_reupload: true });
    expect(tombstones.has(activity_id)).toBe(false);
    const run = server.newest({ sport: 'Run' });
    await confirmed(server, { activity_id: run });
    expect(tombstones.has(run)).toBe(true);
    const { structured } = await confirmed(server, { activity_id: run, allow_reupload: true });
    expect(structured).toMatchObject({ written: true, may_be_uploaded_again: true });
    expect(tombstones.has(run)).toBe(false);
  });

  it('refuses the past when only the future may be deleted, what is not there, and what came from Strava', async () => {
    const careful = connected({}, { selection: { allowDelete: 'future' } });
    expect((await careful.call('icu_delete_activity', { activity_id })).failure?.kind).toBe('blocked');
    const server = connected();
    expect((await server.call('icu_delete_activity', { activity_id: 'i89099999' })).failure?.kind).toBe('not_found');
    const strava = server.newest({ source: 'STRAVA' });
    expect((await server.call('icu_delete_activity', { activity_id: strava })).failure?.kind).toBe('blocked');
  });
});
