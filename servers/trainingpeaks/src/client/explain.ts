import type { ErrorAnswer, Explanation } from '@core/mcp-kit/http';

/** The service's known sentences, compared and never quoted: what each means and what helps. */
const known: readonly (readonly [text: RegExp, explanation: Explanation])[] = [
  [
    /invalid workoutid/i,
    {
      kind: 'not_found',
      message: 'TrainingPeaks has no workout with that id for this athlete',
      next: 'list the workouts of the day to get a current id, then call again',
    },
  ],
  [
    /premium account/i,
    {
      kind: 'forbidden',
      message: 'TrainingPeaks does this for premium accounts only; a basic one plans until tomorrow',
      next: 'choose today or tomorrow, or tell the user what it takes',
    },
  ],
];

/** Reads an error answer of the service into our own words. */
export function explain({ status, body, text }: ErrorAnswer): Explanation | undefined {
  if (status < 400 || status > 499) return undefined;
  const said = text ?? messageOf(body);
  return known.find(([pattern]) => pattern.test(said))?.[1];
}

/** A refused exchange is about the cookie, whatever its status; an outage is not, and never costs the login. */
export function explainExchange(loginCommand: string) {
  return ({ status }: ErrorAnswer): Explanation | undefined => {
    return status === 400 || status === 401 || status === 403 ? loginEnded(loginCommand) : undefined;
  };
}

/** What a person has to know and do when the cookie is worth nothing any more. */
export function loginEnded(loginCommand: string) {
  return {
    kind: 'auth',
    message: 'The TrainingPeaks login has ended: the cookie expired, or somebody logged out in the browser',
    next: `ask the user to sign in on app.trainingpeaks.com and run \`${loginCommand}\`, then call again`,
  } as const;
}

function messageOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const { message, Message } = body as { message?: unknown; Message?: unknown };
  const said = message ?? Message;
  return typeof said === 'string' ? said : '';
}
