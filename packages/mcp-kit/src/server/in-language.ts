import { Failure } from '../failure/failure.ts';

/** Our own words in the user's language; a text that is not known comes back as it was. */
export type Translate = (text: string) => string;

/**
 * An answer with its sentences translated. Words that people wrote stay as they are: members and columns of `userText`.
 */
export function answerInLanguage(
  value: Readonly<Record<string, unknown>>,
  translate: Translate,
  userText: readonly string[],
): Record<string, unknown> {
  const kept = new Set(['name', 'title', 'description', ...userText.flatMap((path) => path.split('.').slice(-1))]);
  return membersOf(value, translate, kept);
}

/** A failure with message and next step translated; its kind and cause stay. */
export function failureInLanguage(failure: Failure, translate: Translate): Failure {
  const { kind, message, next, retryAfterSeconds, cause } = failure;
  return new Failure(kind, translate(message), {
    next: translate(next),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    cause,
  });
}

function translated(value: unknown, translate: Translate, kept: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return translate(value);
  if (Array.isArray(value)) return value.map((item) => translated(item, translate, kept));
  if (typeof value !== 'object' || value === null) return value;
  return membersOf(value, translate, kept);
}

function membersOf(value: object, translate: Translate, kept: ReadonlySet<string>): Record<string, unknown> {
  const { columns } = value as { readonly columns?: unknown };
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (kept.has(key) || key === 'columns') return [key, member];
      if (key === 'rows' && Array.isArray(columns) && Array.isArray(member)) {
        return [key, member.map((row) => rowOf(row, columns, translate, kept))];
      }
      return [key, translated(member, translate, kept)];
    }),
  );
}

function rowOf(row: unknown, columns: readonly unknown[], translate: Translate, kept: ReadonlySet<string>): unknown {
  if (!Array.isArray(row)) return translated(row, translate, kept);
  return row.map((cell, index) => (kept.has(String(columns[index])) ? cell : translated(cell, translate, kept)));
}
