import { beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = testSandbox();
});
const READ = '/exerciselibrary/v2/libraries';
const WRITE = '/exerciselibrary/v1/libraries';
const OWN = 2_100_001;
const items = (library: number) => sandbox.get<Row[]>(`${READ}/${library}/items`);

describe('a library', () => {
  it('is made for its caller, renamed, and deleted with what is in it', async () => {
    const made = await sandbox.call('POST', WRITE, { libraryName: 'New', ownerId: 1_200_001 });
    const id = Number(made.exerciseLibraryId);
    expect(await sandbox.status('POST', WRITE, { libraryName: 'New', ownerId: 5 })).toBe(403);
    await sandbox.send('PUT', `${WRITE}/${id}/name`, { value: 'Newer' });
    await sandbox.call('POST', `${WRITE}/${id}/items`, { itemName: 'A', workoutTypeId: 2 });
    expect((await sandbox.get<Row[]>(READ)).map(({ libraryName }) => libraryName)).toContain('Newer');
    await sandbox.send('DELETE', `${WRITE}/${id}`);
    expect(await sandbox.status('GET', `${READ}/${id}/items`)).toBe(404);
  });

  it('of the service is read only', async () => {
    expect(await sandbox.status('DELETE', `${WRITE}/2100002`)).toBe(403);
    expect(await items(2_100_002)).toHaveLength(2);
  });

  it('of the heavy account holds 400 templates', async () => {
    const heavy = testSandbox({ heavy: true });
    expect(await heavy.get<Row[]>(`${READ}/2100003/items`)).toHaveLength(400);
  });
});

describe('behaviour 27: a template with the names of the calendar', () => {
  it('is stored with sport 0 and without a name', async () => {
    const made = await sandbox.call('POST', `${WRITE}/${OWN}/items`, {
      title: 'Tempo',
      workoutTypeValueId: 2,
      totalTimePlanned: 1,
    });
    expect(made).toMatchObject({ workoutTypeId: 0, itemName: null, totalTimePlanned: 1 });
    expect(made).not.toHaveProperty('title');
  });

  it('has structure as an object in both directions; nothing is filled in', async () => {
    const [item] = await items(OWN);
    const bare = { ...(item?.structure as Row) };
    delete bare.polyline;
    const made = await sandbox.call('POST', `${WRITE}/${OWN}/items`, {
      itemName: 'B',
      workoutTypeId: 2,
      structure: bare,
    });
    expect(made.structure).toEqual(bare);
    const asText = { itemName: 'B', workoutTypeId: 2, structure: JSON.stringify(bare) };
    expect(await sandbox.status('POST', `${WRITE}/${OWN}/items`, asText)).toBe(500);
  });

  it('moves by naming another library, and is deleted with 204', async () => {
    const [item] = await items(OWN);
    const path = `${WRITE}/${OWN}/items/${item?.exerciseLibraryItemId}`;
    await sandbox.call('PUT', path, { ...item, exerciseLibraryId: 2_100_003 });
    expect(await items(2_100_003)).toHaveLength(1);
    expect(await sandbox.status('PUT', path, item)).toBe(404);
    const moved = `${WRITE}/2100003/items/${item?.exerciseLibraryItemId}`;
    expect(await sandbox.refusal('DELETE', moved)).toEqual({ status: 204, text: '' });
  });
});

describe('behaviour 28: scheduling by the service', () => {
  it('answers 500, and on some accounts works', async () => {
    const [item] = await items(OWN);
    const path = '/fitness/v6/athletes/1200001/commands/addworkoutfromlibraryitem';
    const body = {
      athleteId: 1_200_001,
      exerciseLibraryItemId: item?.exerciseLibraryItemId,
      workoutDateTime: '2026-10-22',
    };
    expect(await sandbox.status('POST', path, body)).toBe(500);
    sandbox.quirks.nativeScheduling = true;
    expect(await sandbox.call('POST', path, body)).toMatchObject({
      title: item?.itemName,
      workoutDay: '2026-10-22T00:00:00',
      tssPlanned: item?.tssPlanned,
    });
  });
});
