import { gunzipSync, gzipSync } from 'node:zlib';
import { activityFile, readUpload } from '@core/sandbox/files';
import { readFitWorkout } from '@core/workouts/fit';
import { beforeEach, describe, expect, it } from 'vitest';
import { plannedWorkout, type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = testSandbox();
});
const ALL = '/fitness/v6/athletes/1200001/workouts';
const yesterdays = async () => (await sandbox.get<Row[]>(`${ALL}/2026-10-13/2026-10-13`))[0]!;
const rideFile = () => {
  const { session } = sandbox.truth.yesterday();
  return activityFile(session, sandbox.athlete.recording(session), sandbox.athlete.profile);
};
const upload = (wid: unknown, bytes: Uint8Array, fileName = 'ride.fit.gz') =>
  sandbox.refusal('POST', `${ALL}/${wid}/filedata`, {
    workoutDay: '2026-10-20T00:00:00',
    data: Buffer.from(bytes).toString('base64'),
    fileName,
    uploadClient: 'TP Web App',
  });

interface Details {
  readonly workoutDeviceFileInfos: { fileId: number; fileName: string }[] | null;
  readonly attachmentFileInfos: { fileId: number }[] | null;
}

describe('behaviour 19: an upload', () => {
  it('is refused without gzip or base64, and by a name that the importer does not know', async () => {
    const { workoutId } = await sandbox.call('POST', ALL, plannedWorkout());
    expect((await upload(workoutId, rideFile())).status).toBe(400);
    expect((await upload(workoutId, gzipSync(rideFile()), 'ride.gpx')).status).toBe(415);
    expect((await upload(workoutId, gzipSync('hello'))).status).toBe(415);
    expect(await sandbox.status('POST', `${ALL}/${workoutId}/filedata`, { data: '%%%', fileName: 'a.fit.gz' })).toBe(
      400,
    );
  });

  it('answers without the id of the file, and fills in the actual values', async () => {
    const { workoutId } = await sandbox.call('POST', ALL, plannedWorkout());
    expect(await upload(workoutId, gzipSync(rideFile()))).toEqual({ status: 200, text: `{"workoutId":${workoutId}}` });
    const [row, original] = [await sandbox.get(`${ALL}/${workoutId}`), await yesterdays()];
    expect(row.totalTime).toBeCloseTo(Number(original.totalTime), 2);
    expect(row.normalizedPowerActual).toBeCloseTo(Number(original.normalizedPowerActual), 0);
    expect(Number(row.tssActual)).toBeCloseTo(Number(original.tssActual), -0.5);
    expect(row.complianceDurationPercent).toBeCloseTo((Number(row.totalTime) / 1.25) * 100, 6);
    const { workoutDeviceFileInfos } = await sandbox.get<Details>(`${ALL}/${workoutId}/details`);
    expect(workoutDeviceFileInfos).toHaveLength(1);
  });

  it('shows some reads later when the import is slow', async () => {
    sandbox.quirks.importPending = 2;
    const { workoutId } = await sandbox.call('POST', ALL, plannedWorkout());
    await upload(workoutId, gzipSync(rideFile()));
    expect((await sandbox.get(`${ALL}/${workoutId}`)).totalTime).toBeNull();
    expect((await sandbox.get(`${ALL}/${workoutId}`)).totalTime).toBeGreaterThan(1);
  });
});

describe('behaviour 20: a download', () => {
  it('gives the bytes and a name; half of all ids are negative', async () => {
    const rows = await sandbox.get<Row[]>(`${ALL}/2026-09-14/2026-10-13`);
    const ids: number[] = [];
    for (const { workoutId } of rows) {
      const { workoutDeviceFileInfos } = await sandbox.get<Details>(`${ALL}/${workoutId}/details`);
      ids.push(...(workoutDeviceFileInfos ?? []).map(({ fileId }) => fileId));
    }
    expect(ids.some((id) => id < 0)).toBe(true);
    expect(ids.some((id) => id > 0)).toBe(true);
    const { workoutId } = await yesterdays();
    const [file] = (await sandbox.get<Details>(`${ALL}/${workoutId}/details`)).workoutDeviceFileInfos!;
    const answer = await sandbox.send('GET', `${ALL}/${workoutId}/rawfiledata/${file!.fileId}`);
    expect(answer.headers.get('content-disposition')).toContain(file!.fileName);
    const [read] = readUpload(gunzipSync(new Uint8Array(await answer.arrayBuffer())));
    const { session } = sandbox.truth.yesterday();
    expect(read!.recording.length).toBe(sandbox.athlete.recording(session).length);
  });

  it('of an attachment has a name that nobody should take for a path', async () => {
    const { workoutId } = await yesterdays();
    const [file] = (await sandbox.get<Details>(`${ALL}/${workoutId}/details`)).attachmentFileInfos!;
    const answer = await sandbox.send('GET', `${ALL}/${workoutId}/attachments/${file!.fileId}/raw`);
    expect(answer.headers.get('content-disposition')).toContain('../..');
    expect(await answer.text()).toContain('mmol');
  });

  it('of a plan for a device is a FIT workout', async () => {
    const rows = await sandbox.get<Row[]>(`${ALL}/2026-10-15/2026-10-15`);
    const answer = await sandbox.send('GET', `${ALL}/${rows[0]?.workoutId}/fordevice/fit`);
    const { workout } = readFitWorkout(new Uint8Array(await answer.arrayBuffer()));
    expect(workout.steps.length).toBe(3);
  });
});

describe('deleting a file', () => {
  it('takes the samples away and leaves the values', async () => {
    const { workoutId } = await yesterdays();
    const [file] = (await sandbox.get<Details>(`${ALL}/${workoutId}/details`)).workoutDeviceFileInfos!;
    expect(await sandbox.status('DELETE', `${ALL}/${workoutId}/filedata/${file!.fileId}`)).toBe(200);
    expect(await sandbox.status('GET', `${ALL}/${workoutId}/detaildata`)).toBe(400);
    expect((await sandbox.get(`${ALL}/${workoutId}`)).totalTime).toBeGreaterThan(1);
    expect((await sandbox.get<Details>(`${ALL}/${workoutId}/details`)).workoutDeviceFileInfos).toBeNull();
  });
});

describe('detaildata', () => {
  it('has laps in milliseconds whose power is the simulator’s', async () => {
    const { workoutId } = await yesterdays();
    const { lapsStats } = await sandbox.get<{ lapsStats: Row[] }>(`${ALL}/${workoutId}/detaildata`);
    const work = sandbox.truth.yesterday().intervals;
    for (const interval of work) {
      const lap = lapsStats.find(({ begin }) => begin === interval.startIndex * 1000);
      expect(lap?.averagePower).toBeCloseTo(interval.doneWatts, 6);
      expect(lap?.elapsedTime).toBe(interval.doneSeconds * 1000);
    }
  });

  it('has samples as rows or as objects, with a mask that names the columns', async () => {
    const { workoutId } = await yesterdays();
    const read = async () =>
      (
        await sandbox.get<{ flatSamples: { channelMask: string[]; samples: unknown[]; msOffsetsOfSamples: number[] } }>(
          `${ALL}/${workoutId}/detaildata`,
        )
      ).flatSamples;
    const rows = await read();
    expect(rows.samples[0]).toHaveLength(rows.channelMask.length);
    expect(rows.msOffsetsOfSamples).toHaveLength(rows.samples.length);
    sandbox.quirks.samplesAsObjects = true;
    expect((await read()).samples[0]).toMatchObject({ values: expect.any(Array) });
  });

  it('answers 400 for a workout that was typed in', async () => {
    const rows = await sandbox.get<Row[]>(`${ALL}/2026-10-09/2026-10-09`);
    const typed = rows.find(({ title }) => String(title).startsWith('Ran by'));
    expect(await sandbox.status('GET', `${ALL}/${typed?.workoutId}/detaildata`)).toBe(400);
  });
});
