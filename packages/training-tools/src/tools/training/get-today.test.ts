import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import type { WellnessDay } from '../../ports/index.ts';
import { connectMemory, session } from '../../testing/index.ts';

const TODAY = '2026-10-14';
const before = (days: number) => addDays(TODAY, -days);

/** Sixty mornings around a mean, then today. */
function mornings(today: Readonly<Record<string, number>>, last = 0): WellnessDay[] {
  const usual = Array.from({ length: 59 }, (_, i) => ({
    day: before(59 - i),
    values: {
      hrv_rmssd_ms: 60 + 4 * Math.sin(i),
      resting_hr_bpm: 48 + Math.sin(i),
      sleep_s: 27_000 + 900 * Math.cos(i),
    },
  }));
  return [...usual.slice(0, 59 - last), { day: TODAY, values: today }] as WellnessDay[];
}

describe('today', () => {
  it('tells form as delivered apart from form after the open sessions of today', async () => {
    const platform = { [before(60)]: { ctl: 50, atl: 50 } };
    const { structured } = await connectMemory({
      loads: { [TODAY]: 30 },
      platform,
      entries: [
        session({ id: 'e1', day: TODAY, plannedLoad: 70 }),
        session({ id: 'e2', day: TODAY, doneId: 'a1', plannedLoad: 500 }),
      ],
    }).call('mem_get_today');
    const ctl = (x: number, load: number) => x + (load - x) * (1 - Math.exp(-1 / 42));
    const rested = 50 * Math.exp(-59 / 42);
    const form = structured.form as Record<string, Record<string, number>>;
    expect(form.delivered!.ctl).toBeCloseTo(ctl(rested, 30), 1);
    expect(form.projected!.projected_ctl).toBeCloseTo(ctl(rested, 100), 1);
    expect(form.projected!.planned_load).toBe(70);
  });

  it('shows no projection when nothing is open', async () => {
    const { structured } = await connectMemory({ loads: { [TODAY]: 30 } }).call('mem_get_today');
    expect(structured.form).not.toHaveProperty('projected');
  });

  it('holds this morning against the own normal and names what speaks against a hard session', async () => {
    const { structured } = await connectMemory({
      loads: { [TODAY]: 0 },
      wellness: mornings({ hrv_rmssd_ms: 61, resting_hr_bpm: 48, sleep_s: 18_000, mood_1to4_1_is_best: 2 }),
    }).call('mem_get_today');
    expect(structured.flags).toEqual([expect.stringMatching(/^Slept 5.0 h, under [67]\.\d\.$/)]);
    expect(structured.wellness).toContainEqual({ mood_1to4_1_is_best: 2, age_days: 0 });
    expect(structured.wellness).toContainEqual(
      expect.objectContaining({
        resting_hr_bpm: 48,
        age_days: 0,
        mean_resting_hr_bpm: 48,
        last_7_days: expect.any(String),
      }),
    );
  });

  it('does not judge a value that is days old, and says so', async () => {
    const old = mornings({}, 4).map(({ day, values }) => ({
      day,
      values: { ...values, ...('hrv_rmssd_ms' in values && day > before(10) && { hrv_rmssd_ms: 20 }) },
    }));
    const { structured, text } = await connectMemory({
      wellness: old.filter(({ values }) => Object.keys(values).length > 0),
    }).call('mem_get_today');
    expect(structured.flags).toEqual([]);
    expect(text).toContain(
      'Not judged because the newest value is older than a day: hrv_rmssd_ms, resting_hr_bpm, sleep_s.',
    );
  });

  it('finds what does not go together on the calendar', async () => {
    const { structured } = await connectMemory({
      entries: [
        session({ id: 'e1', day: TODAY }),
        session({ id: 'e2', day: TODAY }),
        {
          kind: 'unavailable',
          id: 's',
          day: before(1),
          lastDay: addDays(TODAY, 2),
          reason: 'sick',
          name: 'Flu',
          text: null,
        },
      ],
    }).call('mem_get_today');
    expect(structured.conflicts).toEqual([
      `2 planned on ${TODAY} although sick until ${addDays(TODAY, 2)}.`,
      `2 ride sessions planned on ${TODAY}: possibly one twice.`,
    ]);
  });

  it('says what it cannot know on a platform without wellness and calendar', async () => {
    const { structured } = await connectMemory({}, { ports: ['load'] }).call('mem_get_today');
    expect(structured.notes).toEqual([
      'Memory keeps no wellness: only training is judged.',
      'Memory keeps no calendar: nothing is known of plans.',
    ]);
  });

  it('asks each port once', async () => {
    const server = connectMemory({});
    await server.call('mem_get_today');
    expect(Object.fromEntries(server.asked)).toEqual({ 'load.history': 1, 'wellness.days': 1, 'calendar.list': 1 });
  });
});
