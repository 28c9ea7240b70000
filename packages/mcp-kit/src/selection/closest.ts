/**
 * The candidates most like `word`, best first, at most `count`; only those close enough that a person could have meant
 * them (edit distance up to a third of the length, or one contains the other).
 */
export function closest(word: string, candidates: readonly string[], count = 3): string[] {
  const wanted = word.toLowerCase();
  const near = candidates
    .map((candidate) => ({ candidate, distance: likeness(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.ceil(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate));
  const best = near[0]?.distance ?? 0;
  return near
    .filter(({ distance }) => distance <= best + 1)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

function likeness(a: string, b: string): number {
  // Of two that hold the word the one of more equal length is meant: `toolset` is `toolsets`, not `tools`.
  if (a.length >= 3 && (b.includes(a) || a.includes(b))) return Math.abs(a.length - b.length) / 100;
  return editDistance(a, b);
}

/** Levenshtein distance with one row of memory. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
