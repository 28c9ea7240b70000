import type { WireUser } from '../../client/identity/wire.ts';
import { toAthletes } from './athlete.ts';
import { tierFor } from './tier.ts';

/** One line for everybody whom the login may see, the owner first. */
export function rosterRows(wire: WireUser, today: string) {
  const entries = new Map(wire.user.athletes.map((entry) => [entry.athleteId, entry]));
  return toAthletes(wire).map(({ id, name, isSelf }) => {
    const entry = entries.get(id);
    const ends = entry?.expireOn ?? (isSelf ? wire.user.expireDate : null);
    return {
      id,
      name,
      you: isSelf ? true : null,
      account: tierFor(wire, id, today),
      account_ends: ends?.slice(0, 10) ?? null,
      last_planned: entry?.lastPlannedWorkout?.slice(0, 10) ?? null,
    };
  });
}
