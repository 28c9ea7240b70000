import { expect, it } from 'vitest';
import { counted } from './counted.ts';

it.each([
  [counted(1, 'day'), '1 day'],
  [counted(0, 'day'), '0 days'],
  [counted(2, 'activity'), '2 activities'],
  [counted(1, 'planned session has', 'planned sessions have'), '1 planned session has'],
  [counted(3, 'planned session has', 'planned sessions have'), '3 planned sessions have'],
])('counts: %s', (said, wanted) => {
  expect(said).toBe(wanted);
});
