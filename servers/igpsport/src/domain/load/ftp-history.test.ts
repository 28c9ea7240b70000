import { describe, expect, it } from 'vitest';
import { ftpHistory } from './ftp-history.ts';

describe('ftpHistory', () => {
  it('finds every change of a setting that holds for weeks, asking about few rides', async () => {
    const truth = [...Array(20).fill(258), ...Array(25).fill(247), ...Array(17).fill(241)];
    let asked = 0;
    const found = await ftpHistory(truth.length, async (index) => {
      asked += 1;
      return index % 5 === 2 ? null : truth[index] + 0.4;
    });
    const wrong = found.filter((ftp, index) => index % 5 !== 2 && ftp !== truth[index] + 0.4);
    expect(wrong).toEqual([]);
    expect(asked).toBeLessThanOrEqual(24);
  });

  it('asks twice about any number of rides while nothing changes', async () => {
    let asked = 0;
    const found = await ftpHistory(500, async () => {
      asked += 1;
      return 250;
    });
    expect(asked).toBe(2);
    expect(new Set(found)).toEqual(new Set([250]));
  });

  it('knows nothing where no ride tells, and stops asking', async () => {
    let asked = 0;
    const found = await ftpHistory(100, async () => {
      asked += 1;
      return null;
    });
    expect(found.every((ftp) => ftp === null)).toBe(true);
    expect(asked).toBeLessThanOrEqual(24);
  });
});
