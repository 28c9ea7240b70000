import type { Route } from '@core/sandbox';
import type { Ctx } from '../access.ts';
import type { StoredCourse } from '../course-store.ts';
import { ok, Refusal } from '../envelope.ts';
import type { World } from '../world.ts';

const BASE = '/service/mobile/api/WorkOut';

export const workoutRoutes: readonly Route<World>[] = [
  { method: 'GET', path: `${BASE}/GetWorkOutList`, ignoreCase: true, handler: (_request, ctx) => ok(listCn(ctx)) },
  { method: 'GET', path: `${BASE}/CustomWorkout`, ignoreCase: true, handler: (_request, ctx) => ok(listIntl(ctx)) },
  { method: 'GET', path: `${BASE}/GetWorkOutDetail`, ignoreCase: true, handler: (_request, ctx) => ok(detail(ctx)) },
  { method: 'POST', path: `${BASE}/EditCustomWorkOut`, ignoreCase: true, handler: (_request, ctx) => ok(save(ctx)) },
  { method: 'POST', path: `${BASE}/CustomWorkOutDel`, ignoreCase: true, handler: (_request, ctx) => ok(remove(ctx)) },
];

function listCn({ state }: Ctx): unknown {
  if (state.region !== 'cn') throw new Refusal(404, 404, 'Not Found');
  return state.courses
    .list()
    .map(({ id, title, totalTime, grade }) => ({ id, title, totalTime, img: '', grade: grade ?? 1 }));
}

function listIntl({ state, query }: Ctx): unknown {
  if (state.region !== 'intl') throw new Refusal(404, 404, 'Not Found');
  const all = state.courses.list();
  const size = Math.min(20, Math.max(1, Number(query.get('PageSize') ?? 20)));
  const page = Math.max(1, Number(query.get('PageIndex') ?? 1));
  const items = all.slice((page - 1) * size, page * size).map((course) => ({
    id: course.id,
    title: course.title,
    totalTime: course.totalTime,
    workoutType: course.workoutType ?? 'bike',
    iconPath: '',
    sportBigType: course.sportBigType ?? 1,
    createTimestamp: course.createTimestamp,
  }));
  return { total: all.length, items };
}

function known({ state }: Ctx, id: string | null): StoredCourse {
  const course = state.courses.find(id ?? '');
  if (course === undefined) throw new Refusal(200, 1404, 'workout does not exist');
  return course;
}

/** A repetition inside a repetition comes back without its steps. */
function detail(ctx: Ctx): unknown {
  const { grade: _grade, ...course } = known(ctx, ctx.query.get('id'));
  return { ...course, structure: course.structure.map((node) => withoutInnerSteps(node, 0)) };
}

function withoutInnerSteps(node: unknown, depth: number): unknown {
  const { type, steps, ...rest } = node as { type?: string; steps?: unknown[] };
  if (type !== 'Repetition') return node;
  return depth > 0
    ? { type, ...rest }
    : { type, ...rest, steps: steps?.map((each) => withoutInnerSteps(each, depth + 1)) };
}

function save(ctx: Ctx): unknown {
  const { data } = JSON.parse(ctx.text()) as { data?: Record<string, unknown> };
  if (typeof data?.title !== 'string' || data.title.trim() === '') throw new Refusal(200, 4001, 'title is required');
  if (!Array.isArray(data.structure) || data.structure.length === 0)
    throw new Refusal(200, 4002, 'structure is required');
  const { id } = data;
  if (id === undefined || id === null || id === '' || id === '0')
    return { workoutId: ctx.state.courses.create(data).id };
  if (typeof id !== 'string') throw new Refusal(400, 400, 'The JSON value could not be converted to System.String');
  if (known(ctx, id).isOfficial) throw new Refusal(200, 1403, 'not allowed');
  return { workoutId: ctx.state.courses.replace(id, data).id };
}

function remove(ctx: Ctx): unknown {
  const inBody = (JSON.parse(ctx.text() || '{}') as { id?: number | string }).id;
  const id = ctx.query.get('id') ?? (inBody === undefined ? null : String(inBody));
  if (known(ctx, id).isOfficial) throw new Refusal(200, 1403, 'not allowed');
  ctx.state.courses.remove(id ?? '');
  return true;
}
