import type { Athlete } from '@core/mcp-kit';
import type { WireRosterAthlete, WireUser } from '../../client/identity/wire.ts';

/**
 * The owner of the login and everyone in the roster. The owner is the person that the service says signed in: a coach's
 * roster holds other people, and its first entry is anybody.
 */
export function toAthletes({ user }: WireUser): readonly [Athlete, ...Athlete[]] {
  const self: Athlete = {
    id: user.personId,
    name: nameOf(user),
    timeZone: user.timeZone ?? undefined,
    units: 'metric',
    isSelf: true,
  };
  const others = user.athletes
    .filter(({ athleteId }) => athleteId !== self.id)
    .map((wire): Athlete => ({ ...self, id: wire.athleteId, name: nameOf(wire), isSelf: false }));
  return [self, ...others];
}

/** First and last name, else the user name, else the id. */
function nameOf(wire: WireRosterAthlete | WireUser['user']): string {
  const joined = [wire.firstName, wire.lastName].filter((part) => part !== null && part.trim() !== '').join(' ');
  if (joined !== '') return joined;
  return wire.userName ?? ('personId' in wire ? wire.personId : wire.athleteId);
}
