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

const servers = [
  { id: 'a', platform: 'A', tools: [tool('a', 'get_today', 'get_today'), tool('a', 'own')] },
  { id: 'b', platform: 'B', tools: [tool('b', 'now', 'get_today'), tool('b', 'get_load', 'get_load')] },
];

it('shows what each server calls a shared tool, and which have it not', () => {
  const table = sharedTable(servers);
  expect(table.split('\n').slice(2)).toEqual([
    '| get_load | – | `b_get_load` |',
    '| get_today | `a_get_today` | `b_now` |',
  ]);
});

it('names the server’s own tool where that does it instead, and no tool that is not there', () => {
  expect(sharedTable(servers, { a: { get_load: 'a_own' } })).toContain(
    '| get_load | `a_own` (its own) | `b_get_load` |',
  );
  expect(() => sharedTable(servers, { a: { get_load: 'a_gone' } })).toThrow('a has no a_gone');
});
