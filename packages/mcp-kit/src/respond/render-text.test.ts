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

  it('writes what changed as a person reads it: from what, to what', () => {
    const changed = [
      { field: 'date', before: '2026-10-15', after: '2026-10-16' },
      { field: 'planned_load', before: null, after: 67 },
    ];
    expect(renderText({ changed })).toBe('changed:\n- date: 2026-10-15 → 2026-10-16\n- planned_load: nothing → 67');
  });
});
