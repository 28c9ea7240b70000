import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countReport } from './counts.ts';

function report(numbers: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'counts-')), 'report.json');
  writeFileSync(file, JSON.stringify(numbers));
  return file;
}

describe('countReport', () => {
  it('reads what vitest counted', () => {
    const file = report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 0 });
    expect(countReport(file, false)).toEqual({ passed: 5, failed: 2, skipped: 1 });
  });

  it('counts a failure when the task failed although no test did', () => {
    const file = report({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 });
    expect(countReport(file, false).failed).toBe(1);
  });

  it('counts a failure when there is no report, or nothing ran', () => {
    expect(countReport('/no/such/report.json', true).failed).toBe(1);
    const file = report({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 });
    expect(countReport(file, true).failed).toBe(1);
  });
});
