/** One instruction of a Dockerfile: `RUN npm install …`. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** The instructions of a Dockerfile, comments gone and continued lines joined. */
export function instructionsOf(text: string): Instruction[] {
  const lines = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n');
  return lines.flatMap((line) => {
    const [, name, rest] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
    return name === undefined || rest === undefined ? [] : [{ name, rest }];
  });
}

/** `ARG A=1` and `ENV A=1` as variables, in their order, with what was given on the command line of the build. */
export function variablesOf(
  instructions: readonly Instruction[],
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const pairs = instructions
    .filter(({ name }) => name === 'ARG' || name === 'ENV')
    .map(({ name, rest }) => {
      const [key = '', value = ''] = rest.split(/=(.*)/s);
      return [key, (name === 'ARG' ? given[key] : undefined) ?? value] as const;
    });
  return Object.fromEntries(pairs);
}

/** The words of an instruction in its JSON form: `ENTRYPOINT ["a", "b"]`. */
export function wordsOf(instructions: readonly Instruction[], name: string): string[] {
  const rest = instructions.findLast((instruction) => instruction.name === name)?.rest ?? '[]';
  return JSON.parse(rest.slice(rest.indexOf('['))) as string[];
}
