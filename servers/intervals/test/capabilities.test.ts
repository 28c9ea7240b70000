import { join } from 'node:path';
import { capabilitySuite } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { capabilities } from '../src/capabilities/rows.ts';
import { sections } from '../src/capabilities/sections.ts';
import { prompts } from '../src/prompts/index.ts';
import { provider } from '../src/provider.ts';
import { resources } from '../src/resources/index.ts';

capabilitySuite(provider, capabilities, join(import.meta.dirname, '..'));

describe('the capability table', () => {
  it('has all 61 tools of the leading server, each once', () => {
    const names = capabilities.filter(({ section }) => section === sections.leading).map(({ what }) => what);
    expect(new Set(names).size).toBe(61);
    expect(names).toHaveLength(61);
  });

  it('has its 4 resources and 9 prompts, and each is really served', () => {
    const rows = capabilities.filter(({ section }) => section === sections.resources).map(({ what }) => what);
    expect(rows).toHaveLength(13);
    const served = [...resources.map(({ uri }) => `\`${uri}\``), ...prompts.map(({ name }) => name)];
    expect(rows.filter((row) => !served.includes(row))).toEqual([]);
  });
});
