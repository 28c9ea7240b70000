import { describe, expect, it } from 'vitest';
import { connected, TODAY } from '../../test/connected.ts';
import { provider } from '../provider.ts';
import { prompts } from './index.ts';

const given: Readonly<Record<string, string>> = {
  sport: 'Ride',
  workout_type: 'threshold',
  duration_minutes: '60',
  activity_id: 'i89000582',
  athlete: 'Sara Vidmar',
};

const toolsetOf = new Map(provider.tools.map(({ name, toolset }) => [name, toolset]));
const isUsual = (name: string) => provider.defaultToolsets.includes(toolsetOf.get(name) ?? '');

describe('a prompt', () => {
  it.each(prompts.map((prompt) => [prompt.name, prompt] as const))(
    '%s names tools that a server lists without being told which, or says where they are',
    (_name, prompt) => {
      const asked = Object.fromEntries(
        prompt.arguments.filter(({ required }) => required).map(({ name }) => [name, given[name]!]),
      );
      for (const values of [asked, { ...asked, days: '14', metric: 'pace', goal: 'race' }]) {
        const text = prompt.render(values);
        expect(text).not.toMatch(/undefined|\$\{/);
        const named = [...text.matchAll(/(icu_\w+)(?: \(toolset (\w+)\))?/g)];
        expect(named.length).toBeGreaterThan(0);
        for (const [, name = '', toolset] of named) {
          expect(toolset === undefined ? isUsual(name) : toolsetOf.get(name) === toolset, name).toBe(true);
        }
      }
    },
  );
});

describe('the calls that prompts spell out', () => {
  const server = connected();

  it.each([
    ['icu_get_recent_activities', { days_back: '30' }],
    ['icu_get_power_curves', { period: '90d', compare_with: '1y' }],
    ['icu_get_power_curves', { period: 's0', compare_with: 's1' }],
    ['icu_get_records', { measure: 'power' }],
    ['icu_get_records', { measure: 'heart_rate' }],
    ['icu_get_records', { measure: 'pace' }],
    ['icu_get_records', { measure: 'swim_pace' }],
    ['icu_get_calendar_events', { oldest: TODAY, newest: '2026-11-10' }],
    ['icu_get_fitness_chart', { oldest: TODAY, newest: '2026-11-10' }],
  ])('%s %j works', async (tool, args) => {
    expect((await server.call(tool, args)).failure?.toText()).toBeUndefined();
  });
});
