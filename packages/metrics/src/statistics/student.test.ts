import { describe, expect, it } from 'vitest';
import { studentQuantile, studentTail } from './student.ts';

describe("Student's t", () => {
  it.each([
    [0.95, 1, 12.7062],
    [0.95, 4, 2.7764],
    [0.95, 10, 2.2281],
    [0.99, 5, 4.0321],
    [0.9, 30, 1.6973],
    [0.95, 1e7, 1.96],
  ])('has the tabled two-sided quantile of %d for %d degrees of freedom', (confidence, freedom, t) => {
    expect(studentQuantile(confidence, freedom)).toBeCloseTo(t, 4);
    expect(studentTail(t, freedom)).toBeCloseTo(1 - confidence, 4);
  });

  it('leaves everything beyond 0, nothing beyond infinity, and does not know a sign', () => {
    expect(studentTail(0, 7)).toBe(1);
    expect(studentTail(Number.POSITIVE_INFINITY, 7)).toBe(0);
    expect(studentTail(-2, 7)).toBe(studentTail(2, 7));
  });
});
