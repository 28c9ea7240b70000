import { type CallContext, noted, notesShape, rowsShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { TrainingPeaksPort } from '../client/index.ts';
import { eachItem } from '../workouts/each.ts';
import { readGroups, refuseDefaultGroup, requireGroup, resolveAthletes } from './groups.ts';

/** Output of the tools that change who is in a group. */
export const membersResult = z.object({
  written: z.optional(z.boolean()),
  group: z.string().nullable(),
  athletes_now: z.number(),
  ...rowsShape,
  ...notesShape,
});

interface MemberChange {
  readonly group_id: string;
  /** Ids or names. */
  readonly athlete_ids: readonly string[];
  readonly to: 'in' | 'out';
}

/** Takes athletes into a group or out of it, one call each, and reads back who is there. */
export async function changeMembers(
  ctx: CallContext<TrainingPeaksPort>,
  { group_id, athlete_ids, to }: MemberChange,
): Promise<z.input<typeof membersResult>> {
  const { coach, groups } = await readGroups(ctx);
  const group = requireGroup(groups, group_id);
  refuseDefaultGroup(group);
  const isIn = new Set(group.athleteIds);
  const wanted = await resolveAthletes(ctx, athlete_ids);
  const changing = wanted.filter(({ id }) => isIn.has(id) === (to === 'out'));
  const already = wanted.length - changing.length;
  const alreadyNote = already > 0 ? [`${already} ${to === 'in' ? 'are members already' : 'are no members'}.`] : [];
  if (changing.length === 0) {
    return {
      written: false,
      group: group.name,
      athletes_now: isIn.size,
      columns: ['id', 'name', 'result'],
      rows: [],
      ...noted(...alreadyNote),
    };
  }
  await ctx.confirm({
    summary: `${to === 'in' ? 'Add' : 'Remove'} ${changing.map(({ name }) => name).join(', ')} ${to === 'in' ? 'to' : 'from'} the group "${group.name}"`,
    diff: changing.map(({ name }) => ({
      field: name,
      before: to === 'in' ? 'not in it' : 'member',
      after: to === 'in' ? 'member' : 'not in it',
    })),
  });
  const send = to === 'in' ? ctx.port.groups.addMember : ctx.port.groups.removeMember;
  const items = await eachItem(
    ctx,
    changing,
    ({ id, name }) => ({ id, name }),
    async ({ id }) => {
      await send({ coach, group: group_id, athlete: id });
      return { result: to === 'in' ? 'added' : 'removed' };
    },
  );
  const after = new Set(requireGroup((await readGroups(ctx)).groups, group_id).athleteIds);
  const lost = changing.filter(({ id }) => after.has(id) !== (to === 'in')).map(({ name }) => name);
  const refused = items.rows.filter(({ result }) => !['added', 'removed'].includes(result)).length;
  return {
    group: group.name,
    athletes_now: after.size,
    ...items.answer,
    ...noted(
      ...alreadyNote,
      ...items.notes,
      ...(lost.length > refused ? [`TrainingPeaks did not take over: ${lost.join(', ')}.`] : []),
    ),
  };
}
