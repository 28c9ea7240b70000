const deepest = 5;
const longest = 500;

/** An error with what caused it, in one line: `Failure: … ← Error: …`; with its stack when a person is debugging. */
export function describeError(error: Error, withStack: boolean): string {
  const parts: string[] = [];
  let cause: unknown = error;
  while (cause !== undefined && cause !== null && parts.length < deepest) {
    parts.push(cause instanceof Error ? `${cause.name}: ${cut(cause.message)}${codeOf(cause)}` : String(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  const chain = parts.join(' ← ');
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return withStack && frames.length > 0 ? `${chain}\n${frames.join('\n')}` : chain;
}

/** One line, and not the whole of a long one: a schema error lists every field. */
function cut(message: string): string {
  const line = message.replaceAll(/\s*\n\s*/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function codeOf(error: Error): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? ` (${code})` : '';
}
