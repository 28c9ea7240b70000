import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected } from '../../test/connected.ts';

const RIDE = '3500000607';

/**
 * Requests that a first call may send, login and roster left out. Lists are cut into 90 days by the service; workouts,
 * events, notes and availability of a calendar are lists of their own.
 */
const calls: readonly (readonly [tool: string, args: object, requests: number])[] = [
  ['tp_get_today', {}, 6],
  ['tp_get_training_load', {}, 2],
  ['tp_get_training_load', { oldest: '2025-09-15' }, 6],
  ['tp_analyze_activity', { activity_id: RIDE }, 4],
  ['tp_compare_planned_actual', { activity_id: RIDE }, 4],
  ['tp_find_similar', { activity_id: RIDE }, 5],
  ['tp_compare_activities', { activity_ids: [RIDE, '3500000594'] }, 5],
  ['tp_project_load', {}, 3],
  ['tp_plan_taper', {}, 5],
  ['tp_get_race_readiness', {}, 6],
  ['tp_get_records', { at: [1200] }, 3],
  ['tp_correlate', { x: 'sleep_s', y: 'rpe_1to10' }, 4],
  ['tp_estimate_thresholds', {}, 19],
  ['tp_get_data_quality', {}, 4],
];

describe('every shared tool of an athlete', () => {
  it.each(calls)(
    '%s %j sends at most %i requests, writes nothing and answers within 8 KB',
    async (tool, args, most) => {
      const server = connected();
      const answer = await server.call(tool, args);
      expect(answer.failure?.toText()).toBeUndefined();
      const sent = server.requests.filter(({ url }) => !/\/users\/v3\//.test(url));
      expect(sent.length).toBeLessThanOrEqual(most);
      expect(server.changes()).toEqual([]);
      expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
      expect(answer.structured).toMatchObject({
        method: expect.stringMatching(/./),
        as_of: expect.stringMatching(/^2026-/),
      });
    },
  );
});

const coachCalls: readonly (readonly [tool: string, args: object, requests: number, bytes: number])[] = [
  ['tp_triage_roster', {}, 1 + 2 * 21, 8192],
  ['tp_search_roster', { query: 'sara' }, 1, 8192],
  ['tp_search_roster', { sort: 'form' }, 1 + 2 * 21, 8192],
  ['tp_list_conversations', {}, 2 * 20, 8192],
  ['tp_roster_digest', {}, 1 + 4 * 21, 12_288],
];

describe('every shared tool of a coach of twenty', () => {
  it.each(coachCalls)(
    '%s %j sends at most %i requests and answers within %i bytes',
    async (tool, args, most, bytes) => {
      const server = connected({ account: 'coach' });
      const answer = await server.call(tool, args);
      expect(answer.failure?.toText()).toBeUndefined();
      expect(server.requests.filter(({ url }) => !/\/users\/v3\//.test(url)).length).toBeLessThanOrEqual(most);
      expect(sizeOf(answer)).toBeLessThanOrEqual(bytes);
      expect(server.changes()).toEqual([]);
    },
  );
});
