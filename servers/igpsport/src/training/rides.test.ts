import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../sandbox/platform.ts';
import { objects } from '../../test/table.ts';
import { provider } from '../provider.ts';

/** Facts are the simulator's, computed without our libraries. One server: the rides of a call are there for the next. */
const platform = sandboxPlatform();
const server = connect(provider, platform);
const { sandbox } = platform;
const { rides } = sandbox.emulator.state;
const RIDE = '41200581';
const TODAY = '2026-10-14';

async function call(tool: string, args: object = {}) {
  const before = server.requests.length;
  const answer = await server.call(tool, args);
  expect(answer.failure?.toText()).toBeUndefined();
  expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  expect(answer.structured).toMatchObject({
    method: expect.stringMatching(/./),
    as_of: expect.stringMatching(/^2026-/),
  });
  return { ...answer, sent: server.requests.slice(before) };
}

describe('igp_get_today', () => {
  it('agrees with the load tool, and says what iGPSport cannot tell', async () => {
    const { structured } = await call('igp_get_today');
    const load = await server.call('igp_analyze_training_load', { days: 60 });
    const { delivered } = structured.form as Record<string, Record<string, number>>;
    const current = load.structured.current as Record<string, number>;
    for (const key of ['ctl', 'atl', 'form'] as const) expect(delivered![key]).toBeCloseTo(current[key]!, 0);
    expect(structured.notes).toEqual([
      'iGPSport keeps no wellness: only training is judged.',
      'iGPSport keeps no calendar: nothing is known of plans.',
    ]);
  });

  it('downloads each ride once: a second call only looks at the list and the thresholds', async () => {
    await call('igp_get_today');
    const { sent } = await call('igp_get_today');
    expect(sent.filter(({ url }) => /getDownloadUrl|aliyuncs/.test(url))).toEqual([]);
    expect(sent.length).toBeLessThanOrEqual(12);
  });
});

describe('igp_analyze_activity', () => {
  it('computes what the simulator rode, lap by lap of the device', async () => {
    const ride = rides.find(RIDE)!;
    const { structured } = await call('igp_analyze_activity', { activity_id: RIDE });
    const truth = ride.measures();
    expect(structured.summary).toMatchObject({
      np_w: Math.round(truth.normalized!),
      average_hr_bpm: Math.round(truth.heartRate!.mean),
    });
    const load = (truth.seconds / 36) * (truth.normalized! / ride.ftp) ** 2;
    expect((structured.summary as { load: number }).load).toBeCloseTo(load, 0);
    const laps = objects(structured);
    expect(laps).toHaveLength(ride.laps().length);
    for (const [i, lap] of ride.laps().entries()) {
      expect(Math.abs(Number(laps[i]?.average_power_w) - lap.power!.mean)).toBeLessThanOrEqual(2);
    }
    expect(String(structured.notes)).toContain('the device’s own');
    // The service rates no ride: there is nothing of the platform to hold ours against.
    expect(structured).not.toHaveProperty('load_check');
  });

  it('reads one ride with at most six requests', async () => {
    const fresh = connect(provider, sandboxPlatform());
    await fresh.call('igp_list_activities', { limit: 1 });
    const before = fresh.requests.length;
    await fresh.call('igp_analyze_activity', { activity_id: RIDE });
    expect(fresh.requests.length - before).toBeLessThanOrEqual(6);
  });
});

describe('igp_find_similar', () => {
  it('finds the same workout of other weeks', async () => {
    const { structured } = await call('igp_find_similar', { activity_id: RIDE, days: 120 });
    const rows = objects(structured);
    expect(rows[0]).toMatchObject({ activity_id: RIDE, similarity_pct: 100 });
    const title = rides.find(RIDE)!.title;
    expect(rows.slice(1).some(({ name }) => name === title)).toBe(true);
  });
});

describe('igp_get_records', () => {
  it('names the best twenty minutes as a search of every ride finds them', async () => {
    const { structured } = await call('igp_get_records', { at: [1200], periods: ['60d'] });
    const [row] = objects(structured);
    const best = sandbox.truth.bestPower(1200, '2026-08-16', TODAY)!;
    expect(Math.abs(Number(row?.power_w) - best.watts)).toBeLessThanOrEqual(1);
    expect(row?.date).toBe(best.session.day);
  });

  it('says which records iGPSport has no way to know', async () => {
    const { failure } = await server.call('igp_get_records', { measure: 'pace' });
    expect(failure?.kind).toBe('bad_input');
  });
});

describe('planning on iGPSport', () => {
  it('projects a draft from the state of the rides, without a calendar', async () => {
    const { structured } = await call('igp_project_load', {
      draft: [{ date: '2026-10-15', load: 100 }],
      until: '2026-10-15',
    });
    const { ctl, atl } = structured.start as Record<string, number>;
    const end = structured.end as Record<string, number>;
    expect(end.projected_ctl).toBeCloseTo(ctl! + (100 - ctl!) * (1 - Math.exp(-1 / 42)), 0);
    expect(end.projected_atl).toBeCloseTo(atl! + (100 - atl!) * (1 - Math.exp(-1 / 7)), 0);
    expect(String(structured.notes)).toContain('no calendar');
  });

  it('tapers and shows evidence for a day that is given', async () => {
    const taper = await call('igp_plan_taper', { race_day: '2026-11-08', target_form: 10 });
    expect(taper.structured).toHaveProperty('taper');
    const ready = await call('igp_get_race_readiness', { race_day: '2026-11-08' });
    expect(ready.structured.race).toMatchObject({ date: '2026-11-08', days_left: 25 });
    expect((ready.structured.key_sessions as unknown[]).length).toBeGreaterThan(2);
  });
});

describe('what is not there', () => {
  it('is not registered: planned against done needs a calendar', () => {
    const names = provider.tools.map(({ name }) => name);
    expect(names).not.toContain('igp_compare_planned_actual');
    expect(names).not.toContain('igp_get_training_load');
    expect(names).toContain('igp_correlate');
  });

  it('is skipped and counted: a ride whose file is gone', async () => {
    const broken = rides.list()[1]!;
    const damaged = connect(provider, {
      ...platform,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        return request.url.endsWith(broken.documentId)
          ? new Response('gone', { status: 404 })
          : platform.fetch(request);
      },
    });
    const { structured } = await damaged.call('igp_get_data_quality', { days: 21 });
    expect(structured.findings).toContainEqual(
      expect.objectContaining({ what: 'not readable', activity_ids: [String(broken.rideId)] }),
    );
  });
});
