import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../test/connected.ts';

const tool = 'icu_get_activity_splits';
const by = 'climb';

describe('the climbs of an activity', () => {
  const server = connected();
  const gravel = server.newest({ sport: 'GravelRide' });

  it('finds what the altitude really does', async () => {
    const { structured } = await server.call(tool, { by, activity_id: gravel, min_grade_pct: 1 });
    const { activities } = server.sandbox.emulator.state.me;
    const { altitude, distance } = activities.recording(activities.find(gravel)!)!.channels;
    const found = objects(structured);
    expect(found.length).toBeGreaterThan(0);
    for (const { start_s, time_s, gain_m, length_km } of found) {
      const [from, to] = [Number(start_s), Number(start_s) + Number(time_s)];
      expect(Math.abs(altitude![to]! - altitude![from]! - Number(gain_m))).toBeLessThanOrEqual(6);
      expect((distance![to]! - distance![from]!) / 1000).toBeCloseTo(Number(length_km), 1);
    }
  });

  it('says by which rule, and that nothing is steep enough', async () => {
    const { structured } = await server.call(tool, { by, activity_id: gravel, min_grade_pct: 15 });
    expect(structured).toMatchObject({ rows: [], method: expect.stringContaining('≥ 15 %') });
    expect(JSON.stringify(structured.notes)).toContain('lower min_length_m');
  });

  it('says when there is no altitude', async () => {
    const { failure } = await server.call(tool, { by, activity_id: YESTERDAY_RIDE });
    expect(failure).toMatchObject({ kind: 'not_found', message: 'The activity has no altitude recorded' });
  });

  it('stays within the budget on a ride of twelve hours', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call(tool, { by, activity_id: heavy.longest(), min_length_m: 100, min_grade_pct: 0.5 });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.cap);
  });
});
