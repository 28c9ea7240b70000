import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_get_event', () => {
  const server = connected();

  it('gives steps in the form in which they can be sent back', async () => {
    const answer = await server.call('icu_get_event', { event_id: '5000333' });
    expect(answer.structured.event).toMatchObject({ name: '4 x 8 min threshold', planned_load: 85 });
    expect(answer.structured.steps).toEqual([
      { for: '15min', at: 'ramp 45-72% FTP', kind: 'warmup' },
      {
        repeat: 4,
        steps: [
          { for: '8min', at: '100% FTP' },
          { for: '4min', at: '50% FTP' },
        ],
      },
      { for: '10min', at: '50% FTP', kind: 'cooldown' },
    ]);
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('marks a note’s text as written by people and strips what hides in it', async () => {
    const { structured, text } = await server.call('icu_get_event', { event_id: '5020005' });
    expect(structured.user_text).toContain('text');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text).not.toMatch(/[\u0000\u0007\u001b]/);
  });

  it('refuses an id that does not exist', async () => {
    expect((await server.call('icu_get_event', { event_id: '1' })).failure?.kind).toBe('not_found');
  });
});
