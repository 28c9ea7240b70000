import { describe, expect, it } from 'vitest';
import { connectMemory } from '../../testing/index.ts';

const server = () => connectMemory({});

describe('get_preferences', () => {
  it('asks for what is unknown, then shows what was set', async () => {
    const { call } = server();
    expect((await call('mem_get_preferences')).text).toContain('Ask whether targets are zones or percent');
    await call('mem_set_preferences', { targets: 'percent', alias: 'Sarah', rule: 'form_low', bound: -25 });
    const { structured, text } = await call('mem_get_preferences');
    expect(structured.preferences).toMatchObject({ targets: 'percent', aliases: { m1: ['Sarah'] } });
    expect(text).toContain('form_low: below -25 points (yours; -30 otherwise)');
    expect(text).not.toContain('Ask whether');
  });
});
