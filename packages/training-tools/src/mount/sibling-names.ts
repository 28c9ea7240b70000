/** What shared tools are called on one server. */
export interface SiblingNames {
  /** With prefix. */
  readonly nameOf: (tool: string) => string;
  /** A text with `{find_similar}` as the server's name for it; sentences about tools that it lacks are left out. */
  readonly inText: (text: string) => string;
  /** `icu_find_similar {"activity_id":"1"}`; `undefined` where the server has no such tool. */
  readonly call: (tool: string, args: Readonly<Record<string, unknown>>) => string | undefined;
}

/** @param names shared name → the server's, without prefix; only of tools that it has */
export function siblingNames(prefix: string, names: ReadonlyMap<string, string>): SiblingNames {
  const nameOf = (tool: string): string => `${prefix}_${names.get(tool) ?? tool}`;
  const mentioned = /\{([a-z0-9_]+)\}/g;
  return {
    nameOf,
    inText: (text) =>
      text
        .split(/(?<=[.!?])\s+/)
        .filter((sentence) => [...sentence.matchAll(mentioned)].every(([, tool = '']) => names.has(tool)))
        .map((sentence) => sentence.replace(mentioned, (_, tool: string) => nameOf(tool)))
        .join(' '),
    call: (tool, args) => (names.has(tool) ? `${nameOf(tool)} ${JSON.stringify(args)}` : undefined),
  };
}
