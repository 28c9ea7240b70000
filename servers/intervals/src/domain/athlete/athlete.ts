import type { Athlete } from '@core/mcp-kit';
import type { WireAthlete } from '../../client/wire/athlete.ts';

/** An athlete as the kit routes calls. An account without a name goes by its id. */
export function toAthlete(wire: WireAthlete, ownId: string): Athlete {
  const joined = [wire.firstname, wire.lastname].filter((part) => part !== null && part !== '').join(' ');
  return {
    id: wire.id,
    name: wire.name ?? (joined === '' ? wire.id : joined),
    timeZone: wire.timezone ?? undefined,
    units: unitsOf(wire),
    isSelf: wire.id === ownId,
  };
}

/** `measurement_preference` is `meters` or `feet`, after Strava; anything else counts as metric. */
function unitsOf({ measurement_preference: preference }: WireAthlete): 'metric' | 'imperial' {
  return preference !== null && /feet|imperial|miles/i.test(preference) ? 'imperial' : 'metric';
}
