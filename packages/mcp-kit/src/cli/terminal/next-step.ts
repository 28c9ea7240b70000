/** The `Next:` of a failure is written for a model; at a terminal the reader is the user it speaks of. */
export function forPeople(next: string): string {
  return next.replace(/^(?:ask|tell) the user:? (?:to )?/, '');
}
