import { counted } from '../answer/counted.ts';
import type { LoadHistory } from '../ports/index.ts';

/**
 * Points that a platform counts towards ATL and not towards CTL, as of a sport that is left out of fitness (strength). Loads of
 * answers about form are those towards CTL; these stand beside them, so that a 0 is not read as rest.
 */
export function pointsForAtlOnly({ days }: LoadHistory, from: string): number {
  return days.reduce((sum, { day, load, atlLoad }) => {
    const known = day >= from && load !== null && atlLoad !== undefined && atlLoad !== null;
    return known ? sum + atlLoad - load : sum;
  }, 0);
}

/** Says on how many days since `from` that is so; nothing where it never is. */
export function atlOnlyNotes({ days }: LoadHistory, from: string, platform: string): string[] {
  const apart = days.filter(
    ({ day, load, atlLoad }) => day >= from && atlLoad !== undefined && atlLoad !== null && atlLoad !== load,
  );
  if (apart.length === 0) return [];
  return [
    `On ${counted(apart.length, 'day')} ${platform} counts other points towards ATL than towards CTL (a sport left out of fitness): load is what counts towards CTL.`,
  ];
}
