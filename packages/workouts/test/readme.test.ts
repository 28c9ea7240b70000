import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { README, withGenerated } from '../scripts/readme.ts';

it('the README shows what the code does (node --conditions=@core/source scripts/readme.ts brings it up to date)', () => {
  const readme = readFileSync(README, 'utf8');
  expect(withGenerated(readme)).toBe(readme);
});
