import { readUpload } from '@core/sandbox/files';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gzip } from './shape/zip.ts';
import { type Row, type TestSandbox, testSandbox } from './testing/call.ts';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

const bytesOf = async (path: string) => new Uint8Array(await (await sandbox.send('GET', path)).arrayBuffer());
const form = (name: string, bytes: Uint8Array) => {
  const body = new FormData();
  body.append('file', new File([Uint8Array.from(bytes)], name));
  return body;
};
const upload = async (name: string, bytes: Uint8Array, query = '') => {
  const response = await sandbox.send('POST', `/athlete/0/activities${query}`, form(name, bytes));
  return {
    status: response.status,
    answer: (await response.json()) as { id: string; activities: Row[]; error?: string },
  };
};
/** A file from another account: same format, not in this one. */
const strangersFile = async () => {
  const [row] = await sandbox.get<Row[]>('/athlete/i300012/activities?oldest=2026-09-01&limit=1');
  return bytesOf(`/activity/${row!.id}/file`);
};

describe('11 files', () => {
  it('a download is gzip data although nobody asked for it, and a FIT file inside', async () => {
    const { id } = await sandbox.yesterdaysRide();
    const bytes = await bytesOf(`/activity/${id}/file`);
    expect([...bytes.slice(0, 2)]).toEqual([0x1f, 0x8b]);
    const [read] = readUpload(bytes);
    expect(read!.recording.length).toBe(4200);
    expect(read!.sport).toBe('cycling');
  });

  it('the generated file leaves power out when told', async () => {
    const { id } = await sandbox.yesterdaysRide();
    const [read] = readUpload(await bytesOf(`/activity/${id}/fit-file?power=false`));
    expect(read!.recording.channels.power).toBeUndefined();
    expect(read!.recording.channels.heartRate).toBeDefined();
  });

  it('a GPX needs positions', async () => {
    const { id } = await sandbox.yesterdaysRide();
    expect((await sandbox.send('GET', `/activity/${id}/gpx-file`)).status).toBe(404);
    const rows = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-09-20');
    const outside = rows.find((row) => (row.stream_types as string[] | undefined)?.includes('latlng'))!;
    expect(readUpload(await bytesOf(`/activity/${outside.id}/gpx-file`))[0]!.format).toBe('gpx');
  });

  it('several come in a zip', async () => {
    const rows = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-10-05');
    const ids = rows
      .filter((row) => row.source !== 'STRAVA' && row.stream_types)
      .slice(0, 2)
      .map((row) => row.id);
    const response = await sandbox.send('POST', `/athlete/0/download-fit-files?ids=${ids.join(',')}`);
    expect(readUpload(new Uint8Array(await response.arrayBuffer()))).toHaveLength(2);
  });

  it('an upload is 201 with its activities, shows in the list, and counts', async () => {
    const bytes = await strangersFile();
    const { status, answer } = await upload('ride.fit.gz', bytes, '?name=Guest&external_id=x-1');
    expect(status).toBe(201);
    expect(answer.activities).toHaveLength(1);
    const row = await sandbox.get(`/activity/${answer.id}`);
    expect(row).toMatchObject({ name: 'Guest', external_id: 'x-1', source: 'UPLOAD', file_type: 'fit' });
    expect(row.icu_training_load).toBeGreaterThan(0);
  });

  it('the same file again is 200 with the same id, and stays dead after a delete until the tombstone is gone', async () => {
    const bytes = await strangersFile();
    const first = await upload('a.fit.gz', bytes);
    const again = await upload('b.fit.gz', bytes);
    expect([again.status, again.answer.id]).toEqual([200, first.answer.id]);
    await sandbox.send('DELETE', `/activity/${first.answer.id}`);
    const buried = await upload('c.fit.gz', bytes);
    expect(buried.status).toBe(200);
    expect((await sandbox.send('GET', `/activity/${first.answer.id}`)).status).toBe(404);
    expect((await sandbox.send('DELETE', `/activity/${first.answer.id}/tombstone`)).status).toBe(200);
    expect((await upload('d.fit.gz', bytes)).status).toBe(201);
  });

  it('something that is no activity is 422', async () => {
    const { status, answer } = await upload('x.fit', await gzip(new TextEncoder().encode('hello')));
    expect(status).toBe(422);
    expect(answer.error).toContain('x.fit');
  });

  it('a custom item takes a picture and says where it lies; anything else is 422', async () => {
    const { id } = await sandbox.call('POST', '/athlete/0/custom-item', { type: 'FITNESS_CHART', name: 'Mine' });
    const picture = (type: string) => {
      const body = new FormData();
      body.append('file', new Blob([Uint8Array.of(1, 2, 3)], { type }), 'chart');
      return sandbox.send('POST', `/athlete/0/custom-item/${id}/image`, body);
    };
    const stored = (await (await picture('image/png')).json()) as Row;
    expect(stored).toMatchObject({ id, name: 'Mine', image: expect.stringMatching(/^https:/) });
    expect((await picture('text/plain')).status).toBe(422);
    expect(await sandbox.status('POST', '/athlete/0/custom-item/1/image', new FormData())).toBe(404);
  });

  it('manual rows are upserted by external_id in bulk', async () => {
    const row = {
      start_date_local: '2026-10-12T18:00:00',
      type: 'WeightTraining',
      name: 'Gym',
      moving_time: 3600,
      external_id: 'g-1',
    };
    const [first] = await sandbox.call<Row[]>('POST', '/athlete/0/activities/manual/bulk', [row]);
    const [second] = await sandbox.call<Row[]>('POST', '/athlete/0/activities/manual/bulk', [
      { ...row, name: 'Gym 2' },
    ]);
    expect(second).toMatchObject({ id: first!.id, name: 'Gym 2', source: 'MANUAL', moving_time: 3600 });
  });
});

describe('workout files', () => {
  it.each([
    ['zwo', '<workout_file>'],
    ['mrc', '[COURSE HEADER]'],
    ['erg', '[COURSE HEADER]'],
  ])('a planned workout downloads as %s', async (ext, mark) => {
    const [event] = await sandbox.get<Row[]>('/athlete/0/events?category=WORKOUT');
    const response = await sandbox.send('GET', `/athlete/0/events/${event!.id}/download.${ext}`);
    expect(await response.text()).toContain(mark);
  });

  it('ext adds the file to the events of a list', async () => {
    const [event] = await sandbox.get<Row[]>('/athlete/0/events?category=WORKOUT&ext=zwo');
    expect(atob(String(event!.workout_file_base64))).toContain('<workout_file>');
  });
});

describe('15 sign-in of apps', () => {
  const signIn = async (redirect = 'http://localhost/cb') => {
    const request = new Request(
      `https://intervals.icu/oauth/authorize?client_id=7&redirect_uri=${encodeURIComponent(redirect)}&scope=ACTIVITY:READ&state=s1`,
    );
    const location = new URL((await sandbox.emulator.fetch(request)).headers.get('location')!);
    return { code: location.searchParams.get('code')!, state: location.searchParams.get('state') };
  };
  const token = (code: string, path = '/api/oauth/token') =>
    sandbox.emulator.fetch(
      new Request(`https://intervals.icu${path}`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: '7', client_secret: 'x', code }),
      }),
    );

  it('gives a token for a code, once', async () => {
    const { code, state } = await signIn();
    expect(state).toBe('s1');
    const answer = (await (await token(code)).json()) as Row;
    expect(answer).toMatchObject({ token_type: 'Bearer', scope: 'ACTIVITY:READ', athlete: { id: sandbox.athleteId } });
    expect(await (await token(code)).json()).toEqual({ status: 404, error: 'Code not found (expired?)' });
  });

  it('lets a code live for two minutes', async () => {
    const { code } = await signIn();
    sandbox.clock.advance(121_000);
    expect((await token(code)).status).toBe(404);
    sandbox.clock.advance(-121_000);
  });

  it('lives outside /v1, and a new token replaces the old', async () => {
    expect((await token('x', '/api/v1/oauth/token')).status).toBe(404);
    const first = (await (await token((await signIn()).code)).json()) as { access_token: string };
    const second = (await (await token((await signIn()).code)).json()) as { access_token: string };
    const status = async (access: string) =>
      (await sandbox.send('GET', '/athlete/0', undefined, { authorization: `Bearer ${access}` })).status;
    expect([await status(first.access_token), await status(second.access_token)]).toEqual([403, 200]);
    await sandbox.send('DELETE', '/disconnect-app', undefined, { authorization: `Bearer ${second.access_token}` });
    expect(await status(second.access_token)).toBe(403);
  });
});
