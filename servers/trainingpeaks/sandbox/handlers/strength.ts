import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import { guid } from '../files/device-files.ts';
import { OWN_PLAN, PLAN_PERSON } from '../plans/store.ts';
import { objectBody, type Row, textField, windowOf } from '../shape/body.ts';
import { badRequest, forbidden, missing } from '../shape/refusal.ts';
import { calendarRow, type StrengthDocument, totalsOf } from '../strength/document.ts';
import { BLOCK_TYPES, type Exercise, listed, MUSCLE_GROUPS } from '../strength/exercises.ts';
import { BLOCK_PARAMETERS, EXERCISE_PARAMETERS } from '../strength/parameters.ts';
import { draft, saved } from '../strength/save.ts';
import { mayAccess, type World } from '../world.ts';

const RX = '/rx/activity/v1';
const WORKOUTS = `${RX}/workouts`;

export const strengthRoutes: readonly Route<World>[] = [
  { method: 'GET', path: `${WORKOUTS}/calendar/{aid}/{s}/{e}`, handler: (_, ctx) => Response.json(calendar(ctx)) },
  { method: 'GET', path: `${WORKOUTS}/{id}`, handler: (_, ctx) => wrapped(oneOrDraft(ctx)) },
  { method: 'GET', path: `${WORKOUTS}/{id}/summary`, handler: (_, ctx) => wrapped(summary(ctx)) },
  { method: 'POST', path: `${WORKOUTS}/save`, handler: (_, ctx) => save(ctx) },
  { method: 'POST', path: WORKOUTS, handler: (_, ctx) => wrapped(draft(ctx, objectBody(ctx, invalid))) },
  { method: 'PUT', path: WORKOUTS, handler: (_, ctx) => wrapped(changeDraft(ctx)) },
  { method: 'DELETE', path: `${WORKOUTS}/{id}`, handler: (_, ctx) => wrapped(remove(ctx)) },
  {
    method: 'GET',
    path: `${WORKOUTS}/{id}/comments`,
    handler: (_, ctx) => {
      documentOf(ctx);
      return wrapped([]);
    },
  },
  {
    method: 'GET',
    path: `${WORKOUTS}/{id}/privateWorkoutNote`,
    handler: (_, ctx) => {
      documentOf(ctx);
      return wrapped({ note: null });
    },
  },
  { method: 'GET', path: `${RX}/libraryContent`, handler: (_, ctx) => wrapped(library(ctx)) },
  { method: 'GET', path: `${RX}/libraryContent/workoutLibrary/{id}`, handler: () => wrapped([]) },
  { method: 'GET', path: `${RX}/exercises/{id}`, handler: (_, ctx) => wrapped(exerciseOf(ctx)) },
  { method: 'POST', path: `${RX}/exercises`, handler: (_, ctx) => wrapped(scaffold(ctx)) },
  { method: 'PUT', path: `${RX}/exercises`, handler: (_, ctx) => wrapped(saveExercise(ctx)) },
  { method: 'GET', path: `${RX}/parameters/exercise`, handler: () => Response.json(EXERCISE_PARAMETERS) },
  { method: 'GET', path: `${RX}/parameters/block`, handler: () => Response.json(BLOCK_PARAMETERS) },
  {
    method: 'GET',
    path: `${RX}/plans/{planId}/workouts/{s}/{e}`,
    handler: (_, ctx) => Response.json(ofPlan(ctx)),
  },
];

const invalid = () => badRequest('Invalid workout');

function wrapped(data: unknown): Response {
  return Response.json({ data, errors: {} });
}

/** The only way to find a session; without the wrapper of everything else. */
function calendar(ctx: Ctx): Row[] {
  return sessions(ctx, athleteOf(ctx).id);
}

function sessions(ctx: Ctx, owner: number): Row[] {
  const { from, to } = windowOf(ctx);
  return [...ctx.state.strength.documents.values()]
    .filter(({ calendarId, prescribedDate }) => calendarId === owner && prescribedDate >= from && prescribedDate <= to)
    .sort((a, b) => (a.prescribedDate < b.prescribedDate ? -1 : 1))
    .map(calendarRow);
}

function ofPlan(ctx: Ctx): Row[] {
  const planId = Number(ctx.params.planId);
  if (!ctx.state.plans.plans.has(planId)) throw missing();
  return planId === OWN_PLAN ? sessions(ctx, PLAN_PERSON) : [];
}

function documentOf(ctx: Ctx): StrengthDocument {
  const document = ctx.state.strength.documents.get(ctx.params.id ?? '');
  if (!document) throw missing();
  if (document.calendarId === PLAN_PERSON) return document;
  const record = ctx.state.athletes.find(({ id }) => id === document.calendarId);
  if (!record || !mayAccess(ctx.state, record)) throw forbidden();
  return document;
}

function oneOrDraft(ctx: Ctx): unknown {
  return ctx.state.strength.drafts.get(ctx.params.id ?? '') ?? documentOf(ctx);
}

function summary(ctx: Ctx): Row {
  const document = documentOf(ctx);
  const { complianceState, compliancePercent, rpe, feel } = document;
  return { complianceState, compliancePercent, ...totalsOf(document), rpe, feel };
}

/** A 200 does not mean that anything was stored. */
function save(ctx: Ctx): Response {
  const result = saved(ctx, objectBody(ctx, invalid));
  if ('errors' in result) return Response.json({ data: null, errors: result.errors });
  return wrapped(result.document);
}

function changeDraft(ctx: Ctx): Row {
  const body = objectBody(ctx, invalid);
  const known = ctx.state.strength.drafts.get(String(body.id));
  if (!known) throw missing();
  const next = { ...known, ...body };
  ctx.state.strength.drafts.set(String(body.id), next);
  return next;
}

function remove(ctx: Ctx): string {
  const { id } = documentOf(ctx);
  ctx.state.strength.documents.delete(id);
  return id;
}

function library({ state }: Ctx): Row {
  return {
    exercises: [...state.strength.exercises.values()].map(listed),
    muscleGroups: MUSCLE_GROUPS.map((name) => ({ muscleGroup: name, title: name })),
    blockTypes: BLOCK_TYPES.map((blockType) => ({ blockType, title: blockType })),
  };
}

function exerciseOf({ state, params }: Ctx): Exercise {
  const found = state.strength.exercises.get(params.id ?? '');
  if (!found) throw missing();
  return found;
}

/** A form for an exercise of one's own, under an id that is not final. */
function scaffold({ state }: Ctx): Row {
  return {
    id: guid('exercise', state.nextId('strengthPart')),
    ownerId: state.me.id,
    title: '',
    videoUrl: null,
    instructions: null,
    canEdit: true,
    primaryMuscleGroups: [],
    secondaryMuscleGroups: [],
    parameters: [],
  };
}

function saveExercise(ctx: Ctx): Row {
  const body = objectBody(ctx, invalid);
  if (textField(body, 'title').trim() === '') throw badRequest('The title field is required.');
  const known = ctx.state.strength.exercises.get(String(body.id));
  if (known && !known.canEdit) throw forbidden();
  const id = known?.id ?? String(ctx.state.nextId('exercise'));
  const exercise = { ...scaffold(ctx), ...body, id, ownerId: ctx.state.me.id, canEdit: true } as unknown as Exercise;
  ctx.state.strength.exercises.set(id, exercise);
  return { ...exercise };
}
