import { describe, expect, it } from 'vitest';
import { closest } from './closest.ts';

describe('closest', () => {
  const flags = ['tools', 'toolsets', 'exclude-tools', 'read-only', 'review', 'port'];

  it('finds what was mistyped, best first', () => {
    expect(closest('tolsets', flags, 1)).toEqual(['toolsets']);
    expect(closest('readonly', flags, 1)).toEqual(['read-only']);
    expect(closest('REVIEW', flags, 1)).toEqual(['review']);
  });

  it('prefers the candidate of more equal length when one contains the other', () => {
    expect(closest('toolset', flags, 1)).toEqual(['toolsets']);
  });

  it('suggests nothing for a word that is like none', () => {
    expect(closest('wattage', flags)).toEqual([]);
  });
});
