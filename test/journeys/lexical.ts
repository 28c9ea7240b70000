/** Words of a text: Latin ones in lower case without a plural s, Chinese characters in pairs. */
export function wordsOf(text: string): string[] {
  const latin = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const chinese = text.match(/\p{Script=Han}+/gu) ?? [];
  const pairs = chinese.flatMap((run) => Array.from(run, (first, i) => first + (run[i + 1] ?? '')));
  return [...latin.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)), ...pairs];
}

const K1 = 1.2;
const B = 0.75;

/** Names of the documents, best match first (Okapi BM25, k1 1.2, b 0.75). */
export function ranked(query: string, documents: ReadonlyMap<string, string>): string[] {
  const bags = Array.from(documents, ([name, text]) => ({ name, words: wordsOf(text) }));
  const meanLength = bags.reduce((sum, { words }) => sum + words.length, 0) / bags.length;
  const asked = [...new Set(wordsOf(query))];
  const rarity = new Map(
    asked.map((word) => {
      const having = bags.filter(({ words }) => words.includes(word)).length;
      return [word, Math.log(1 + (bags.length - having + 0.5) / (having + 0.5))] as const;
    }),
  );
  const scoreOf = (words: readonly string[]) =>
    asked.reduce((sum, word) => {
      const count = words.filter((each) => each === word).length;
      const damped = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * words.length) / meanLength));
      return sum + (rarity.get(word) ?? 0) * damped;
    }, 0);
  return bags
    .map(({ name, words }) => ({ name, score: scoreOf(words) }))
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);
}
