import type { Athlete, CallContext } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import { planningLimit, tierFor } from '../domain/identity/tier.ts';

/** Why the platform may refuse a plan on one of these days: accounts that nobody pays for plan until tomorrow. */
export async function planningNotes(
  ctx: Pick<CallContext<TrainingPeaksPort>, 'port' | 'now' | 'today'>,
  athlete: Athlete,
  days: readonly string[],
): Promise<string[]> {
  const last = [...days].sort().at(-1);
  if (last === undefined) return [];
  const today = await ctx.today();
  const known = await ctx.port.identity.user();
  const tier = tierFor(known, athlete.id, today);
  const limit = planningLimit(tier, last, ctx.now());
  return limit === undefined ? [] : [limit];
}
