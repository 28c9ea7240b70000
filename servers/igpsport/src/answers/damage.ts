import type { DecodedRide } from '../domain/ride/decode.ts';
import type { Language } from '../language/language.ts';
import { rideWords } from '../language/rides.ts';

/** That a file was damaged, said beside everything that was made of it; nothing of a whole one. */
export function damageNotes({ activity }: Pick<DecodedRide, 'activity'>, language: Language): string[] {
  const kinds = [...new Set(activity.problems.map(({ kind }) => kind))];
  return kinds.length > 0 ? [rideWords(language).damaged(kinds.join(', '))] : [];
}
