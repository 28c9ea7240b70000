import { type CallContext, Failure, findAthlete } from '@core/mcp-kit';
import type { WireGroup } from '../client/groups/wire.ts';
import type { TrainingPeaksPort } from '../client/index.ts';
import { toAthletes } from '../domain/identity/athlete.ts';

type Context = Pick<CallContext<TrainingPeaksPort>, 'port' | 'self'>;

/** The coach's groups, and whose they are. */
export async function readGroups({ port, self }: Context) {
  const { id: coach } = await self();
  const user = await port.identity.user();
  if (user.accountStatus?.isCoach === false) {
    throw new Failure('forbidden', 'Groups belong to coach accounts, and this account coaches nobody', {
      next: 'do without groups',
    });
  }
  const { items, skipped } = await port.groups.list({ coach });
  return { coach, groups: items, skipped };
}

/** @throws Failure `not_found` naming what there is. */
export function requireGroup(groups: readonly WireGroup[], id: string): WireGroup {
  const found = groups.find((group) => group.id === id);
  if (found !== undefined) return found;
  const known = groups.map(({ name, id: each }) => `${name ?? 'unnamed'} (${each})`).slice(0, 15);
  throw new Failure('not_found', `There is no group ${id}`, {
    next: known.length === 0 ? 'there are none yet: tp_create_group' : `use one of ${known.join(', ')}`,
  });
}

/** @throws Failure `blocked` for the group of everybody, which the service keeps as it is. */
export function refuseDefaultGroup({ isDefault, name }: WireGroup): void {
  if (isDefault !== true) return;
  throw new Failure('blocked', `TrainingPeaks does not let the default group (${name ?? 'unnamed'}) be changed`, {
    next: 'use another group, or create one with tp_create_group',
  });
}

/** The group of that name, whatever its case. */
export function groupNamed(groups: readonly WireGroup[], name: string): WireGroup | undefined {
  const wanted = name.trim().toLowerCase();
  return groups.find((group) => group.name?.trim().toLowerCase() === wanted);
}

/** @throws Failure `conflict` when another group has the name. */
export function refuseTakenName(groups: readonly WireGroup[], name: string, own: string): void {
  const taken = groupNamed(groups, name);
  if (taken === undefined || taken.id === own) return;
  throw new Failure('conflict', `There is another group ${JSON.stringify(taken.name)} (${taken.id})`, {
    next: 'choose another name',
  });
}

/** Names of the roster by id. */
export async function rosterNames({ port }: Pick<Context, 'port'>): Promise<ReadonlyMap<string, string>> {
  return new Map(toAthletes(await port.identity.user()).map(({ id, name }) => [id, name]));
}

/**
 * The athletes that ids or names mean, each once. The roster is read anew when one is not found.
 *
 * @throws Failure `not_found` or `ambiguous` with the candidates, before anything is written.
 */
export async function resolveAthletes({ port }: Pick<Context, 'port'>, queries: readonly string[]) {
  const source = {
    self: async () => toAthletes(await port.identity.user())[0],
    list: async ({ fresh = false } = {}) => toAthletes(await (fresh ? port.identity.userNow() : port.identity.user())),
  };
  const found = new Map<string, { readonly id: string; readonly name: string }>();
  for (const query of queries) {
    const athlete = await findAthlete(source, query);
    found.set(athlete.id, athlete);
  }
  return [...found.values()];
}
