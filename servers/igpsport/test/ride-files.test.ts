import { readFit } from '@core/activity-files';
import { describe, expect, it } from 'vitest';
import { connectPort, failureOf, openScope } from './port.ts';

const recent = async (port: ReturnType<typeof connectPort>['port'], count: number) =>
  (await port.activities.list({ limit: count })).items.map(({ rideId }) => rideId);

describe.each(['cn', 'intl'] as const)('the file of a ride in %s', (region) => {
  it('comes from the file store, and the login stays behind', async () => {
    const { port, sandbox, world } = connectPort({ region });
    const [ride = ''] = await recent(port, 1);
    const { samples, sessions } = readFit(await port.activities.file({ ride }));
    const expected = world.rides.find(ride)?.measures();
    expect(samples.time).toHaveLength(expected?.seconds ?? 0);
    expect(sessions[0]?.avgPowerW).toBe(Math.round(expected?.power?.mean ?? 0));
    const [request] = sandbox.storage.requests;
    expect(request?.status).toBe(200);
    expect(Object.keys(request?.headers ?? {})).toEqual(['accept']);
  });
});

describe('the file of a ride', () => {
  it('is found under an object too, and in the detail when there is no address of its own', async () => {
    const { port, world } = connectPort();
    const [ride = ''] = await recent(port, 1);
    world.quirks.fileUrl = 'object';
    expect((await port.activities.file({ ride })).length).toBeGreaterThan(1_000);
    world.quirks.fileUrl = 'empty';
    expect((await failureOf(port.activities.file({ ride }))).kind).toBe('not_found');
    const other = connectPort();
    other.world.quirks.fileUrl = 'empty';
    other.world.quirks.detailFileUrl = true;
    expect((await other.port.activities.file({ ride })).length).toBeGreaterThan(1_000);
  });

  it.each([
    ['corrupt', 'contract', 'is not a FIT file'],
    ['html', 'contract', 'a web page instead of data'],
    ['json', 'contract', 'a message instead of a file'],
    ['missing', 'not_found', 'nothing under that id'],
  ] as const)('fails as itself when it is %s', async (trouble, kind, words) => {
    const { port, sandbox } = connectPort();
    const [ride = ''] = await recent(port, 1);
    sandbox.storage.state.troubles.set(Number(ride), trouble);
    const failure = await failureOf(port.activities.file({ ride }));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toContain(words);
  });

  it.each([
    'https://evil.example/ride.fit',
    'http://igp-zh.oss-cn-hangzhou.aliyuncs.com/ride.fit',
    'https://aliyuncs.com.evil.example/ride.fit',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:1/ride.fit',
    'file:///etc/passwd',
  ])('is not fetched from %s', async (address) => {
    const { port, world, sandbox } = connectPort();
    const [ride = ''] = await recent(port, 1);
    world.storageOrigin = address;
    const failure = await failureOf(port.activities.file({ ride }));
    expect(failure.kind).toBe('blocked');
    expect(sandbox.storage.requests).toEqual([]);
  });

  it('is not found for an id that does not exist, and an id cannot climb out of its path', async () => {
    const { port, sent } = connectPort();
    expect((await failureOf(port.activities.file({ ride: '1' }))).kind).toBe('not_found');
    await failureOf(port.activities.file({ ride: '../../auth/account/login' }));
    expect(sent().at(-1)).toContain('getDownloadUrl/..%2F..%2Fauth');
  });
});

describe('many files', () => {
  it('come at most four at a time, each once, with progress', async () => {
    const { platform } = connectPort();
    let running = 0;
    let most = 0;
    const { port } = connectPort(
      {},
      {
        platform,
        fetch: async (input, init) => {
          const request = new Request(input, init);
          if (!request.url.includes('aliyuncs')) return platform.fetch(request);
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setTimeout(resolve, 150));
          const response = await platform.fetch(request);
          running -= 1;
          return response;
        },
      },
    );
    const rides = await recent(port, 12);
    const got: string[] = [];
    const progress: string[] = [];
    const outcomes = await port.activities.eachFile(rides, {
      onFile: (ride, bytes) => {
        if (bytes.length > 0) got.push(ride);
      },
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
    expect(outcomes.map(({ ride, state }) => [ride, state])).toEqual(rides.map((ride) => [ride, 'done']));
    expect([...got].sort()).toEqual([...rides].sort());
    expect(progress).toEqual(rides.map((_, index) => `${index + 1}/12`));
    expect(most).toBe(4);
  });

  it('go on when one of them fails, and say which', async () => {
    const { port, sandbox } = connectPort();
    const rides = await recent(port, 6);
    sandbox.storage.state.troubles.set(Number(rides[1]), 'corrupt');
    sandbox.storage.state.troubles.set(Number(rides[4]), 'missing');
    const outcomes = await port.activities.eachFile(rides, { onFile: () => {} });
    expect(outcomes.map(({ state }) => state)).toEqual(['done', 'failed', 'done', 'done', 'failed', 'done']);
    expect(outcomes[1]).toMatchObject({ ride: rides[1], failure: { kind: 'contract' } });
  });

  it('stop when the login is refused', async () => {
    const { port, world, platform } = connectPort();
    const rides = await recent(port, 12);
    const broken = connectPort({}, { platform, credentials: { password: 'wrong-password' } });
    expect((await failureOf(broken.port.activities.eachFile(rides, { onFile: () => {} }))).kind).toBe('auth');
    expect(world.issued).toBe(1);
  });

  it('stop when the call is cancelled', async () => {
    const { connection, port } = connectPort({ latencyMs: 30 });
    const rides = await recent(port, 20);
    const stop = new AbortController();
    let files = 0;
    const call = connection.port(openScope(stop.signal)).activities.eachFile(rides, {
      onFile: () => {
        files += 1;
        if (files === 3) stop.abort(new Error('cancelled'));
      },
    });
    await expect(call).rejects.toThrow('cancelled');
    const then = files;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(files).toBe(then);
  });

  it('start no more after their time, and name what was not tried', async () => {
    const { port } = connectPort({ latencyMs: 40 });
    const rides = await recent(port, 40);
    const outcomes = await port.activities.eachFile(rides, { onFile: () => {}, budgetMs: 150 });
    const states = outcomes.map(({ state }) => state);
    expect(states).toContain('done');
    expect(states.at(-1)).toBe('not_tried');
    expect(outcomes).toHaveLength(40);
  });
});

describe('handing in', () => {
  it('a ride puts the file into the store, then names it', async () => {
    const { port, sandbox } = connectPort();
    const [ride = ''] = await recent(port, 1);
    const bytes = await port.activities.file({ ride });
    await port.activities.upload({ fileName: 'evening.fit', bytes });
    const put = sandbox.storage.requests.at(-1);
    expect(put).toMatchObject({ method: 'PUT', status: 200 });
    expect(put?.headers['content-type']).toBeUndefined();
    expect((await port.activities.list({ limit: 3 })).items.map(({ title }) => title)).toContain('evening');
  });

  it('a route does the same', async () => {
    const { port, world } = connectPort();
    const bytes = new TextEncoder().encode('<gpx/>');
    await port.routes.upload({ fileName: 'loop.gpx', bytes, title: 'Loop', description: '' });
    expect(world.routes).toMatchObject([{ title: 'Loop', ossId: expect.stringMatching(/\.gpx$/) }]);
  });

  it('is refused for something that is no ride, by a code of the service', async () => {
    const { port } = connectPort();
    const failure = await failureOf(port.activities.upload({ fileName: 'x.fit', bytes: new Uint8Array([1, 2, 3]) }));
    expect(failure.kind).toBe('upstream');
    expect(failure.message).toContain('5004');
  });

  it('is not known to work in the international region: what the service says is passed on', async () => {
    const { port, world, platform } = connectPort({ region: 'intl' });
    const [ride = ''] = await recent(port, 1);
    const bytes = await port.activities.file({ ride });
    expect((await failureOf(port.activities.upload({ fileName: 'x.fit', bytes }))).kind).toBe('not_found');
    world.quirks.intlUploads = true;
    await connectPort({}, { platform }).port.activities.upload({ fileName: 'x.fit', bytes });
    expect(world.rides.list().map(({ title }) => title)).toContain('x');
  });
});
