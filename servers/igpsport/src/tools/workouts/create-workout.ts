import { day, noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { step } from '@core/workouts';
import { compileIcs } from '@core/workouts/ics';
import { compileCourse } from '@core/workouts/igpsport';
import { workoutResult } from '../../answers/workout-write.ts';
import { COURSE_SPORTS, readDraft } from '../../domain/workout/draft.ts';
import { courseDiff, differences, lossNotes } from '../../domain/workout/read-back.ts';
import { sameCourse } from '../../domain/workout/same-course.ts';
import { shownWorkout } from '../../domain/workout/stored.ts';
import { workoutThresholds } from '../../domain/workout/thresholds.ts';
import { workoutWords } from '../../language/workouts.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_create_workout',
  title: 'Create a workout',
  toolset: 'workouts',
  effect: 'create',
  userText: ['workout'],
  description: 'Creates a structured workout.',
  input: z.object({
    name: z.string().min(1).max(64),
    steps: z.array(step),
    sport: z.enum(COURSE_SPORTS).optional(),
    description: z.string().optional(),
    date: day.optional().describe('Adds iCalendar text'),
  }),
  output: workoutResult,
  examples: [
    {
      name: '2x20 sweet spot',
      steps: [
        { for: '10min', at: 'Z2', kind: 'warmup' },
        {
          repeat: 2,
          steps: [
            { for: '20min', at: '88-94% FTP', cadence: '85-95' },
            { for: '5min', at: '50% FTP', kind: 'rest' },
          ],
        },
        { for: '10min', at: '100-120bpm', kind: 'cooldown' },
      ],
    },
  ],
  handler: async (ctx, { name, steps, sport = 'bike', description, date }) => {
    const words = workoutWords(ctx.port.language);
    const workout = readDraft({ sport, name, description, steps });
    const thresholds = workoutThresholds(await ctx.port.profile.training(), ctx.port.thresholdSettings, sport);
    const { course, losses } = compileCourse(workout, thresholds);
    const notes = lossNotes(losses, words);
    const existing = await sameCourse(ctx.port, course);
    if (existing !== undefined) {
      return {
        written: false,
        workout: shownWorkout(existing.id, existing.stored).workout,
        notes: [words.alreadyThere(existing.id)],
      };
    }
    const { workout: compiled } = shownWorkout('', { ...NOTHING, ...course });
    const { workout_id: _none, name: _name, ...shown } = compiled;
    await ctx.confirm({ summary: words.plan(course.title), diff: courseDiff({}, shown), notes });
    const id = await ctx.port.workouts.save({ course });
    const stored = await ctx.port.workouts.get({ workout: id });
    const calendar =
      date === undefined
        ? undefined
        : compileIcs(workout, { uid: `igpsport-${id}-${date}`, start: { date }, stamp: ctx.now().toISOString() });
    return {
      workout: shownWorkout(id, stored).workout,
      ...(calendar !== undefined && { calendar_text: calendar }),
      ...noted(...notes, ...differences(course, stored, words), ...(calendar === undefined ? [] : [words.calendar])),
    };
  },
});

/** What the service adds to a course when it stores one. */
const NOTHING = { id: null, createTimestamp: null, isOfficial: null, tips: null };
