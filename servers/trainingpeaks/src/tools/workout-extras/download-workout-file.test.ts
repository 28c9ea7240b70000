import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const RIDE = '3500000607';

async function handedOut(server: ReturnType<typeof connected>, args: object) {
  const answer = await server.call('tp_download_workout_file', args);
  if (answer.failure !== undefined) return { ...answer, bytes: new Uint8Array() };
  const { bytes } = await server.runtime.files.fetch(String(answer.structured.resource));
  return { ...answer, bytes };
}

const magic = (bytes: Uint8Array) => new TextDecoder().decode(bytes.slice(8, 12));

describe('tp_download_workout_file', () => {
  it('hands out the recording unpacked, under its name without .gz', async () => {
    const { structured, bytes } = await handedOut(connected(), { workout_id: RIDE });
    expect(structured).toMatchObject({
      file: expect.stringMatching(/^(garmin|zwift)-.*\.fit$/),
      media_type: 'application/vnd.ant.fit',
      bytes: bytes.length,
    });
    expect(magic(bytes)).toBe('.FIT');
  });

  it('takes negative file ids, and names the files when it is not clear which is meant', async () => {
    const server = connected();
    const { structured } = await server.call('tp_get_workout', { workout_id: RIDE });
    const [file] = structured.files as { file_id: string }[];
    expect(file!.file_id).toMatch(/^-/);
    expect((await handedOut(server, { workout_id: RIDE, file_id: file!.file_id })).failure).toBeUndefined();
    await server.call('tp_upload_workout_file', { workout_id: RIDE, file: 'ride.tcx' });
    const unclear = await handedOut(server, { workout_id: RIDE });
    expect(unclear.failure).toMatchObject({ kind: 'ambiguous', message: expect.stringContaining('ride.tcx') });
  });

  it('hands out the planned session as a FIT workout for a head unit', async () => {
    const { structured, bytes } = await handedOut(connected(), { workout_id: '3500000609', planned: true });
    expect(structured.file).toBe('2026-10-15 4 x 8 min threshold.fit');
    expect(magic(bytes)).toBe('.FIT');
  });

  it('lets no file name of the platform leave the folder', async () => {
    const server = connected();
    const stored = server.me.workouts.find(Number(RIDE))!;
    await server.call('tp_get_workout', { workout_id: RIDE });
    const [file] = stored.files!;
    stored.files = [{ ...file!, fileName: '../../.ssh/authorized_keys.fit.gz' }];
    const { structured } = await handedOut(server, { workout_id: RIDE });
    expect(structured.file).toMatch(/^[^/\\]+$/);
  });

  it('says what is missing', async () => {
    const server = connected();
    const none = await handedOut(server, { workout_id: '3500000609' });
    expect(none.failure).toMatchObject({ kind: 'not_found', message: expect.stringContaining('no files') });
    const wrong = await handedOut(server, { workout_id: RIDE, file_id: '5' });
    expect(wrong.failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('-250000607') });
    const stepless = await handedOut(server, { workout_id: '3500500000', planned: true });
    expect(stepless.failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('steps') });
    expect((await handedOut(server, { workout_id: RIDE, file_id: '../1' })).failure?.kind).toBe('bad_input');
  });
});
