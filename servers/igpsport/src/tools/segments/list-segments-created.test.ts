import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

describe('igp_list_segments_created', () => {
  it('says that there is none, and where the starred ones are', async () => {
    const { structured } = await connect(provider, sandboxPlatform()).call('igp_list_segments_created');
    expect(structured.rows).toEqual([]);
    expect(String(structured.notes)).toContain('igp_list_segments_collected');
  });

  it('follows the pages to the end, and counts what cannot be read', async () => {
    const platform = sandboxPlatform();
    const made = Array.from({ length: 45 }, (_, index) => ({
      id: index === 7 ? null : 900 + index,
      title: `S${index}`,
    }));
    const server = connect(provider, {
      ...platform,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const url = new URL(request.url);
        if (!url.pathname.endsWith('queryMyCreate')) return platform.fetch(request);
        const from = (Number(url.searchParams.get('pageNo')) - 1) * 20;
        return Response.json({ code: 0, message: 'success', data: { rows: made.slice(from, from + 20) } });
      },
    });
    const { structured } = await server.call('igp_list_segments_created', { limit: 100 });
    expect(objects(structured)).toHaveLength(44);
    expect(String(structured.notes)).toContain('1 segments could not be read');
  });

  it('fails in the region without segments', async () => {
    const { failure } = await connect(provider, sandboxPlatform({ region: 'intl' })).call('igp_list_segments_created');
    expect(failure?.kind).toBe('bad_input');
  });

  it('stays within the answer budget', async () => {
    const server = connect(provider, sandboxPlatform());
    expect(sizeOf(await server.call('igp_list_segments_created'))).toBeLessThanOrEqual(answerBudget.aim);
  });
});
