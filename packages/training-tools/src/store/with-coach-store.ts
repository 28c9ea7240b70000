import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Athlete, AthleteSource, CallScope, Connection, ConnectOptions } from '@core/mcp-kit';
import { sampleRecipes } from '../recipes/sample-recipes.ts';
import { aliasesByAthlete } from './aliases.ts';
import type { CoachStore } from './coach-store.ts';
import { MEMORY } from './database.ts';
import { openCoachStore } from './open-coach-store.ts';
import { KEY_BYTES } from './sealer.ts';

/** What a port has when its connection keeps a coach's store. */
export interface WithCoachStore {
  readonly coach: CoachStore;
}

type Options = Pick<ConnectOptions<unknown>, 'local' | 'log' | 'now'>;

/**
 * A connection whose port carries the store of whoever is logged in, and whose athletes answer to the coach's aliases.
 * Where nothing may stay on the machine the store is in memory, with a few recipes to try. Nothing is made, no key either, before something is kept.
 */
export function withCoachStore<Port extends object>(
  connection: Connection<Port>,
  { local, log, now }: Options,
): Connection<Port & WithCoachStore> {
  const place = local === undefined ? MEMORY : join(local.folder, 'coach.db');
  const own = randomBytes(KEY_BYTES);
  const opened = new Map<string, Promise<CoachStore>>();
  const open = async (login: string): Promise<CoachStore> => {
    const key = async () => local?.key('COACH_KEY') ?? own;
    const store = openCoachStore({ place, key, login: async () => login, log, now });
    if (place === MEMORY) for (const recipe of sampleRecipes) await store.put('recipe', recipe, { key: recipe.title });
    return store;
  };
  const storeOf = (login: string): Promise<CoachStore> => {
    const store = opened.get(login) ?? open(login);
    opened.set(login, store);
    return store;
  };
  const isThere = () => place === MEMORY || existsSync(place);
  const storeFor = (scope: CallScope): CoachStore =>
    lazily(async () => storeOf((await connection.athletes(scope).self()).id), isThere);
  return {
    ...connection,
    port: (scope) => ({ ...connection.port(scope), coach: storeFor(scope) }),
    athletes: (scope) => withAliases(connection.athletes(scope), storeFor(scope), log),
  };
}

/** Asks who is logged in only when the store is used, and reads nothing where nothing was kept. */
function lazily(store: () => Promise<CoachStore>, isThere: () => boolean): CoachStore {
  return {
    list: async (kind) => (isThere() ? (await store()).list(kind) : []),
    put: async (kind, record, where) => (await store()).put(kind, record, where),
    remove: async (kind, id) => (isThere() ? (await store()).remove(kind, id) : false),
    erase: async () => (isThere() ? (await store()).erase() : 0),
    destroy: async () => (await store()).destroy(),
  };
}

function withAliases(source: AthleteSource, store: CoachStore, log: Options['log']): AthleteSource {
  return {
    self: source.self,
    list: async (options) => {
      const athletes = await source.list(options);
      const aliases = await aliasesByAthlete(store).catch((error: unknown) => {
        // Athletes keep their ids and names; whoever needs the store itself hears of it then.
        log.log('warn', "The coach's aliases could not be read", { cause: error });
        return new Map<string, string[]>();
      });
      return athletes.map((athlete): Athlete => {
        const given = aliases.get(athlete.id);
        return given === undefined ? athlete : { ...athlete, aliases: given };
      });
    },
  };
}
