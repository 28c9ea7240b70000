import { describe, expect, it } from 'vitest';
import { zoneRanges } from './zones.ts';

describe('zones as ranges', () => {
  it('starts a heart-rate zone one beat above the top below, because tops are inclusive', () => {
    expect(zoneRanges([132, 152, 190], ['Recovery', 'Aerobic'], 'beats')).toEqual([
      { name: 'Recovery', from: 0, to: 132 },
      { name: 'Aerobic', from: 133, to: 152 },
      { name: 'Z3', from: 153, to: 190 },
    ]);
  });

  it('leaves no gap between percentages, and opens the top that is written as 999', () => {
    expect(zoneRanges([55, 75, 999], [], 'percent')).toEqual([
      { name: 'Z1', from: 0, to: 55 },
      { name: 'Z2', from: 55, to: 75 },
      { name: 'Z3', from: 75, to: null },
    ]);
  });
});
