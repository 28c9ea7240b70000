import type { CallContext } from '@core/mcp-kit';
import type { Delivery, DeliveryPort } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { type Tier, tierFor } from '../domain/identity/tier.ts';
import { sportName } from '../domain/workouts/sport.ts';
import { isDone } from '../domain/workouts/status.ts';
import { storedSteps } from '../domain/workouts/steps.ts';
import { workoutsOf } from './shared-page.ts';

const DAY_OFF = 7;

/**
 * What can be told of device delivery on TrainingPeaks. Devices fetch from it by themselves (Autosync), and it tells neither
 * which are connected nor what they took: the account's tier, the steps and the visibility say what cannot arrive.
 */
export function deliveryPort(ctx: CallContext<TrainingPeaksPort>): DeliveryPort {
  return {
    sessions: async ({ id: athlete }, range) => {
      const [user, { items, skipped }, today] = await Promise.all([
        ctx.port.identity.user(),
        workoutsOf(ctx, athlete, range),
        ctx.today(),
      ]);
      const tier = tierFor(user, athlete, today);
      const planned = items.filter((workout) => !isDone(workout) && workout.workoutTypeValueId !== DAY_OFF);
      return {
        items: planned.flatMap((workout) => toDelivery(workout, tier) ?? []).sort((a, b) => (a.day < b.day ? -1 : 1)),
        skipped: skipped > 0 ? { 'cannot be read': skipped } : {},
        lastUpload: null,
      };
    },
  };
}

function toDelivery(workout: WireWorkout, tier: Tier | null): Delivery | undefined {
  const { workoutDay: day, workoutId: sessionId, title: name, workoutTypeValueId: sport } = workout;
  if (day === null) return undefined;
  return { sessionId, day, name, sport: sportName(sport), devices: [], ...verdictOf(workout, tier) };
}

function verdictOf(workout: WireWorkout, tier: Tier | null): Pick<Delivery, 'verdict' | 'why'> {
  if (workout.isHidden === true) return { verdict: 'failed', why: 'it is hidden from the athlete: show it first' };
  if (storedSteps(workout) === undefined) return { verdict: 'nothing_to_send', why: 'it has no steps' };
  if (tier === 'basic') {
    return { verdict: 'failed', why: 'Basic account: devices do not get the steps; only Premium ones do' };
  }
  const account = tier === null ? 'the tier of the account cannot be read' : 'the account may get steps';
  return { verdict: 'unknown', why: `${account}; TrainingPeaks tells neither the devices nor what they fetched` };
}
