import { noted, notesShape, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { exerciseId, muscleGroups, searchExercises } from '../../domain/strength/exercises.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';

/** More than these are to be narrowed down first: what each is measured in takes a request. */
const IN_FULL = 5;

const columns = ['exercise_id', 'exercise', 'muscles', 'custom'] as const;

export default defineTool({
  name: 'tp_search_exercises',
  title: 'Exercises',
  toolset: 'strength',
  effect: 'read',
  athleteScope: 'none',
  paged: { limit: 20, max: 100 },
  userText: ['exercise'],
  description: 'Strength exercises, custom ones too.',
  input: z.object({ query: z.string(), muscle_group: z.optional(z.string()) }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ query: 'back squat' }, { query: 'row', muscle_group: 'Biceps' }],
  handler: async ({ port }, { query, muscle_group: muscle }) => {
    const { items, skipped } = await port.strength.exercises();
    const group = muscleGroups.find((name) => name.toLowerCase() === muscle?.toLowerCase().replace(/\s/g, ''));
    const found = searchExercises(items, query, muscle === undefined ? undefined : (group ?? muscle));
    const rows = await Promise.all(
      found.map(async (listed) => {
        const id = exerciseId(listed) ?? null;
        const full =
          found.length <= IN_FULL && id !== null
            ? await orUndefined(port.strength.exercise({ exercise: id }))
            : undefined;
        const { primaryMuscleGroups: primary = [], secondaryMuscleGroups: secondary = [] } =
          listed.searchAttributes ?? {};
        return {
          exercise_id: id,
          exercise: listed.title,
          muscles: [...primary, ...secondary.map((name) => `(${name})`)].join(', ') || null,
          custom: listed.canEdit === true ? true : null,
          measures: full?.data.parameters.flatMap(({ parameter }) => parameter ?? []).join(', ') ?? null,
          video: full?.data.videoUrl ?? null,
        };
      }),
    );
    const shown = rows.length <= IN_FULL ? ([...columns, 'measures', 'video'] as const) : columns;
    return {
      ...toRows(rows, shown),
      ...noted(
        ...(muscle !== undefined && group === undefined ? [`Muscle groups are ${muscleGroups.join(', ')}.`] : []),
        ...skippedNote(skipped, 'exercises'),
      ),
    };
  },
});
