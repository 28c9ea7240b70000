import { toolsFor } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { expect, it } from 'vitest';
import { sharedTable } from './shared-table.ts';

const tool = (prefix: 'a' | 'b', name: string, shared?: string) =>
  toolsFor<never>()(prefix)({
    name: `${prefix}_${name}` as `${typeof prefix}_${string}`,
    title: name,
    toolset: 'x',
    effect: 'read',
    description: 'Says so.',
    input: z.object({}),
    output: z.object({}),
    examples: [{}],
    handler: async () => ({}),
    ...(shared !== undefined && { shared: { from: '@core/some', name: shared } }),
  });

it('shows what each server calls a shared tool, and which have it not', () => {
  const table = sharedTable([
    { platform: 'A', tools: [tool('a', 'get_today', 'get_today'), tool('a', 'own')] },
    { platform: 'B', tools: [tool('b', 'now', 'get_today'), tool('b', 'get_load', 'get_load')] },
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| get_load | – | `b_get_load` |',
    '| get_today | `a_get_today` | `b_now` |',
  ]);
});
