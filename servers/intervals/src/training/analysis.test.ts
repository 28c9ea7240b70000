import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY, YESTERDAY_RIDE } from '../../test/connected.ts';

/** Facts are the simulator's, computed without our libraries. */
const server = connected();
const { truth, athlete } = server;
const yesterday = truth.yesterday();

describe('icu_analyze_activity', () => {
  it('computes each lap and the whole ride as the simulator rode it', async () => {
    const { structured } = await server.call('icu_analyze_activity', { activity_id: YESTERDAY_RIDE });
    const laps = objects(structured);
    for (const { startIndex, doneSeconds, doneWatts } of yesterday.intervals) {
      const lap = laps.find(({ start_s }) => Math.abs(Number(start_s) - startIndex) <= 2);
      expect(Math.abs(Number(lap?.time_s) - doneSeconds)).toBeLessThanOrEqual(2);
      expect(Math.abs(Number(lap?.average_power_w) - doneWatts)).toBeLessThanOrEqual(1);
    }
    const power = Array.from(athlete.recording(yesterday.session).channels.power!);
    const mean = power.reduce((sum, watts) => sum + watts, 0) / power.length;
    const { average_power_w, load } = structured.summary as Record<string, number>;
    expect(average_power_w).toBeCloseTo(mean, -0.5);
    expect(load).toBeCloseTo(truth.loadOn('2026-10-13').atl, 0);
    expect(structured.thresholds).toMatchObject({ ftp_w: truth.ftpSettingOn('2026-10-13') });
  });

  it('puts every second with power into one zone of the athlete', async () => {
    const { structured } = await server.call('icu_analyze_activity', { activity_id: YESTERDAY_RIDE });
    const zones = (structured.zones as Record<string, number | string>[]).filter(({ zone }) =>
      String(zone).endsWith('power'),
    );
    const seconds = zones.reduce((sum, { time_s }) => sum + Number(time_s), 0);
    expect(seconds).toBe(athlete.recording(yesterday.session).channels.power!.length);
  });

  it('refuses what Intervals.icu does not show', async () => {
    const { failure } = await server.call('icu_analyze_activity', { activity_id: server.newest({ source: 'STRAVA' }) });
    expect(failure?.kind).toBe('blocked');
  });
});

describe('icu_find_similar and icu_compare_activities', () => {
  it('finds earlier sessions of the same workout, and compares them by our own figures', async () => {
    const { structured } = await server.call('icu_find_similar', { activity_id: YESTERDAY_RIDE });
    const rows = objects(structured);
    const title = rows[0]?.name;
    expect(rows.slice(1).filter(({ name }) => name === title).length).toBeGreaterThanOrEqual(2);
    const ids = rows.slice(0, 3).map(({ activity_id }) => activity_id);
    const compared = objects((await server.call('icu_compare_activities', { activity_ids: ids })).structured);
    expect(compared.map(({ activity_id }) => activity_id)).toEqual(ids);
    const { structured: alone } = await server.call('icu_analyze_activity', { activity_id: ids[1] });
    expect(compared[1]).toMatchObject({ np_w: (alone.summary as { np_w?: number }).np_w ?? null });
  });
});

describe('activities that are wanted together', () => {
  it('come in one request', async () => {
    const fresh = connected();
    const { structured } = await fresh.call('icu_find_similar', { activity_id: YESTERDAY_RIDE });
    const ids = objects(structured)
      .slice(0, 3)
      .map(({ activity_id }) => String(activity_id));
    const before = fresh.requests.length;
    await fresh.call('icu_compare_activities', { activity_ids: ids });
    const details = fresh.requests.slice(before).filter(({ url }) => /\/activities\/[^/?]+(\?|$)/.test(url));
    expect(details).toHaveLength(1);
    for (const id of ids) expect(details[0]?.url).toContain(id);
  });

  it('fail one by one: the one that cannot be shown is named with its reason', async () => {
    const fresh = connected();
    const strava = fresh.newest({ source: 'STRAVA' });
    for (const [id, reason] of [
      [strava, 'synced from Strava'],
      ['i1', 'nothing under that id'],
    ]) {
      const { structured } = await fresh.call('icu_compare_activities', { activity_ids: [YESTERDAY_RIDE, id] });
      expect(objects(structured).map(({ activity_id }) => activity_id)).toEqual([YESTERDAY_RIDE]);
      expect(structured.coverage).toMatchObject({ asked: 2, read: 1 });
      expect(structured.notes).toEqual([expect.stringMatching(new RegExp(`^Activity ${id} is missing: .*${reason}`))]);
    }
  });
});

describe('icu_get_records', () => {
  it('names the best twenty minutes of each period, as a search of every ride finds them, with the fitness of that day', async () => {
    const periods = ['2026-08-15..2026-10-14', '2026-06-01..2026-08-14'];
    const { structured } = await server.call('icu_get_records', { at: [1200], periods });
    for (const [i, row] of objects(structured).entries()) {
      const [from = '', to = ''] = periods[i]!.split('..');
      const best = truth.bestPower(1200, from, to)!;
      expect(Math.abs(Number(row.power_w) - best.watts)).toBeLessThanOrEqual(1);
      expect(row.date).toBe(best.session.day);
      expect(Number(row.ctl)).toBeCloseTo(truth.fitnessOn(best.session.day).ctl, 0);
    }
  });
});

describe('icu_correlate', () => {
  it('gives the r of the definition over the simulator’s own mornings', async () => {
    const { structured } = await server.call('icu_correlate', { x: 'resting_hr_bpm', y: 'hrv_rmssd_ms', days: 100 });
    const mornings = Array.from({ length: 100 }, (_, i) =>
      new Date(Date.parse(TODAY) - i * 86_400_000).toISOString().slice(0, 10),
    )
      .map((day) => athlete.wellness(day))
      .filter((morning) => morning.restingHr !== undefined && morning.hrvMs !== undefined);
    const mean = (of: (m: (typeof mornings)[number]) => number) =>
      mornings.reduce((sum, m) => sum + of(m), 0) / mornings.length;
    const [mx, my] = [mean((m) => m.restingHr!), mean((m) => m.hrvMs!)];
    const sum = (of: (x: number, y: number) => number) =>
      mornings.reduce((total, m) => total + of(m.restingHr! - mx, m.hrvMs! - my), 0);
    const r = sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
    const result = structured.result as Record<string, number>;
    expect(Math.abs(result.n! - mornings.length)).toBeLessThanOrEqual(3);
    expect(result.r).toBeCloseTo(r, 1);
  });
});

describe('icu_estimate_thresholds', () => {
  it('comes within a few percent of the simulator’s true threshold', async () => {
    const { structured } = await server.call('icu_estimate_thresholds', { days: 60 });
    const { ftp_w, date } = structured.ftp as { ftp_w: number; date: string };
    expect(Math.abs(ftp_w / truth.ftpOn(date) - 1)).toBeLessThan(0.06);
  });
});

describe('icu_get_data_quality', () => {
  it('counts what the simulator left out', async () => {
    const { structured } = await server.call('icu_get_data_quality', { days: 90 });
    const found = (what: string) =>
      (structured.findings as { what: string; count: number }[]).find((each) => each.what.includes(what))?.count ?? 0;
    const done = athlete.sessions.filter(({ day }) => day > '2026-07-16');
    const withoutPower = done.filter(({ sport, sensors }) => sport.endsWith('ride') && !sensors.power);
    const hidden = found('not readable');
    expect(Math.abs(found('rides without power') - withoutPower.length)).toBeLessThanOrEqual(hidden);
    expect(structured.coverage).toMatchObject({ days: 90, activities: done.length });
  });
});
