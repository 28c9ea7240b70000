import type { Route } from '@core/sandbox';
import { type Ctx, callerOf } from '../access.ts';
import { field, idOf, objectBody, type Row, textField } from '../shape/body.ts';
import { badRequest, brokenController, missing } from '../shape/refusal.ts';
import { mayAccess, rosterOf, type World } from '../world.ts';

const READ = '/coaches/v2/coaches/{cid}/tags';
const COACH = '/coaches/v1/coaches/{cid}';
const TAG = `${COACH}/tags/{id}`;

export const groupRoutes: readonly Route<World>[] = [
  { method: 'GET', path: READ, handler: (_, ctx) => Response.json([...tagsOf(ctx, badRequest).values()]) },
  { method: 'POST', path: `${COACH}/tags`, handler: (_, ctx) => Response.json(create(ctx)) },
  { method: 'PUT', path: TAG, handler: (_, ctx) => rename(ctx) },
  { method: 'DELETE', path: TAG, handler: (_, ctx) => remove(ctx) },
  { method: 'POST', path: `${TAG}/athletes`, handler: (_, ctx) => Response.json(addMember(ctx)) },
  { method: 'DELETE', path: `${TAG}/athletes/{athleteId}`, handler: (_, ctx) => removeMember(ctx) },
  { method: 'GET', path: `${COACH}/settings`, handler: (_, ctx) => Response.json({ coachId: coach(ctx).id }) },
  {
    method: 'GET',
    path: `${COACH}/assistantcoaches`,
    handler: (_, ctx) => {
      coach(ctx);
      return Response.json([{ personId: 1_900_078, firstName: 'Second', lastName: 'Coach' }]);
    },
  },
  {
    method: 'GET',
    path: '/fitness/v1/coaches/{cid}/coachedathletesadded',
    handler: (_, ctx) => Response.json(added(ctx)),
  },
];

function coach(ctx: Ctx) {
  const caller = callerOf(ctx, 'cid');
  if (!ctx.state.isCoach) throw badRequest('Not a coach.');
  return caller;
}

/** Accounts that coach nobody get one status when they read and another when they write. */
function tagsOf(ctx: Ctx, otherwise: (message: string) => Error): Map<number, Row> {
  callerOf(ctx, 'cid');
  if (!ctx.state.isCoach) throw otherwise('Not a coach.');
  return ctx.state.tags;
}

function create(ctx: Ctx): Row {
  const tags = tagsOf(ctx, brokenController);
  const name = textField(objectBody(ctx), 'Value');
  const id = ctx.state.nextId('tag');
  const tag = { id, coachId: ctx.state.me.id, name, athleteIds: [], isDefault: false };
  tags.set(id, tag);
  return tag;
}

function tagOf(ctx: Ctx): Row & { athleteIds: number[] } {
  const tag = tagsOf(ctx, brokenController).get(idOf(ctx.params.id));
  if (!tag) throw missing();
  if (tag.isDefault === true) throw badRequest('The default tag cannot be changed.');
  return tag as Row & { athleteIds: number[] };
}

function rename(ctx: Ctx): Response {
  tagOf(ctx).name = textField(objectBody(ctx), 'Value');
  return new Response(null, { status: 200 });
}

function remove(ctx: Ctx): Response {
  ctx.state.tags.delete(Number(tagOf(ctx).id));
  return new Response(null, { status: 200 });
}

function addMember(ctx: Ctx): Row {
  const tag = tagOf(ctx);
  const id = field(objectBody(ctx), 'Value');
  const athlete = ctx.state.athletes.find((each) => each.id === id);
  if (!athlete || !mayAccess(ctx.state, athlete)) throw badRequest('The request is invalid.');
  if (!tag.athleteIds.includes(athlete.id)) tag.athleteIds.push(athlete.id);
  return { value: 0 };
}

function removeMember(ctx: Ctx): Response {
  const tag = tagOf(ctx);
  const at = tag.athleteIds.indexOf(idOf(ctx.params.athleteId));
  if (at === -1) throw missing();
  tag.athleteIds.splice(at, 1);
  return new Response(null, { status: 200 });
}

/** Who was connected lately; ahead of the roster. */
function added(ctx: Ctx): Row[] {
  coach(ctx);
  const listed = rosterOf(ctx.state);
  return ctx.state.athletes
    .filter((athlete) => athlete.standing === 'newcomer' || (athlete.standing === 'roster' && listed.includes(athlete)))
    .map(({ id, name }) => {
      const [firstName = '', ...rest] = name.split(' ');
      return { athleteId: id, firstName, lastName: rest.join(' ') };
    });
}
