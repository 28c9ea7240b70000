import type { Athlete } from '@core/mcp-kit';
import type { WireAthlete } from '../client/wire/athlete.ts';

/** The account's owner: this key sees nobody else. */
export function toAthlete({ id, name, timezone }: WireAthlete): Athlete {
  return { id, name: name ?? id, timeZone: timezone ?? undefined, units: 'metric', isSelf: true };
}
