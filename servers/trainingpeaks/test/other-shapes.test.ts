import { describe, expect, it } from 'vitest';
import type { Quirks } from '../sandbox/quirks.ts';
import { provider } from '../src/provider.ts';
import { connected } from './connected.ts';

/** Shapes that some accounts were seen to get instead of the usual ones, all at once. */
const others: Partial<Quirks> = {
  nullLists: true,
  sameDayForm: true,
  projectsPlannedLoad: true,
  timeFrame: 'text',
  noEventIsEmpty: true,
  unwrappedUser: true,
  samplesAsObjects: true,
  singleAsList: true,
  strictOrigin: true,
  strictHost: true,
};

describe('shapes that only some accounts get', () => {
  const reads = provider.tools.filter(({ effect, toolset }) => effect === 'read' && toolset !== 'groups');
  it.each(reads.map((tool) => [tool.name, tool] as const))('are read by %s', async (name, { examples }) => {
    const server = connected();
    Object.assign(server.quirks, others);
    for (const example of examples) {
      const { structured, failure } = await server.call(name, example);
      expect(failure?.toText()).toBeUndefined();
      expect(JSON.stringify(structured)).not.toContain('NaN');
    }
  });
});
