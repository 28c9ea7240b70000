import { triageRules } from '../roster/triage-rules.ts';
import { aliasesByAthlete } from './aliases.ts';
import type { CoachStore } from './coach-store.ts';
import { preferencesOf } from './preferences.ts';

/** Preferences as answers show them: every rule with the bound that holds and whose it is. */
export async function shownPreferences(store: Pick<CoachStore, 'list'>) {
  const { targets, bounds } = await preferencesOf(store);
  return {
    targets,
    aliases: Object.fromEntries(await aliasesByAthlete(store)),
    bounds: triageRules.map(
      ({ id, bound, beyond, unit }) =>
        `${id}: ${beyond} ${bounds[id] ?? bound} ${unit}${bounds[id] === undefined ? '' : ` (yours; ${bound} otherwise)`}`,
    ),
  };
}
