import { readActivities } from '@core/activity-files';
import { describe, expect, it } from 'vitest';
import { connected, YESTERDAY_RIDE } from '../../../test/connected.ts';

const tool = 'icu_export_activities';

describe(tool, () => {
  const server = connected();
  const run = server.newest({ sport: 'Run' });
  const strava = server.newest({ source: 'STRAVA' });

  const bytesOf = async (args: Record<string, unknown>) => {
    const answer = await server.call(tool, args);
    if (answer.outcome.kind !== 'answer') throw new Error(answer.text);
    const { bytes } = await server.runtime.files.fetch(answer.outcome.links[0]!.uri);
    return { bytes, structured: answer.structured };
  };

  it('puts several into one zip, and says what is missing from it', async () => {
    const { bytes, structured } = await bytesOf({ activity_ids: [YESTERDAY_RIDE, run, strava] });
    expect(readActivities(bytes).map(({ activity }) => activity.format)).toEqual(['fit', 'fit']);
    expect(structured).toMatchObject({
      activities: 2,
      notes: expect.arrayContaining([expect.stringContaining(strava)]),
    });
  });

  it('gives the list of all as a table', async () => {
    const { bytes } = await bytesOf({});
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
    expect(lines.length - 1).toBe(server.sandbox.emulator.state.me.activities.list().length);
  });

  it('refuses when none of them can be read', async () => {
    const { failure } = await server.call(tool, { activity_ids: [strava, 'i89099999'] });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('Strava') });
  });
});
