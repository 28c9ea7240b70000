import type { DecodedRide } from '../domain/ride/decode.ts';

/** That a file was damaged, said beside everything that was made of it; nothing of a whole one. */
export function damageNotes({ activity }: Pick<DecodedRide, 'activity'>): string[] {
  const kinds = [...new Set(activity.problems.map(({ kind }) => kind))];
  return kinds.length > 0 ? [`The file is damaged (${kinds.join(', ')}); what it lost is missing here.`] : [];
}
