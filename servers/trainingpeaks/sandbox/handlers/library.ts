import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import { blankItem } from '../library/store.ts';
import { idOf, numberOrNull, objectBody, type Row, textField, wallClock } from '../shape/body.ts';
import { badRequest, brokenController, forbidden, missing } from '../shape/refusal.ts';
import { blankRow } from '../workouts/blank.ts';
import { checked } from '../workouts/structure-write.ts';
import { afterWrite } from '../workouts/write.ts';
import type { World } from '../world.ts';
import { shown } from './workouts.ts';

const READ = '/exerciselibrary/v2/libraries';
const WRITE = '/exerciselibrary/v1/libraries';

export const libraryRoutes: readonly Route<World>[] = [
  { method: 'GET', path: READ, handler: (_, { state }) => Response.json([...state.library.libraries.values()]) },
  { method: 'GET', path: `${READ}/{lib}/items`, handler: (_, ctx) => Response.json(items(ctx)) },
  { method: 'POST', path: WRITE, handler: (_, ctx) => Response.json(create(ctx)) },
  { method: 'PUT', path: `${WRITE}/{lib}/name`, handler: (_, ctx) => rename(ctx) },
  { method: 'DELETE', path: `${WRITE}/{lib}`, handler: (_, ctx) => remove(ctx) },
  { method: 'POST', path: `${WRITE}/{lib}/items`, handler: (_, ctx) => Response.json(createItem(ctx)) },
  { method: 'PUT', path: `${WRITE}/{lib}/items/{item}`, handler: (_, ctx) => Response.json(replaceItem(ctx)) },
  { method: 'DELETE', path: `${WRITE}/{lib}/items/{item}`, handler: (_, ctx) => removeItem(ctx) },
  {
    method: 'POST',
    path: '/fitness/v6/athletes/{aid}/commands/addworkoutfromlibraryitem',
    handler: (_, ctx) => Response.json(schedule(ctx)),
  },
];

function libraryOf(ctx: Ctx, access: 'read' | 'write'): Row {
  const library = ctx.state.library.libraries.get(idOf(ctx.params.lib));
  if (!library) throw missing();
  if (access === 'write' && library.ownerId !== ctx.state.me.id) throw forbidden();
  return library;
}

function items(ctx: Ctx): Row[] {
  const { exerciseLibraryId: id } = libraryOf(ctx, 'read');
  return [...ctx.state.library.items.values()].filter(({ exerciseLibraryId }) => exerciseLibraryId === id);
}

function create(ctx: Ctx): Row {
  const { state } = ctx;
  const body = objectBody(ctx);
  const libraryName = textField(body, 'libraryName');
  if (body.ownerId !== state.me.id) throw forbidden();
  const id = state.nextId('library');
  const library = {
    exerciseLibraryId: id,
    libraryName,
    ownerId: state.me.id,
    ownerName: state.me.name,
    imageUrl: null,
    isDefaultContent: false,
  };
  state.library.libraries.set(id, library);
  return library;
}

function rename(ctx: Ctx): Response {
  libraryOf(ctx, 'write').libraryName = textField(objectBody(ctx), 'value');
  return new Response(null, { status: 200 });
}

/** Its templates go with it. */
function remove(ctx: Ctx): Response {
  const { exerciseLibraryId: id } = libraryOf(ctx, 'write');
  for (const item of items(ctx)) ctx.state.library.items.delete(Number(item.exerciseLibraryItemId));
  ctx.state.library.libraries.delete(Number(id));
  return new Response(null, { status: 200 });
}

/** Keys that the service does not know are dropped, calendar names among them: the sport is then 0. */
function written(exerciseLibraryId: number, body: Row): Row {
  const item = blankItem(exerciseLibraryId);
  for (const key of Object.keys(item)) if (body[key] !== undefined) item[key] = body[key];
  if (typeof item.structure === 'string') throw brokenController();
  if (item.structure !== null) item.structure = checked(item.structure as Row);
  return item;
}

function createItem(ctx: Ctx): Row {
  const library = Number(libraryOf(ctx, 'write').exerciseLibraryId);
  const item = {
    ...written(library, objectBody(ctx)),
    exerciseLibraryId: library,
    exerciseLibraryItemId: ctx.state.nextId('item'),
  };
  ctx.state.library.items.set(item.exerciseLibraryItemId, item);
  return item;
}

function itemOf(ctx: Ctx): Row {
  const found = items(ctx).find(({ exerciseLibraryItemId }) => exerciseLibraryItemId === idOf(ctx.params.item));
  if (!found) throw missing();
  return found;
}

/** A body that names another folder moves the template there. */
function replaceItem(ctx: Ctx): Row {
  libraryOf(ctx, 'write');
  const { exerciseLibraryItemId: id } = itemOf(ctx);
  const body = objectBody(ctx);
  const target = numberOrNull(body.exerciseLibraryId) ?? idOf(ctx.params.lib);
  if (ctx.state.library.libraries.get(target)?.ownerId !== ctx.state.me.id) throw forbidden();
  const item = { ...written(target, body), exerciseLibraryItemId: id };
  ctx.state.library.items.set(Number(id), item);
  return item;
}

function removeItem(ctx: Ctx): Response {
  libraryOf(ctx, 'write');
  ctx.state.library.items.delete(Number(itemOf(ctx).exerciseLibraryItemId));
  return new Response(null, { status: 204 });
}

/** A template as the fields of a calendar workout. */
export function asWorkout(item: Row, day: string): Row {
  const row: Row = { workoutTypeValueId: item.workoutTypeId, title: item.itemName, workoutDay: `${day}T00:00:00` };
  for (const key of [
    'workoutSubTypeId',
    'totalTimePlanned',
    'distancePlanned',
    'tssPlanned',
    'ifPlanned',
    'caloriesPlanned',
    'elevationGainPlanned',
    'description',
    'coachComments',
    'structure',
  ]) {
    row[key] = item[key];
  }
  return row;
}

/** Broken for most, whatever the body; works on some accounts. */
function schedule(ctx: Ctx): Row {
  const record = athleteOf(ctx);
  if (!ctx.state.quirks.nativeScheduling) throw brokenController();
  const body = objectBody(ctx);
  const item = ctx.state.library.items.get(Number(body.exerciseLibraryItemId));
  const at = wallClock(body.workoutDateTime);
  if (!item || at === null || body.athleteId !== record.id) throw badRequest('The request is invalid.');
  const row: Row = { ...blankRow(0, record.id), ...asWorkout(item, at.slice(0, 10)) };
  afterWrite(record, row, undefined);
  return shown(record, record.workouts.add(row));
}
