import { describe, expect, it } from 'vitest';
import { renderText } from './render-text.ts';

describe('an answer as text', () => {
  it('says of an empty list or group that there is none', () => {
    expect(renderText({ flags: [], check: {}, coverage: { days: 3, skipped: {} } })).toBe(
      'flags: none\ncheck: none\ncoverage: days 3, skipped none',
    );
  });

  it('keeps 0, false and what was not recorded apart from it', () => {
    expect(renderText({ load: 0, indoor: false, rpe: null })).toBe('load: 0\nindoor: false\nrpe: none recorded');
  });

  it('writes groups in brackets and sentences one after another', () => {
    expect(renderText({ form: { now: { ctl: 50 } }, notes: ['One.', 'Two.'] })).toBe(
      'form: now (ctl 50)\nnotes: One. Two.',
    );
  });
});
