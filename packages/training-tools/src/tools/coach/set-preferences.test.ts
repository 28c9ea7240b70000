import { describe, expect, it } from 'vitest';
import { connectMemory } from '../../testing/index.ts';

const server = () => connectMemory({});

describe('set_preferences', () => {
  it('keeps one style, one alias and one bound, whatever was set before', async () => {
    const { call } = server();
    await call('mem_set_preferences', { targets: 'zone', alias: 'Sara', rule: 'form_low', bound: -20 });
    const { structured } = await call('mem_set_preferences', {
      targets: 'percent',
      alias: 'Sarah',
      rule: 'form_low',
      bound: -25,
    });
    expect(structured).toMatchObject({
      written: true,
      preferences: { targets: 'percent', aliases: { m1: ['Sarah'] } },
    });
    expect((structured.preferences as { bounds: string[] }).bounds).toContain(
      'form_low: below -25 points (yours; -30 otherwise)',
    );
  });

  it('goes back to what was', async () => {
    const { call } = server();
    await call('mem_set_preferences', { alias: 'Sarah', rule: 'form_low', bound: -25 });
    const { structured } = await call('mem_set_preferences', { alias: '', rule: 'form_low' });
    expect(structured.preferences).toMatchObject({
      aliases: {},
      bounds: expect.arrayContaining(['form_low: below -30 points']),
    });
  });

  it('names the rules there are when one is not', async () => {
    const { call } = server();
    const { failure } = await call('mem_set_preferences', { rule: 'form', bound: 1 });
    expect(failure?.toText()).toContain('rule: "form_low", bound: -30');
    expect((await call('mem_set_preferences', { bound: 1 })).failure?.kind).toBe('bad_input');
  });
});
