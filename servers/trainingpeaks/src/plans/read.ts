import { Failure, type Part, partOf } from '@core/mcp-kit';
import type { WireList } from '@core/mcp-kit/http';
import type { TrainingPeaksPort } from '../client/index.ts';
import { isBanner, itemsOf, type PlanContents } from '../domain/plans/contents.ts';

/** Plans lie on days of any year; the service sets no limit here. */
const DAYS = { oldest: '2010-12-15', newest: '2038-09-13' };

/** A plan with all that is on its days. What it has beside workouts is missed without failing, and then said. */
export async function readPlan(port: TrainingPeaksPort, plan: string): Promise<PlanContents> {
  const { plans } = port;
  const [summary, workouts, notes, events, sessions] = await Promise.all([
    plans.get({ plan }),
    plans.workouts({ plan, ...DAYS }),
    partOf(plans.notes({ plan, ...DAYS })),
    partOf(plans.events({ plan, ...DAYS })),
    partOf(plans.strength({ plan, ...DAYS })),
  ]);
  const items = itemsOf({
    workouts: workouts.items,
    notes: listOf(notes),
    events: listOf(events),
    sessions: listOf(sessions),
  });
  // A plan without a start begins with its first workout, headings included.
  const days = [...workouts.items.map(({ workoutDay }) => workoutDay), ...items.map(({ day }) => day)].filter(
    (day) => day !== null,
  );
  return {
    plan: summary,
    start: summary.startDate ?? days.sort()[0] ?? DAYS.oldest,
    items,
    banners: workouts.items.filter(isBanner).length,
    notes: [
      ...missing(workouts.skipped, 'workouts'),
      ...missedPart(notes, 'notes'),
      ...missedPart(events, 'events'),
      ...missedPart(sessions, 'strength sessions'),
    ],
  };
}

/** @throws Failure `contract` when something of the plan could not be read: a part of it is not the plan. */
export function requireWhole({ notes }: PlanContents): void {
  if (notes.length === 0) return;
  throw new Failure('contract', `The plan could not be read as a whole. ${notes.join(' ')}`, {
    next: 'try again in a minute, or tell the user to apply it on TrainingPeaks',
  });
}

function listOf<T>({ value }: Part<WireList<T>>): readonly T[] {
  return value?.items ?? [];
}

function missedPart(part: Part<WireList<unknown>>, what: string): string[] {
  return part.value === undefined ? [`Its ${what} could not be read.`] : missing(part.value.skipped, what);
}

const missing = (count: number, what: string) => (count > 0 ? [`${count} of its ${what} could not be read.`] : []);
