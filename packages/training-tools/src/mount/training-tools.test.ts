import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { describe, expect, it } from 'vitest';
import { connectMemory } from '../testing/index.ts';
import { defineSharedTool } from './shared-tool.ts';
import { trainingTools } from './training-tools.ts';

const weigh = defineSharedTool({
  name: 'weigh',
  title: 'Weigh',
  toolset: 'training',
  effect: 'read',
  needs: ['thresholds'],
  uses: ['wellness'],
  description: 'How heavy. For the rest {race}. See also {weigh}.',
  input: z.object({ distance: z.number() }),
  output: z.object({ values: z.record(z.string(), z.unknown()) }),
  examples: ({ activityId }) => [{ distance: activityId.length }],
  handler: async (ctx, { distance }) => ({
    values: {
      distance_km: distance,
      wellness: ctx.ports.wellness !== undefined,
      weigh: ctx.call('weigh', { distance: 1 }),
      race: ctx.call('race', {}),
    },
  }),
});
const race = defineSharedTool({
  name: 'race',
  title: 'Race',
  toolset: 'planning',
  effect: 'read',
  needs: ['calendar', 'load'],
  description: 'When.',
  input: z.object({}),
  output: z.object({}),
  examples: [{}],
  handler: async () => {
    throw new Failure('not_found', 'There is no race', { next: 'enter one' });
  },
});
const tools = [weigh, race];

describe('mounting shared tools', () => {
  it('registers those whose ports are all there, under the prefix and with where they come from', () => {
    const { runtime } = connectMemory({}, { tools, ports: ['thresholds', 'calendar'] });
    expect([...runtime.tools.keys()]).toEqual(['mem_weigh']);
    expect(runtime.tools.get('mem_weigh')?.tool.shared).toEqual({ from: '@core/training-tools', name: 'weigh' });
  });

  it('hands a handler the ports that it needs, and those that it can use where there are any', async () => {
    const without = await connectMemory({}, { tools, ports: ['thresholds'] }).call('mem_weigh', { distance: 10 });
    expect(without.structured.values).toMatchObject({ wellness: false });
    const withAll = await connectMemory({}, { tools }).call('mem_weigh', { distance: 10 });
    expect(withAll.structured.values).toMatchObject({ wellness: true });
  });

  it('answers in the units of the account', async () => {
    const { structured } = await connectMemory({ units: 'imperial' }, { tools }).call('mem_weigh', { distance: 10 });
    expect(structured.values).toMatchObject({ distance_mi: 6.21 });
  });

  it('names siblings as this server does, and none that it lacks', async () => {
    const all = connectMemory({}, { tools, names: { race: 'next_race' }, toolsets: { race: 'calendar' } });
    expect(all.runtime.tools.get('mem_weigh')?.tool.description).toBe(
      'How heavy. For the rest mem_next_race. See also mem_weigh.',
    );
    expect(all.runtime.tools.get('mem_next_race')?.tool).toMatchObject({
      toolset: 'calendar',
      shared: { name: 'race' },
    });
    expect((await all.call('mem_weigh', { distance: 1 })).structured.values).toMatchObject({
      race: 'mem_next_race {}',
    });
    const one = connectMemory({}, { tools: [weigh] });
    expect(one.runtime.tools.get('mem_weigh')?.tool.description).toBe('How heavy. See also mem_weigh.');
    expect((await one.call('mem_weigh', { distance: 1 })).structured.values).toMatchObject({ race: undefined });
  });

  it('leaves a tool out that the server does itself, and names that one', async () => {
    const { runtime } = connectMemory({}, { tools, instead: { race: 'own_race' } });
    expect([...runtime.tools.keys()]).toEqual(['mem_weigh']);
    expect(runtime.tools.get('mem_weigh')?.tool.description).toContain('For the rest mem_own_race.');
  });

  it('gives examples of the provider’s own ids', () => {
    const { runtime } = connectMemory({}, { tools, samples: { activityId: 'i89', otherIds: ['i88'] } });
    expect(runtime.tools.get('mem_weigh')?.tool.examples).toEqual([{ distance: 3 }]);
  });

  it('refuses to start with an option about a tool that does not exist', () => {
    const options = {
      prefix: 'mem',
      platform: 'Memory',
      ports: {},
      samples: { activityId: 'a', otherIds: ['b'] as const },
      tools,
    };
    expect(() => trainingTools({ ...options, instead: { wiegh: 'weight' } })).toThrow('wiegh');
  });

  it('lets a failure through as it is', async () => {
    const { failure } = await connectMemory({}, { tools }).call('mem_race');
    expect(failure?.toText()).toBe('not_found: There is no race. Next: enter one.');
  });
});
