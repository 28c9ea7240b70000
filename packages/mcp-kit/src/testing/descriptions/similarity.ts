/** Two texts that say nearly the same. */
export interface AlikePair {
  readonly names: readonly [string, string];
  /** 0: no word in common; 1: the same words as often. */
  readonly cosine: number;
}

/**
 * Pairs of named texts whose words are alike, most alike first: the cosine of their TF-IDF vectors (term count × ln(texts ÷
 * texts with the term)). Words that all texts have weigh nothing.
 */
export function alikePairs(texts: Readonly<Record<string, string>>, least: number): AlikePair[] {
  const counts = Object.entries(texts).map(([name, text]) => [name, countsOf(text)] as const);
  const within = new Map<string, number>();
  for (const [, words] of counts) for (const word of words.keys()) within.set(word, (within.get(word) ?? 0) + 1);
  const vectors = counts.map(([name, words]) => {
    const weights = new Map([...words].map(([word, n]) => [word, n * Math.log(counts.length / within.get(word)!)]));
    return { name, weights, length: Math.hypot(...weights.values()) };
  });
  return vectors
    .flatMap((a, i) => vectors.slice(i + 1).map((b) => ({ names: [a.name, b.name] as const, cosine: cosineOf(a, b) })))
    .filter(({ cosine }) => cosine >= least)
    .sort((a, b) => b.cosine - a.cosine);
}

interface Vector {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

function cosineOf(a: Vector, b: Vector): number {
  let dot = 0;
  for (const [word, weight] of a.weights) dot += weight * (b.weights.get(word) ?? 0);
  return a.length === 0 || b.length === 0 ? 0 : dot / (a.length * b.length);
}

function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}\p{N}_]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
