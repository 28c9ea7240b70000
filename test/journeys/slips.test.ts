import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OverHttp, overHttp } from './connections.ts';

// Proves that slips which models are known to make are put right, or refused with a call that works when it is sent back.
// It does not prove that these are all their slips.

let client: OverHttp;
beforeAll(async () => {
  client = await overHttp('intervals');
});
afterAll(async () => client.close());

const slips = [
  ['a number as text', 'icu_get_recent_activities', { days_back: '7', limit: '2' }, { days_back: 7, limit: 2 }],
  ['null as text', 'icu_get_recent_activities', { days_back: 7, limit: 2, sport: 'null' }, { days_back: 7, limit: 2 }],
  [
    'a datetime for a day',
    'icu_get_training_load',
    { oldest: '2026-09-01T00:00:00Z', newest: '2026-10-14T23:59:59', every: 'week' },
    { oldest: '2026-09-01', newest: '2026-10-14', every: 'week' },
  ],
  [
    'another case of an option',
    'icu_get_training_load',
    { oldest: '2026-09-01', newest: '2026-10-14', every: 'WEEK' },
    { oldest: '2026-09-01', newest: '2026-10-14', every: 'week' },
  ],
  [
    'a list as text',
    'icu_get_records',
    { measure: 'power', at: '[300]', periods: '90d' },
    { measure: 'power', at: [300], periods: ['90d'] },
  ],
  [
    'objects as text',
    'icu_project_load',
    { until: '2026-11-01', draft: '[{"date":"2026-10-19","load":80}]' },
    { until: '2026-11-01', draft: [{ date: '2026-10-19', load: 80 }] },
  ],
  ['a name in camel case', 'icu_get_recent_activities', { daysBack: 7, limit: 2 }, { days_back: 7, limit: 2 }],
] as const;

describe('a slip that can mean one thing only', () => {
  it.each(slips)('%s is put right: %s', async (_, tool, slipped, meant) => {
    const answer = await client.call(tool, slipped);
    expect(answer.failed, answer.text).toBe(false);
    expect(answer.structured).toEqual((await client.call(tool, meant)).structured);
  });
});

const refused = [
  ['the platform’s own field name', 'icu_create_planned_workout', { start_date_local: '2026-10-20', type: 'Ride' }],
  ['a day that does not exist', 'icu_get_training_load', { oldest: '2026-02-30', newest: '2026-10-14' }],
  ['a word for a number', 'icu_get_recent_activities', { days_back: 'lately' }],
  ['an option that there is not', 'icu_get_training_load', { every: 'fortnight' }],
  ['nothing where something is needed', 'icu_compare_planned_actual', {}],
] as const;

describe('a slip that could mean anything', () => {
  it.each(refused)('%s is refused with a call that works: %s', async (_, tool, slipped) => {
    const refusal = await client.call(tool, slipped);
    expect(refusal.failed, JSON.stringify(refusal.structured)).toBe(true);
    const [, name = '', args = ''] = /a call that works: (\w+) (\{.*\})/s.exec(refusal.text) ?? [];
    expect(name, refusal.text).toBe(tool);
    const again = await client.call(name, JSON.parse(args) as Record<string, unknown>);
    expect(again.failed, again.text).toBe(false);
  });
});
