import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile } from './check.ts';

const shared = process.env.SHARED_DIR ?? resolve(import.meta.dirname, '../../../shared');
const file = join(shared, 'data', 'golden.json');
const there = existsSync(file);
if (!there) process.stdout.write(`skipped: ${file} is not there, set SHARED_DIR to run the golden numbers\n`);

const check = (golden: object) => checkFile('nowhere/golden.json', JSON.stringify(golden));

describe('the golden runner', () => {
  it.skipIf(!there)('finds nothing wrong with golden.json', () => {
    const tally = checkFile(file, readFileSync(file, 'utf8'));
    expect(tally.failures).toEqual([]);
    expect(tally.passed).toBeGreaterThan(10_000);
  });

  it('passes a right answer and names a wrong one with both numbers', () => {
    const tally = check({
      polarization_index: [
        { z: [80, 5, 15], pi: 2.3802 },
        { z: [80, 5, 15], pi: 3.2 },
      ],
    });
    expect(tally.passed).toBe(1);
    expect(tally.failures).toEqual([expect.stringMatching(/^polarization_index › 1 › pi: expected 3.2, got 2.380/)]);
  });

  it('fails a key that no metric computes', () => {
    const tally = check({ polarization_index: [{ z: [80, 5, 15], sparkle: 1 }], unheard_of: { x: 2 } });
    expect(tally.failures).toHaveLength(2);
    expect(tally.failures[1]).toContain('unheard_of › x: expected 2, got nothing');
  });

  it('says what it skipped when the activity files are not beside the golden file', () => {
    const tally = check({ activities: { 'dev/a.fit': { records: 1 } }, synthetic_series: { short_29s: { n: 29 } } });
    expect(tally).toMatchObject({ passed: 0, failures: [] });
    expect(tally.skipped).toHaveLength(2);
  });

  it('expects whole numbers exactly and decimals to their last digit', () => {
    const tally = check({ wbal_tau_skiba_2012: { 0: 862.0, 25: 741.2253, 50: 647.9 } });
    expect(tally.failures).toHaveLength(1);
  });
});
