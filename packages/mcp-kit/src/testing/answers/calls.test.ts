import { describe, expect, it } from 'vitest';
import { callsIn } from './calls.ts';

describe('calls in a text', () => {
  it('are found with their arguments, whatever stands in them', () => {
    expect(callsIn('icu_get_note {"text":"a } and \\"b\\"","more":{"n":1}}, or icu_list {}')).toEqual([
      { tool: 'icu_get_note', args: { text: 'a } and "b"', more: { n: 1 } } },
      { tool: 'icu_list', args: {} },
    ]);
  });

  it('are none without arguments', () => {
    expect(callsIn('see icu_get_note')).toEqual([]);
  });

  it('must have arguments that can be read', () => {
    expect(() => callsIn('icu_get_note {"text":}')).toThrow(SyntaxError);
  });
});
