import { Failure } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import type { WireSettingsGroup } from '../client/wire/sport-settings.ts';

/**
 * The settings of a sport, by the name of one of its sports or by the group's id. The group for all other sports is never
 * taken in place of a missing one: a change there would touch them all.
 *
 * @throws Failure `not_found` that names the groups.
 */
export async function groupFor(port: IntervalsPort, athlete: string, sport: string): Promise<WireSettingsGroup> {
  const { items } = await port.settings.listSportSettings({ athlete });
  const found = items.find(({ id, types }) => id === sport || types.includes(sport));
  if (found !== undefined) return found;
  const groups = items.map(({ types }) => types[0]).join(', ');
  throw new Failure('not_found', `There are no settings of its own for ${sport.slice(0, 40)}`, {
    next: `use one of: ${groups}, or create them with icu_create_sport_settings`,
  });
}
