import { describe, expect, it } from 'vitest';
import { connectPort, failureOf } from './port.ts';

const course = (title: string) => ({ title, description: '', totalTime: 60, structure: [{ type: 'Step', name: 'a' }] });

describe.each(['cn', 'intl'] as const)('workouts of %s', (region) => {
  it('are all listed, over the pages of the region', async () => {
    const { port, world } = connectPort({ region });
    for (let n = 1; n <= 45; n++) world.courses.create(course(`No. ${n}`));
    const { items } = await port.workouts.list();
    expect(items).toHaveLength(48);
    expect(new Set(items.map(({ id }) => id)).size).toBe(48);
  });

  it('are created, read back, replaced under the same id, and deleted', async () => {
    const { port, sandbox } = connectPort({ region });
    const id = await port.workouts.save({ course: course('First') });
    expect(await port.workouts.get({ workout: id })).toMatchObject({ id, title: 'First', isOfficial: false });
    expect(await port.workouts.save({ course: course('Second'), id })).toBe(id);
    expect(JSON.parse(sandbox.emulator.requests.at(-1)?.body ?? '')).toMatchObject({ data: { id, title: 'Second' } });
    expect((await port.workouts.get({ workout: id })).title).toBe('Second');
    await port.workouts.remove({ workout: id });
    expect((await failureOf(port.workouts.get({ workout: id }))).kind).toBe('not_found');
  });

  it('that are official cannot be deleted, and unknown ones are not found', async () => {
    const { port, world } = connectPort({ region });
    const official = world.courses.list().find(({ isOfficial }) => isOfficial);
    expect((await failureOf(port.workouts.remove({ workout: String(official?.id) }))).message).toContain('1403');
    expect((await failureOf(port.workouts.remove({ workout: '1' }))).kind).toBe('not_found');
  });

  it('are refused with the code of the service, and nothing is created', async () => {
    const { port, world } = connectPort({ region });
    const failure = await failureOf(port.workouts.save({ course: { title: ' ', structure: [] } }));
    expect(failure.toText()).toMatch(/^upstream: iGPSport refused the request with its own code 4001\. Next: /);
    expect(world.courses.list()).toHaveLength(3);
  });

  it('are not written before the call may write', async () => {
    const { connection, sandbox } = connectPort({ region });
    const port = connection.port({ signal: new AbortController().signal, mayWrite: () => false });
    await failureOf(port.workouts.save({ course: course('x') }));
    await failureOf(port.workouts.remove({ workout: '500321' }));
    await failureOf(port.activities.upload({ fileName: 'x.fit', bytes: new Uint8Array([1]) }));
    expect(sandbox.emulator.writes().filter(({ path }) => !path.includes('/auth/'))).toEqual([]);
    expect(sandbox.storage.writes()).toEqual([]);
  });
});

describe('segments', () => {
  it('are read with their own efforts, whatever shape "none" has, and with everybody’s places', async () => {
    const { port } = connectPort();
    const { items } = await port.segments.collected({ page: 1, rows: 20 });
    const [ridden = '', , empty = ''] = items.map(({ id }) => id);
    const efforts = await port.segments.ownEfforts({ segment: ridden });
    expect(efforts.items.length).toBeGreaterThan(2);
    expect((await port.segments.ownEfforts({ segment: empty })).items).toEqual([]);
    const ranking = await port.segments.ranking({ segment: ridden, page: 2, rows: 10, period: 1 });
    expect(ranking.rankList?.rows.items.map(({ rank }) => rank)[0]).toBe(11);
    expect(ranking.personalRank?.rideTotalTime).toBe(
      Math.min(...efforts.items.map(({ rideTotalTime }) => rideTotalTime ?? 0)),
    );
    expect((await port.segments.topRecords({ segment: ridden })).fastestTimeRanks).toHaveLength(10);
    expect((await failureOf(port.segments.get({ segment: '1' }))).kind).toBe('not_found');
  });

  it('are refused for the international region without a request', async () => {
    const { port, sent } = connectPort({ region: 'intl' });
    expect((await failureOf(port.segments.get({ segment: '1' }))).kind).toBe('bad_input');
    expect(sent()).toEqual([]);
  });
});

describe.each(['cn', 'intl'] as const)('the profile of %s', (region) => {
  it('has thresholds and zones, and leaves private data behind', async () => {
    const { port } = connectPort({ region });
    const training = await port.profile.training();
    expect(training.power).toHaveLength(7);
    expect(training.member.weight).toBe(region === 'cn' ? 64 : null);
    const user = await port.profile.user();
    expect(user.weight).toBe(64);
    expect(JSON.stringify([user, training])).not.toMatch(/maja\.demo@|1380000|1991-05-17|Hangzhou/);
    const wrapped = connectPort({ region });
    wrapped.world.quirks.trainingWrapped = true;
    expect(await wrapped.port.profile.training()).toEqual(training);
  });

  it('has the statistics of a year by the region’s own spelling', async () => {
    const { port, sandbox } = connectPort({ region, days: 60 });
    const statistics = await port.profile.statistics({ day: '2026-10-14', type: 2, sport: -1 });
    expect(statistics.axis).toHaveLength(12);
    expect(statistics.statisticsData?.totalCount).toBeGreaterThan(10);
    const { query } = sandbox.emulator.requests.at(-1) ?? { query: {} };
    expect(Object.keys(query)).toEqual(
      region === 'cn' ? ['distanceUnit', 'time', 'type', 'bigSportType'] : ['DistanceUnit', 'Time', 'Type'],
    );
  });
});
