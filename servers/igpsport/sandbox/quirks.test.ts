import { describe, expect, it } from 'vitest';
import { SMS_CODE } from './handlers/login.ts';
import { createIgpsportSandbox, type IgpsportSandbox, type RegionId, SANDBOX_PASSWORD } from './index.ts';
import { REGION_FACTS } from './region.ts';

interface Answer {
  readonly status: number;
  readonly body: { readonly code: number; readonly data: Record<string, unknown> & readonly Record<string, unknown>[] };
}

/** A page of the web app, talking to the emulator by hand: nothing of our client is used here. */
async function visit(region: RegionId, sandbox: IgpsportSandbox = createIgpsportSandbox({ region, days: 200 })) {
  const { origin, webOrigin } = REGION_FACTS[region];
  let token = '';
  const ask = async (path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await sandbox.fetch(
      new Request(origin + path, {
        headers: { origin: webOrigin, ...(token !== '' && { authorization: `Bearer ${token}` }), ...headers },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { code: -1, data: text } };
  };
  const logIn = async () => {
    const username = REGION_FACTS[region].username;
    const answer = await ask('/service/auth/account/login', {
      appId: 'igpsport-web',
      username,
      password: SANDBOX_PASSWORD,
    });
    token = String(answer.body.data.access_token);
    return answer;
  };
  await logIn();
  return { sandbox, ask, world: sandbox.emulator.state };
}

const LIST = '/service/web-gateway/web-analyze/activity/queryMyActivity';

describe.each(['cn', 'intl'] as const)('the emulator of %s', (region) => {
  it('gives 20 rows a page whatever is asked for, dotted days, and no rows past the end', async () => {
    const { ask } = await visit(region);
    const { data } = (await ask(`${LIST}?pageNo=1&pageSize=50&reqType=0&sort=1`)).body;
    expect(data.rows).toHaveLength(20);
    expect(data).toMatchObject({ pageNo: 1, pageSize: 20, totalPage: Math.ceil(Number(data.totalRows) / 20) });
    expect(Number(data.totalRows)).toBeGreaterThan(100);
    const rows = data.rows as Record<string, unknown>[];
    expect(rows[0]?.startTime).toBe('2026.10.13');
    expect(rows.some(({ exerciseType }) => exerciseType === 1)).toBe(true);
    expect((await ask(`${LIST}?pageNo=99&pageSize=20`)).body.data.rows).toEqual([]);
  });

  it('says no inside a 200, with codes of its own', async () => {
    const { ask } = await visit(region);
    expect(await ask('/service/mobile/api/WorkOut/GetWorkOutDetail?id=1')).toMatchObject({
      status: 200,
      body: { code: 1404 },
    });
    expect(await ask('/service/web-gateway/web-analyze/activity/queryActivityDetail/1')).toMatchObject({
      status: 404,
      body: { code: 404 },
    });
  });

  it('takes the paths of the mobile service in any spelling', async () => {
    const { ask } = await visit(region);
    expect((await ask('/service/mobile/api/user/userinfo')).status).toBe(200);
    const { body } = await ask('/service/mobile/api/WorkOut/EditCustomWorkOut', {
      data: { title: 'x', structure: [{}] },
    });
    const id = body.data.workoutId;
    expect((await ask('/service/mobile/api/workout/CustomWorkoutDel', { id })).body.data).toBe(true);
  });

  it('drops the steps of a repetition inside a repetition, and wants the id of an update as text', async () => {
    const { ask } = await visit(region);
    const inner = { type: 'Repetition', length: { unit: 'Repetition', value: 2 }, steps: [{ type: 'Step' }] };
    const structure = [{ ...inner, steps: [inner] }];
    const saved = await ask('/service/mobile/api/WorkOut/EditCustomWorkOut', { data: { title: 'x', structure } });
    const id = saved.body.data.workoutId;
    const { data } = (await ask(`/service/mobile/api/WorkOut/GetWorkOutDetail?id=${id}`)).body;
    expect(data.structure).toEqual([{ ...inner, steps: [{ type: 'Repetition', length: inner.length }] }]);
    const again = { data: { id, title: 'y', structure } };
    expect((await ask('/service/mobile/api/WorkOut/EditCustomWorkOut', again)).status).toBe(400);
  });

  it('lists workouts in the form of the region, and knows nothing of the other one’s path', async () => {
    const { ask } = await visit(region);
    const own = region === 'cn' ? 'GetWorkOutList' : 'CustomWorkout';
    const other = region === 'cn' ? 'CustomWorkout' : 'GetWorkOutList';
    const { data } = (await ask(`/service/mobile/api/WorkOut/${own}`)).body;
    expect(Array.isArray(data)).toBe(region === 'cn');
    expect((await ask(`/service/mobile/api/WorkOut/${other}`)).status).toBe(404);
  });

  it('ends the laps with a row of sums', async () => {
    const { ask, world } = await visit(region);
    const ride = world.rides.list()[0]?.rideId;
    const { data } = (await ask(`/service/web-gateway/web-analyze/activity/queryActivityLap/${ride}`)).body;
    expect(data.at(-1)?.lap).toBe('总计');
    expect(data.at(-1)?.times).toBe(world.rides.list()[0]?.measures().seconds);
  });

  it('refuses at its file store whatever carries a login', async () => {
    const { ask, sandbox, world } = await visit(region);
    const ride = world.rides.list()[0]?.rideId;
    const { data } = (await ask(`/service/web-gateway/web-analyze/activity/getDownloadUrl/${ride}`)).body;
    const url = String(data);
    expect(url.startsWith(REGION_FACTS[region].storageOrigin)).toBe(true);
    expect((await sandbox.fetch(new Request(url))).status).toBe(200);
    expect((await sandbox.fetch(new Request(url, { headers: { authorization: 'Bearer x' } }))).status).toBe(400);
  });

  it('takes a login from its own pages only', async () => {
    const { ask } = await visit(region);
    const origin = region === 'cn' ? 'https://app.igpsport.com' : 'https://app.igpsport.cn';
    const answer = await ask('/service/auth/account/login', {}, { origin });
    expect(answer.status).toBe(403);
    expect(answer.body.data).toContain('<html>');
  });
});

describe('the two regions', () => {
  it('differ in segments, in the share of climbing, and in what the thresholds come with', async () => {
    const cn = await visit('cn');
    const intl = await visit('intl');
    const collected = '/service/web-gateway/segments4j/segments/queryMyCollect?pageNo=1&pageSize=20';
    expect((await cn.ask(collected)).body.data.rows).toHaveLength(3);
    expect((await intl.ask(collected)).status).toBe(404);
    const info = '/service/mobile/api/v2/User/UserIntervalInfo';
    expect((await cn.ask(info)).body.data.member).toHaveProperty('weight');
    expect((await intl.ask(info)).body.data.member).not.toHaveProperty('weight');
    const shares = async ({ ask, world }: typeof cn) => {
      const ride = world.rides.list().find((each) => (each.measures().ascent ?? 0) > 100);
      const { data } = (await ask(`/service/web-gateway/web-analyze/activity/queryActivityDetail/${ride?.rideId}`))
        .body;
      return (data.upAndDownSlopeZoom as { percentage: number }[]).reduce((sum, { percentage }) => sum + percentage, 0);
    };
    expect(await shares(cn)).toBeCloseTo(1, 1);
    expect(await shares(intl)).toBeCloseTo(100, 0);
  });

  it('refuse the other’s spelling of the statistics', async () => {
    const { ask } = await visit('intl');
    const base = '/service/sportg/sporth/memberRecordPlus/getMemberDataStatistics';
    expect((await ask(`${base}?DistanceUnit=0&Time=2026-10-14&Type=2`)).body.code).toBe(0);
    expect((await ask(`${base}?distanceUnit=0&time=2026-10-14&type=2`)).body.code).toBe(4001);
    expect((await ask(`${base}V4?distanceUnit=0&time=2026-10-14&type=2`)).status).toBe(404);
  });

  it('log in by a code of the telephone in China', async () => {
    const { ask } = await visit('cn');
    const { username } = REGION_FACTS.cn;
    expect((await ask('/service/auth/account/SendVerificationCode', { type: 1, username })).body.code).toBe(0);
    const form = { appId: 'igpsport-web', phone: username, code: SMS_CODE };
    expect((await ask('/service/auth/account/login/phone', form)).body.data.token_type).toBe('Bearer');
    expect((await ask('/service/auth/account/login/phone', { ...form, code: '0' })).body.code).toBe(1003);
  });

  it('have rides of the same numbers', async () => {
    const ids = await Promise.all(
      (['cn', 'intl'] as const).map(async (region) =>
        (await visit(region)).world.rides.list().map(({ rideId }) => rideId),
      ),
    );
    expect(ids[0]?.some((id) => ids[1]?.includes(id))).toBe(true);
  });
});

describe('the heavy member', () => {
  it('has a thousand rides', async () => {
    const { emulator } = createIgpsportSandbox({ heavy: true });
    expect(emulator.state.rides.list().length).toBeGreaterThanOrEqual(1_000);
  });
});
