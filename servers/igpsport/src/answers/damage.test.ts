import { connect } from '@core/mcp-kit/testing';
import { expect, it } from 'vitest';
import { sandboxPlatform } from '../../sandbox/platform.ts';
import { provider } from '../provider.ts';

it.each(['igp_get_activity_climbs', 'igp_get_activity_efforts', 'igp_get_activity_laps', 'igp_get_activity_streams'])(
  '%s says that half of the file is missing',
  async (tool) => {
    const platform = sandboxPlatform();
    const server = connect(provider, {
      ...platform,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const response = await platform.fetch(request);
        if (!/aliyuncs/.test(request.url)) return response;
        const bytes = await response.arrayBuffer();
        return new Response(bytes.slice(0, bytes.byteLength / 2));
      },
    });
    const { structured, failure } = await server.call(tool, { activity_id: '41200572' });
    expect(failure?.toText()).toBeUndefined();
    expect(String(structured.notes)).toContain('The file is damaged');
  },
);
