import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const upload = { workout_id: '3500000608', file: 'ride.tcx' };

describe('tp_upload_workout_file', () => {
  it('hands in gzip under the name that the importer goes by, and shows the values that the workout took', async () => {
    const server = connected();
    const { structured } = await server.call('tp_upload_workout_file', upload);
    expect(structured).toMatchObject({
      written: true,
      uploaded: { file_name: 'ride.tcx.gz', file_id: expect.stringMatching(/^-?\d+$/) },
      workout: {
        status: 'done',
        done: { time_s: expect.any(Number), average_power_w: 180 },
        planned: { time_s: 4500 },
      },
    });
    expect(structured).not.toHaveProperty('notes');
    const { structured: handedOut } = await server.call('tp_download_workout_file', { workout_id: upload.workout_id });
    const { bytes } = await server.runtime.files.fetch(String(handedOut.resource));
    expect(new TextDecoder().decode(bytes)).toContain('TrainingCenterDatabase');
    expect(() => gunzipSync(bytes)).toThrow();
  });

  it('shows what it is before it goes anywhere, and when the days differ', async () => {
    const server = connected();
    const { structured } = await server.call('tp_upload_workout_file', {
      ...upload,
      workout_id: '3500000607',
      dry_run: true,
    });
    expect(structured.preview).toMatchObject({
      diff: [{ field: 'recording', after: expect.stringMatching(/^TCX, \d+ bytes, 20 min$/) }],
      notes: [expect.stringContaining('2026-10-14'), expect.stringContaining('replaces')],
    });
    expect(server.writes()).toEqual([]);
  });

  it('waits for an importer that takes its time, and says so when it takes too long', async () => {
    const server = connected();
    server.quirks.importPending = 2;
    const { structured } = await server.call('tp_upload_workout_file', upload);
    expect(structured.workout).toMatchObject({ status: 'done' });
    const slow = connected();
    slow.quirks.importPending = 1000;
    const waiting = await slow.call('tp_upload_workout_file', upload);
    expect(waiting.structured).toMatchObject({
      written: true,
      notes: [expect.stringContaining('has not read it yet')],
    });
  });

  it('does not put the same file on a workout twice', async () => {
    const server = connected();
    await server.call('tp_upload_workout_file', upload);
    const again = await server.call('tp_upload_workout_file', upload);
    expect(again.structured).toMatchObject({ written: false, notes: [expect.stringContaining('already')] });
  });

  it('refuses what is no recording, what is not in the folder, and paths out of it', async () => {
    const server = connected();
    const text = await server.call('tp_upload_workout_file', { ...upload, file: 'notes.txt' });
    expect(text.failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('notes.txt') });
    expect((await server.call('tp_upload_workout_file', { ...upload, file: 'none.fit' })).failure?.kind).toBe(
      'not_found',
    );
    expect((await server.call('tp_upload_workout_file', { ...upload, file: '../x.fit' })).failure?.kind).toBe(
      'bad_input',
    );
    expect(server.writes()).toEqual([]);
  });
});
