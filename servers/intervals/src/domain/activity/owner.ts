import { Failure } from '@core/mcp-kit';

/** Whom an answer is about. */
export interface Owner {
  readonly id: string;
  readonly name: string;
}

/**
 * Holds an activity against the athlete that the answer will name: `/activity/{id}` knows no athlete, and a coach's key can
 * read everybody's.
 *
 * @throws Failure `bad_input` that names the athlete to ask for.
 */
export function requireOwner(
  activity: { readonly id: string; readonly icu_athlete_id: string | null },
  athlete: Owner,
): void {
  const owner = activity.icu_athlete_id;
  if (owner === null || owner === athlete.id) return;
  throw new Failure(
    'bad_input',
    `Activity ${activity.id} belongs to athlete ${owner}, not to ${athlete.name} (${athlete.id})`,
    {
      next: `send the same call with athlete: "${owner}"`,
    },
  );
}
