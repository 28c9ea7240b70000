import type { Athlete } from '@core/mcp-kit';
import type { WireAddedAthlete } from '../../client/groups/wire.ts';
import type { WireRosterAthlete, WireUser } from '../../client/identity/wire.ts';

/**
 * The owner of the login and everyone whom it may see. The owner is the person that the service says signed in: a coach's
 * roster holds other people, and its first entry is anybody. Athletes have no time zone of their own on the wire: their
 * days are counted in the owner's.
 */
export function toAthletes(
  { user }: WireUser,
  beyond: { readonly added: readonly WireAddedAthlete[]; readonly inGroups: readonly string[] } = {
    added: [],
    inGroups: [],
  },
): readonly [Athlete, ...Athlete[]] {
  const self: Athlete = {
    id: user.personId,
    name: nameOf(user, user.personId),
    timeZone: zoneOf(user),
    units: 'metric',
    isSelf: true,
  };
  const others = new Map<string, Athlete>();
  const add = (id: string, name: string): void => {
    if (id !== self.id && !others.has(id)) others.set(id, { ...self, id, name, isSelf: false });
  };
  for (const wire of user.athletes) add(wire.athleteId, nameOf(wire, wire.athleteId));
  for (const wire of beyond.added) add(wire.athleteId, nameOf(wire, wire.athleteId));
  for (const id of beyond.inGroups) add(id, `Athlete ${id}`);
  return [self, ...others.values()];
}

/** The owner's time zone; `undefined` when there is none, or one that this machine does not know. */
export function zoneOf({ timeZone }: WireUser['user']): string | undefined {
  try {
    return timeZone === null ? undefined : new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

type Named = Pick<WireRosterAthlete, 'firstName' | 'lastName'> & Partial<Pick<WireRosterAthlete, 'userName'>>;

/** First and last name, else the user name, else the id. */
function nameOf({ firstName, lastName, userName }: Named, id: string): string {
  const joined = [firstName, lastName].filter((part) => part !== null && part.trim() !== '').join(' ');
  return joined === '' ? (userName ?? `Athlete ${id}`) : joined;
}
