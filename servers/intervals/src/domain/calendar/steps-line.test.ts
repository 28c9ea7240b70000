import { describe, expect, it } from 'vitest';
import { stepsLine } from './steps-line.ts';

describe('steps on one line', () => {
  it('reads as a coach would write it', () => {
    const steps = [
      { for: '15min', at: 'ramp 50-75% FTP', kind: 'warmup' as const },
      { repeat: 2, steps: [{ for: '20min', at: '88-94% FTP', cadence: '85-95' }, { for: '5min' }] },
      { for: '400mtr', at: 'Z4 pace', name: 'Fast', note: 'relax' },
    ];
    expect(stepsLine(steps)).toBe(
      '15min ramp 50-75% FTP (warmup), 2 x [20min 88-94% FTP 85-95 rpm, 5min], "Fast" 400mtr Z4 pace “relax”',
    );
  });
});
