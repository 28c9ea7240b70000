import { readActivity } from '@core/activity-files';
import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const tool = 'icu_download_activity_file';

describe(tool, () => {
  const server = connected();
  const activity_id = server.newest({ sport: 'GravelRide' });
  const { activities } = server.sandbox.emulator.state.me;
  const recording = activities.recording(activities.find(activity_id)!)!;

  const bytesOf = async (args: Record<string, unknown>) => {
    const { outcome, structured } = await server.call(tool, { activity_id, ...args });
    if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
    const { bytes } = await server.runtime.files.fetch(outcome.links[0]!.uri);
    expect(structured).toMatchObject({ bytes: bytes.length, file: expect.stringContaining('2026-10-10') });
    return bytes;
  };

  it.each([[{}], [{ format: 'fit' }]])('hands out %j as a FIT file that holds every sample', async (args) => {
    const activity = readActivity(await bytesOf(args));
    expect(activity.format).toBe('fit');
    expect(activity.samples.time.length).toBe(recording.length);
    expect(activity.problems).toEqual([]);
  });

  it('hands out GPX and CSV', async () => {
    expect(readActivity(await bytesOf({ format: 'gpx' })).format).toBe('gpx');
    const [header, ...lines] = new TextDecoder()
      .decode(await bytesOf({ format: 'csv' }))
      .trimEnd()
      .split('\n');
    expect(header).toContain('watts');
    expect(lines).toHaveLength(recording.length);
  });

  it('keeps the answer small: the file is not in it', async () => {
    const { text } = await server.call(tool, { activity_id });
    expect(text.length).toBeLessThan(800);
  });

  it('says why there is no file', async () => {
    const strava = await server.call(tool, { activity_id: server.newest({ source: 'STRAVA' }) });
    expect(strava.failure?.kind).toBe('blocked');
    const indoors = await server.call(tool, { activity_id: server.newest({ sport: 'VirtualRide' }), format: 'gpx' });
    expect(indoors.failure?.kind).toBe('not_found');
  });
});
