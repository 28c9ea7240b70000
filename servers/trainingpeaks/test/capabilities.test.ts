import { join } from 'node:path';
import { capabilitySuite } from '@core/mcp-kit/testing';
import { expect, it } from 'vitest';
import { capabilities } from '../src/capabilities/rows.ts';
import { provider } from '../src/provider.ts';

capabilitySuite(provider, capabilities, join(import.meta.dirname, '..'));

it('the capability table has all 85 tools of the existing server, each once', () => {
  const names = capabilities.filter(({ section }) => section === 'Tool of the existing server');
  expect(new Set(names.map(({ what }) => what)).size).toBe(85);
  expect(names).toHaveLength(85);
});
