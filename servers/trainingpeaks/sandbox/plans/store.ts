import { addDays, HOSTILE_TEXTS } from '@core/sandbox/athlete';
import { planned, RECIPES } from '../library/workouts.ts';
import type { Row } from '../shape/body.ts';
import { blankRow } from '../workouts/blank.ts';
import type { World } from '../world.ts';

/** A training plan with what is on its days. */
export interface Plan {
  readonly summary: Row;
  readonly workouts: Row[];
  readonly notes: Row[];
  readonly events: Row[];
  /** Bought or shared instead of written by the caller. */
  readonly access: Row | null;
}

export interface PlanStore {
  readonly plans: Map<number, Plan>;
  readonly folders: Row[];
  readonly applied: Row[];
}

/** Plans live on days of their own, from a Monday on. */
export const PLAN_START = '2027-01-04';
export const OWN_PLAN = 600_001;
const BOUGHT_PLAN = 600_777;
const EMPTY_PLAN = 600_002;
/** On whose calendar the days of a plan are: nobody's who could sign in. */
export const PLAN_PERSON = 3_100_001;

export function createPlans(world: World): PlanStore {
  const { me } = world;
  const weeks = world.options.heavy ? 36 : 4;
  const own = planOf(world, OWN_PLAN, 'Road race in four weeks', weeks, null);
  const bought = planOf(world, BOUGHT_PLAN, HOSTILE_TEXTS.html, 2, {
    planAccessId: 71_001,
    personId: me.id,
    planId: BOUGHT_PLAN,
    accessFromPayment: true,
    accessFromShare: false,
    grantedFromPersonId: 1_900_079,
    planAccessType: 1,
  });
  const empty: Plan = {
    summary: summaryOf(EMPTY_PLAN, 'New plan', me.id, me.name, []),
    workouts: [],
    notes: [],
    events: [],
    access: null,
  };
  const more = Array.from({ length: world.options.heavy ? 60 : 0 }, (_, n) =>
    planOf(world, 600_100 + n, `Plan no. ${n + 1}`, 1, null),
  );
  return {
    plans: new Map([own, bought, empty, ...more].map((plan) => [Number(plan.summary.planId), plan])),
    folders: [
      { folderId: 'f1a0c9d2-6f43-4d1e-9a35-70b1c3c9a001', folderName: 'Racing', ownerId: me.id, planIds: [OWN_PLAN] },
    ],
    applied: [
      {
        appliedPlanId: 940_001,
        planId: BOUGHT_PLAN,
        title: 'Base',
        athleteId: me.id,
        startDate: `${addDays(me.today(), -60)}T00:00:00`,
        endDate: `${addDays(me.today(), -46)}T00:00:00`,
      },
    ],
  };
}

function planOf({ me }: World, planId: number, title: string, weeks: number, access: Row | null): Plan {
  const workouts: Row[] = [];
  const base = 3_400_000_000 + planId * 1000;
  const add = (day: string, values: Row) => {
    const id = base + workouts.length;
    workouts.push({ ...blankRow(id, PLAN_PERSON), planId, workoutDay: `${day}T00:00:00`, ...values });
  };
  for (let week = 0; week < weeks; week++) {
    const monday = addDays(PLAN_START, 7 * week);
    if (week % 4 === 0) {
      add(monday, {
        workoutTypeValueId: 100,
        title: `Period ${week / 4 + 1}`,
        description: 'Build',
        totalTimePlanned: null,
      });
    }
    RECIPES.slice(0, 4).forEach((recipe, slot) => {
      add(addDays(monday, [1, 3, 5, 6][slot] ?? 0), {
        workoutTypeValueId: recipe.type,
        workoutSubTypeId: recipe.sub,
        title: slot === 3 && week === 1 ? null : recipe.name,
        description: recipe.description,
        ...planned(recipe),
      });
    });
    add(addDays(monday, 4), { workoutTypeValueId: 7, title: 'Day off' });
  }
  const ownerId = access === null ? me.id : 1_900_079;
  const summary = summaryOf(planId, title, ownerId, access === null ? me.name : 'A Seller', workouts);
  const notes = [
    {
      id: planId * 10,
      planId,
      title: 'Read me',
      noteDate: `${PLAN_START}T00:00:00`,
      description: 'Eat.',
      attachments: [],
    },
  ];
  return { summary, workouts, notes, events: [], access };
}

/** What a plan says of itself; lengths and days are unknown until it has a workout. */
export function summaryOf(
  planId: number,
  title: string,
  ownerPersonId: number,
  author: string,
  workouts: readonly Row[],
): Row {
  const sessions = workouts.filter(({ workoutTypeValueId }) => workoutTypeValueId !== 100);
  const days = workouts.map(({ workoutDay }) => String(workoutDay).slice(0, 10)).sort();
  const [first] = days;
  const last = days.at(-1);
  const weekOf = (row: Row) =>
    Math.floor((Date.parse(String(row.workoutDay).slice(0, 10)) - Date.parse(first ?? PLAN_START)) / (7 * 86_400_000));
  const weekCount = workouts.length === 0 ? null : 1 + Math.max(...workouts.map(weekOf));
  const byWeek = (key: string) =>
    Array.from({ length: weekCount ?? 0 }, (_, week) =>
      sessions.filter((row) => weekOf(row) === week).reduce((sum, row) => sum + Number(row[key] ?? 0), 0),
    );
  const types = [...new Set(sessions.map(({ workoutTypeValueId }) => workoutTypeValueId))];
  const sum = (type: unknown, key: string) =>
    sessions.filter((row) => row.workoutTypeValueId === type).reduce((total, row) => total + Number(row[key] ?? 0), 0);
  return {
    planId,
    title,
    description: '<p>Four weeks to a road race.</p>',
    weekCount,
    dayCount: weekCount === null ? null : weekCount * 7,
    workoutCount: sessions.length,
    eventCount: 0,
    planCategory: 1,
    subcategory: null,
    price: 0,
    isPublic: false,
    isSearchable: false,
    isDynamic: false,
    forceDate: false,
    eventPlan: false,
    eventName: null,
    eventDate: null,
    startDate: first === undefined ? null : `${first}T00:00:00`,
    endDate: last === undefined ? null : `${last}T00:00:00`,
    createdOn: '2026-01-05T10:00:00',
    ownerPersonId,
    planPersonId: PLAN_PERSON,
    author,
    planEmail: null,
    planLanguage: 'en',
    customUrl: null,
    hasWeeklyGoals: false,
    trainingDurationByWeek: byWeek('totalTimePlanned'),
    trainingDistanceByWeek: byWeek('distancePlanned'),
    plannedWorkoutTypeDurations: types.map((type) => ({
      workoutTypeId: type,
      duration: sum(type, 'totalTimePlanned'),
      distance: sum(type, 'distancePlanned'),
    })),
  };
}
