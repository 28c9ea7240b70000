import { describe, expect, it } from 'vitest';
import { neverCall } from './never-call.ts';

const refused = (method: string, path: string) =>
  neverCall.some((each) => each.method === method && each.path.test(path));

describe('operations that are never sent', () => {
  it.each([
    ['DELETE', 'athlete/i1/events?oldest=2026-01-01&category=WORKOUT'],
    ['DELETE', 'athlete/i1/events'],
    ['DELETE', 'athlete/i1/events/5?others=true&notBefore=2026-01-01'],
    ['DELETE', 'disconnect-app'],
    ['PUT', 'activity/i1/streams'],
  ])('%s %s', (method, path) => {
    expect(refused(method, path)).toBe(true);
  });

  it.each([
    ['DELETE', 'athlete/i1/events/5'],
    ['DELETE', 'athlete/i1/events?oldest=2026-01-01&newest=2026-01-07&category=NOTE'],
    ['PUT', 'athlete/i1/events/5'],
    ['PUT', 'activity/i1/streams.csv'],
    ['PUT', 'athlete/i1/wellness/2026-01-01'],
    ['GET', 'athlete/i1'],
  ])('lets %s %s through', (method, path) => {
    expect(refused(method, path)).toBe(false);
  });

  it('says of each what happens when somebody does', () => {
    expect(neverCall.every(({ incident }) => incident.length > 30)).toBe(true);
  });
});
