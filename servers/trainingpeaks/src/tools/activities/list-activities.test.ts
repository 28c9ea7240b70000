import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

describe('tp_list_activities', () => {
  it('gives the activities of the range with distances in kilometres', async () => {
    const server = connect(provider, sandboxPlatform());
    const { structured } = await server.call('tp_list_activities', { oldest: '2026-11-19', newest: '2026-11-20' });
    expect(structured.rows).toEqual([['2', '2026-11-20', 'Hills', 42.2], ['1', '2026-11-19', 'Easy', null]]);
  });

  it('refuses a day in another format', async () => {
    const server = connect(provider, sandboxPlatform());
    const { failure } = await server.call('tp_list_activities', { oldest: '19.11.2026' });
    expect(failure?.kind).toBe('bad_input');
  });
});
