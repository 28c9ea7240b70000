import { endpoint, path } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { wireSettingsProfile } from '../wire/athlete-settings.ts';
import { id, numbers, rows, text } from '../wire/blocks.ts';
import { wireSettingsGroup } from '../wire/sport-settings.ts';

type Body = Readonly<Record<string, unknown>>;
interface OfGroup {
  readonly athlete: string;
  /** Id of the group; reading also takes the name of one of its sports. */
  readonly group: string;
}

export const listSportSettings = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/sport-settings`,
  response: rows(wireSettingsGroup),
  cacheSeconds: 60,
  anewForWrites: true,
});

export const getSportSettings = endpoint<OfGroup>()({
  method: 'GET',
  path: ({ athlete, group }) => path`athlete/${athlete}/sport-settings/${group}`,
  response: wireSettingsGroup,
  cacheSeconds: 60,
  anewForWrites: true,
});

/** Sparse. `recalcHrZones` must be sent; `true` rebuilds the heart-rate zones from LTHR and maximum. */
export const updateSportSettings = endpoint<OfGroup & { patch: Body; recalculate: boolean }>()({
  method: 'PUT',
  path: ({ athlete, group }) => path`athlete/${athlete}/sport-settings/${group}`,
  query: ({ recalculate }) => ({ recalcHrZones: recalculate }),
  body: ({ patch }) => patch,
  response: wireSettingsGroup,
});

/** A group with the platform's defaults for these sports. */
export const createSportSettings = endpoint<{ athlete: string; sports: readonly string[] }>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/sport-settings`,
  body: ({ sports }) => ({ types: sports }),
  response: wireSettingsGroup,
});

export const deleteSportSettings = endpoint<OfGroup>()({
  method: 'DELETE',
  path: ({ athlete, group }) => path`athlete/${athlete}/sport-settings/${group}`,
  response: 'none',
});

/** Analyses past activities of the group again, later and in the background. */
export const applySportSettings = endpoint<OfGroup>()({
  method: 'PUT',
  path: ({ athlete, group }) => path`athlete/${athlete}/sport-settings/${group}/apply`,
  response: 'none',
});

export const matchingActivities = endpoint<OfGroup>()({
  method: 'GET',
  path: ({ athlete, group }) => path`athlete/${athlete}/sport-settings/${group}/matching-activities`,
  response: rows(z.object({ id, start_date_local: text, type: text })),
  cacheSeconds: 60,
  anewForWrites: true,
});

/** Metres: the grid of the pace curve, and the distances whose bests are shown. */
export const paceDistances = endpoint<OfGroup>()({
  method: 'GET',
  path: ({ athlete, group }) => path`athlete/${athlete}/sport-settings/${group}/pace_distances`,
  response: z.object({ distances: numbers, defaults: numbers }),
  cacheSeconds: 3600,
});

export const getAthleteSettings = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}`,
  response: wireSettingsProfile,
  cacheSeconds: 60,
  anewForWrites: true,
});

/** Sparse, and only keys of `domain/athlete/settings.ts`: the body could hold a password, and never does. */
export const updateAthlete = endpoint<{ athlete: string; patch: Body }>()({
  method: 'PUT',
  path: ({ athlete }) => path`athlete/${athlete}`,
  body: ({ patch }) => patch,
  response: wireSettingsProfile,
});
