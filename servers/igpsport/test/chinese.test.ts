import { connect } from '@core/mcp-kit/testing';
import { FAULTS } from '@core/sandbox';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

/** Members whose words are other people's, or names: of rides, segments, files, people. */
const NAMES = new Set([
  'name',
  'title',
  'description',
  'nickname',
  'file',
  'athlete',
  'user_text',
  'next',
  'in_both',
  'before',
  'after',
]);
/** Three words of English in a row, and none of Chinese: a sentence of ours that nobody translated. */
const ENGLISH = /[a-z]{2,}[ ,]+[a-z’]{2,}[ ,]+[a-z’]{2,}/i;
const HAN = /\p{Script=Han}/u;

function chinese(days = 200) {
  const platform = sandboxPlatform({ days });
  return connect(provider, { ...platform, settings: { ...platform.settings, lang: 'zh' } });
}

/** Sentences in English, each with where it stands. */
function english(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return ENGLISH.test(value) && !HAN.test(value) ? [`${path}: ${value}`] : [];
  if (Array.isArray(value)) return value.flatMap((item) => english(item, path));
  if (typeof value !== 'object' || value === null) return [];
  const { columns } = value as { readonly columns?: readonly string[] };
  return Object.entries(value).flatMap(([key, member]) => {
    if (NAMES.has(key) || key === 'columns') return [];
    if (key !== 'rows' || columns === undefined) return english(member, `${path}.${key}`);
    return (member as unknown[][]).flatMap((row) =>
      row.flatMap((cell, at) => (NAMES.has(columns[at] ?? '') ? [] : english(cell, `${path}.${columns[at]}`))),
    );
  });
}

describe('with --lang zh', () => {
  it('every tool answers in Chinese', { timeout: 120_000 }, async () => {
    const server = chinese();
    const found: string[] = [];
    for (const { name, examples } of provider.tools) {
      for (const example of examples) {
        const { structured, failure } = await server.call(name, example as Record<string, unknown>);
        const told = failure === undefined ? english(structured) : english([failure.message, failure.next], 'failure');
        found.push(...told.map((text) => `${name} ${text}`));
      }
    }
    expect(found).toEqual([]);
  });

  it.each([
    ['igp_get_activity_summary', { activity_id: '1' }],
    ['igp_get_activity_laps', { activity_id: '1' }],
    ['igp_get_segment_detail', { segment_id: '1' }],
    ['igp_get_workout_detail', { workout_id: '1' }],
    ['igp_list_activities', { cursor: 'x' }],
    ['igp_list_activities', { olddest: '2026-10-10' }],
    ['igp_list_activities', { oldest: 'yesterday' }],
    ['igp_analyze_training_load', { days: 0 }],
    ['igp_compare_activities', { activity_ids: ['1'] }],
    ['igp_create_workout', { name: 'x', steps: [{ for: '5min', at: 'purple' }] }],
    ['igp_delete_workout', { workout_id: '1' }],
    ['igp_update_workout', { workout_id: '1', name: 'x' }],
    ['igp_upload_activity', { file: '../x.fit' }],
    ['igp_download_activity_file', { activity_id: '1' }],
    ['igp_get_race_readiness', { race_day: '2026-10-01' }],
    ['igp_plan_taper', { race_day: '2026-10-01' }],
    ['igp_project_load', { until: '2026-01-01' }],
    ['igp_get_records', { measure: 'pace' }],
    ['igp_get_records', { periods: ['spring'] }],
    ['igp_correlate', { a: 'mood', b: 'load' }],
    ['igp_no_such_tool', {}],
  ])('%s fails in Chinese for %j', async (tool, args) => {
    const { failure } = await chinese(30).call(tool, args);
    expect(failure?.message).toMatch(HAN);
    expect(failure?.next).toMatch(HAN);
  });

  it('says in Chinese that the service is away, slow, or refuses', { timeout: 120_000 }, async () => {
    for (const fault of FAULTS) {
      const platform = sandboxPlatform({ days: 10 });
      const server = connect(
        provider,
        { ...platform, settings: { ...platform.settings, lang: 'zh' } },
        { deadlineMs: 1_500 },
      );
      await server.call('igp_list_workouts', {});
      platform.sandbox.emulator.faults.inject(fault.id, { path: /WorkOutDetail/, times: 'always' });
      const { failure } = await server.call('igp_get_workout_detail', { workout_id: '500321' });
      if (failure === undefined) continue;
      expect(failure.message, fault.id).toMatch(HAN);
      expect(failure.next, fault.id).toMatch(HAN);
    }
  });
});
