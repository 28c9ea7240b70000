/** A call that an answer names: `icu_get_events {"cursor":"k-3f"}`. */
export interface NamedCall {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
}

const start = /\b([a-z]+_[a-z0-9_]+) (?=\{)/g;

/** Every call that a text names with its arguments. Throws SyntaxError for arguments that are no JSON. */
export function callsIn(text: string): NamedCall[] {
  return [...text.matchAll(start)].map(({ 0: words, 1: tool = '', index }) => ({
    tool,
    args: JSON.parse(objectAt(text, index + words.length)),
  }));
}

/** The text of the JSON object that begins at a place, up to its closing brace. */
function objectAt(text: string, from: number): string {
  let depth = 0;
  let inText = false;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (inText && letter === '\\') at += 1;
    else if (letter === '"') inText = !inText;
    else if (!inText && letter === '{') depth += 1;
    else if (!inText && letter === '}') depth -= 1;
    if (depth === 0) return text.slice(from, at + 1);
  }
  return text.slice(from);
}
