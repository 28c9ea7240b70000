import type { RosterAthlete } from '../ports/index.ts';

export interface Matched {
  readonly people: readonly RosterAthlete[];
  /** Nobody has the words themselves; these are a slip of the pen away. */
  readonly guessed: boolean;
}

/**
 * Athletes whose name has every word of a query as the beginning of one of its own, or whose e-mail address is it. Case
 * and accents do not matter. Where nobody matches, those whose names are one slip away (two from eight letters on).
 */
export function matchPeople(people: readonly RosterAthlete[], query: string): Matched {
  const wanted = words(query);
  const address = query.trim().toLowerCase();
  const exact = people.filter(
    ({ id, name, email }) =>
      id === query.trim() ||
      email?.toLowerCase() === address ||
      (wanted.length > 0 && wanted.every((word) => words(name).some((own) => own.startsWith(word)))),
  );
  if (exact.length > 0 || wanted.length === 0) return { people: exact, guessed: false };
  const alike = people.filter(({ name }) => wanted.every((word) => words(name).some((own) => isAlike(own, word))));
  return { people: alike, guessed: alike.length > 0 };
}

/** Lower case, without accents, split where a name is. */
function words(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function isAlike(own: string, word: string): boolean {
  const allowed = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  return distance(own, word) <= allowed || distance(own.slice(0, word.length), word) <= allowed;
}

/** Letters to add, drop, change, or swap with the next one (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array.from({ length: b.length }, () => 0)]);
  for (let j = 1; j <= b.length; j += 1) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + cost,
        swapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
      );
    }
  }
  return rows[a.length]![b.length]!;
}
