import type { Route } from '@core/sandbox';
import { addDays } from '@core/sandbox/athlete';
import { athleteOf, type Ctx } from '../access.ts';
import { type Plan, summaryOf } from '../plans/store.ts';
import {
  dayOf,
  idOf,
  objectBody,
  parsed,
  type Row,
  textField,
  textOrNull,
  wallClock,
  windowOf,
} from '../shape/body.ts';
import { badRequest, brokenController, forbidden, missing } from '../shape/refusal.ts';
import { blankRow } from '../workouts/blank.ts';
import type { World } from '../world.ts';
import { asWorkout } from './library.ts';

const PLAN = '/plans/v1/plans/{id}';

export const planRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/plans/v1/plans', handler: (_, ctx) => Response.json(authored(ctx)) },
  { method: 'POST', path: '/plans/v1/plans', handler: (_, ctx) => Response.json(create(ctx)) },
  { method: 'GET', path: '/plans/v1/plansWithAccess', handler: (_, ctx) => Response.json(withAccess(ctx)) },
  { method: 'GET', path: '/planfolder/v1/folder/all', handler: (_, { state }) => Response.json(state.plans.folders) },
  { method: 'GET', path: PLAN, handler: (_, ctx) => Response.json(planOf(ctx).summary) },
  { method: 'GET', path: `${PLAN}/workouts/{s}/{e}`, handler: (_, ctx) => Response.json(within(ctx, 'workouts')) },
  { method: 'GET', path: `${PLAN}/calendarNote/{s}/{e}`, handler: (_, ctx) => Response.json(within(ctx, 'notes')) },
  { method: 'GET', path: `${PLAN}/events/{s}/{e}`, handler: (_, ctx) => Response.json(within(ctx, 'events')) },
  {
    method: 'POST',
    path: `${PLAN}/commands/addworkoutfromlibraryitem`,
    handler: (_, ctx) => Response.json(addFromLibrary(ctx)),
  },
  { method: 'POST', path: `${PLAN}/calendarNote`, handler: (_, ctx) => Response.json(addNote(ctx)) },
  {
    method: 'GET',
    path: '/plans/v1/athletes/{aid}/appliedplans/{date}',
    handler: (_, ctx) => Response.json(applied(ctx)),
  },
  { method: 'POST', path: '/plans/v1/commands/applyplan', handler: (_, ctx) => Response.json(applyPlan(ctx)) },
  {
    method: 'POST',
    path: '/plans/v1/appliedplans/applyPlanStatus',
    handler: (_, ctx) => {
      if (!Array.isArray(parsed(ctx))) throw badRequest('The request is invalid.');
      return Response.json({ batchStatus: 2 });
    },
  },
  { method: 'POST', path: '/plans/v1/commands/removeplan', handler: (_, ctx) => removePlan(ctx) },
];

function planOf(ctx: Ctx): Plan {
  const plan = ctx.state.plans.plans.get(idOf(ctx.params.id));
  if (!plan) throw missing();
  return plan;
}

function ownPlan(ctx: Ctx): Plan {
  const plan = planOf(ctx);
  if (plan.access !== null) throw forbidden();
  return plan;
}

function authored({ state }: Ctx): Row[] {
  return [...state.plans.plans.values()].filter(({ access }) => access === null).map(({ summary }) => summary);
}

function withAccess({ state }: Ctx): Row[] {
  return [...state.plans.plans.values()].map(({ summary, access }) => ({
    ...summary,
    planAccess: access ?? {
      planAccessId: 71_000,
      personId: state.me.id,
      planId: summary.planId,
      accessFromPayment: false,
      accessFromShare: false,
      grantedFromPersonId: null,
      planAccessType: 0,
    },
  }));
}

/** Any window, decades too. */
function within(ctx: Ctx, what: 'workouts' | 'notes' | 'events'): Row[] {
  const { from, to } = windowOf(ctx);
  return planOf(ctx)[what].filter((row) => {
    const day = String(row.workoutDay ?? row.noteDate ?? row.eventDate).slice(0, 10);
    return day >= from && day <= to;
  });
}

/** What a plan needs to begin with is not known; a title is enough here. */
function create(ctx: Ctx): Row {
  const { state } = ctx;
  const id = state.nextId('plan');
  const summary = summaryOf(id, textField(objectBody(ctx), 'title'), state.me.id, state.me.name, []);
  state.plans.plans.set(id, { summary, workouts: [], notes: [], events: [], access: null });
  return summary;
}

function refresh(ctx: Ctx, plan: Plan): void {
  const { planId, title, ownerPersonId, author } = plan.summary;
  const summary = summaryOf(Number(planId), String(title), Number(ownerPersonId), String(author), plan.workouts);
  ctx.state.plans.plans.set(Number(planId), { ...plan, summary });
}

function addFromLibrary(ctx: Ctx): Row {
  const plan = ownPlan(ctx);
  const body = objectBody(ctx);
  const item = ctx.state.library.items.get(Number(body.exerciseLibraryItemId));
  const at = wallClock(body.workoutDateTime);
  if (!item || at === null || body.planId !== plan.summary.planId) throw brokenController();
  const id = 3_400_000_000 + Number(plan.summary.planId) * 1000 + 900 + plan.workouts.length;
  const row: Row = {
    ...blankRow(id, Number(plan.summary.planPersonId)),
    planId: plan.summary.planId,
    ...asWorkout(item, at.slice(0, 10)),
  };
  plan.workouts.push(row);
  refresh(ctx, plan);
  return row;
}

function addNote(ctx: Ctx): Row {
  const plan = ownPlan(ctx);
  const body = objectBody(ctx);
  const at = wallClock(body.noteDate);
  if (at === null) throw badRequest('The request is invalid.');
  const note: Row = {
    id: ctx.state.nextId('note'),
    planId: plan.summary.planId,
    title: textField(body, 'title'),
    noteDate: at,
    description: textOrNull(body.description),
    attachments: [],
  };
  plan.notes.push(note);
  return note;
}

function applied(ctx: Ctx): Row[] {
  const { id } = athleteOf(ctx);
  const day = dayOf(ctx.params.date);
  return ctx.state.plans.applied.filter(({ athleteId, endDate }) => athleteId === id && String(endDate) >= day);
}

/** Says that it worked and puts nothing on the calendar, as it did to everybody who copied it from the web app. */
function applyPlan(ctx: Ctx): Row[] {
  ctx.state.forbiddenCalls.push('POST /plans/v1/commands/applyplan');
  const orders = parsed(ctx);
  if (!Array.isArray(orders)) throw brokenController();
  return (orders as Row[]).map((order) => {
    if (order.startType === 0) throw brokenController();
    const startDate = dayOf(String(order.targetDate));
    const row = {
      appliedPlanId: ctx.state.nextId('applied'),
      planId: order.planId,
      title: order.planTitle,
      athleteId: Number(order.athleteId),
      startDate: `${startDate}T00:00:00`,
      endDate: `${addDays(startDate, 27)}T00:00:00`,
      degenerate: true,
    };
    ctx.state.plans.applied.push(row);
    return { appliedPlanId: row.appliedPlanId, startDate: row.startDate, endDate: row.endDate };
  });
}

/** A degenerate application owns the template's own workouts: taking it back empties the plan. */
function removePlan(ctx: Ctx): Response {
  ctx.state.forbiddenCalls.push('POST /plans/v1/commands/removeplan');
  const { applied: all, plans } = ctx.state.plans;
  const at = all.findIndex(({ appliedPlanId }) => appliedPlanId === objectBody(ctx).appliedPlanId);
  const [gone] = at === -1 ? [] : all.splice(at, 1);
  if (gone === undefined) throw missing();
  const plan = plans.get(Number(gone.planId));
  if (gone.degenerate === true && plan) {
    plan.workouts.length = 0;
    refresh(ctx, plan);
  }
  return new Response(null, { status: 200 });
}
