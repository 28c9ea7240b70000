import { type CallContext, Failure, partOf } from '@core/mcp-kit';
import { addDays } from '@core/metrics/day';
import type { ConversationPort, DayRange, Message, Thread, Who } from '@core/training-tools';
import type { WireComment } from '../client/comments/wire.ts';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireNote, WireNoteComment } from '../client/notes/wire.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { toAthletes } from '../domain/identity/athlete.ts';
import { commentRow, inOrder } from '../domain/workouts/comment.ts';
import { isDone } from '../domain/workouts/status.ts';
import { notesOf, workoutsOf } from './shared-page.ts';

/** Comments are written below workouts that lie this much earlier too; it costs no request more. */
const EARLIER_DAYS = 30;

/**
 * Comments below workouts and notes; TrainingPeaks has no chat. A list is one request an athlete for workouts, whose rows
 * hold their comments; with `look` one more for notes, and one for each note that has comments.
 */
export function conversationPort(ctx: CallContext<TrainingPeaksPort>): ConversationPort {
  const { port } = ctx;
  return {
    threads: async (range, { who, look = false } = {}) => {
      const [self, ...others] = toAthletes(await port.identity.user());
      const people: readonly Who[] = who === undefined ? (others.length > 0 ? others : [self]) : [who];
      const read = await Promise.all(people.map((athlete) => partOf(threadsOf(ctx, self.id, athlete, range, look))));
      const unread = read.filter(({ failure }) => failure !== undefined).length;
      const threads = read.flatMap((part) => (part.failure === undefined ? part.value.threads : []));
      const skipped = read.reduce((sum, part) => sum + (part.failure === undefined ? part.value.skipped : 0), 0);
      return {
        items: threads.sort((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1)),
        skipped: {
          ...(unread > 0 && { 'athletes whose comments cannot be read': unread }),
          ...(skipped > 0 && { 'cannot be read': skipped }),
        },
      };
    },
    messages: async ({ id, where, athlete }, limit) => {
      const self = await ctx.self();
      if (where === 'note') {
        const { items, skipped } = await port.notes.comments({ athlete: athlete.id, note: id });
        const messages = items.map((comment) => noteMessage(comment, self.id));
        return {
          items: newestFirst(messages).slice(0, limit),
          skipped: skipped > 0 ? { 'cannot be read': skipped } : {},
        };
      }
      refuseChat(where);
      const { workoutComments } = await port.workouts.getNow({ athlete: athlete.id, workout: id });
      const messages = workoutComments.map((comment) => toMessage(comment, self.id));
      return { items: newestFirst(messages).slice(0, limit), skipped: {} };
    },
    send: async ({ where, aboutId, athlete }, text) => {
      refuseChat(where);
      if (aboutId === null) {
        throw new Failure('bad_input', 'A comment needs what it is about', {
          next: 'give the id of the workout or note',
        });
      }
      const self = await ctx.self();
      if (where === 'note') {
        const key = { athlete: athlete.id, note: aboutId };
        await port.notes.saveComment({ ...key, text });
        const { items } = await port.notes.comments(key);
        const mine = items.filter((each) => each.comment === text && each.commenterPersonId === self.id);
        return mine.at(-1)?.calendarNoteCommentStreamId ?? '';
      }
      const { items } = await port.comments.add({ athlete: athlete.id, workout: aboutId, comment: text });
      return inOrder(items).findLast((each) => each.comment === text && each.commenterPersonId === self.id)?.id ?? '';
    },
  };
}

function refuseChat(where: Thread['where']): void {
  if (where !== 'chat') return;
  throw new Failure('bad_input', 'TrainingPeaks has no chat', {
    next: 'comment on an activity, a session or a note: where: "activity" with the id of the workout as thread_id',
  });
}

async function threadsOf(
  ctx: CallContext<TrainingPeaksPort>,
  me: string,
  athlete: Who,
  { oldest, newest }: DayRange,
  look: boolean,
): Promise<{ readonly threads: readonly Thread[]; readonly skipped: number }> {
  const { port } = ctx;
  const key = { athlete: athlete.id };
  const from = addDays(oldest, -EARLIER_DAYS);
  const [workouts, notes] = await Promise.all([
    workoutsOf(ctx, athlete.id, { oldest: from, newest }),
    look ? notesOf(ctx, athlete.id, { oldest: from, newest }) : { items: [], skipped: 0 },
  ]);
  const commented = notes.items.filter(({ commentCount }) => (commentCount ?? 0) > 0);
  const below = await Promise.all(commented.map(({ id: note }) => port.notes.comments({ ...key, note })));
  const threads = [
    ...workouts.items.flatMap((workout) => workoutThread(workout, athlete, me) ?? []),
    ...commented.flatMap((note, i) => noteThread(note, below[i]!.items, athlete, me) ?? []),
  ];
  return {
    threads: threads.filter(({ lastAt }) => lastAt === null || lastAt.slice(0, 10) >= oldest),
    skipped: workouts.skipped + notes.skipped,
  };
}

function workoutThread(workout: WireWorkout, athlete: Who, me: string): Thread | undefined {
  const last = inOrder(workout.workoutComments).at(-1);
  if (last === undefined) return undefined;
  return threadOf(
    isDone(workout) ? 'activity' : 'session',
    { id: workout.workoutId, day: workout.workoutDay, name: workout.title },
    athlete,
    toMessage(last, me),
  );
}

function noteThread(
  note: WireNote,
  comments: readonly WireNoteComment[],
  athlete: Who,
  me: string,
): Thread | undefined {
  const last = newestFirst(comments.map((comment) => noteMessage(comment, me)))[0];
  return last === undefined
    ? undefined
    : threadOf('note', { id: note.id, day: note.noteDate, name: note.title }, athlete, last);
}

/** What people wrote below. */
interface About {
  readonly id: string;
  readonly day: string | null;
  readonly name: string | null;
}

function threadOf(
  where: Thread['where'],
  { id, day, name: title }: About,
  athlete: Who,
  { from, at, text }: Message,
): Thread {
  const lastAt = at === '' ? null : at;
  const { id: athleteId, name } = athlete;
  return {
    id,
    where,
    aboutId: id,
    about: [day, title].filter((part) => part !== null && part !== '').join(' ') || null,
    athlete: { id: athleteId, name },
    lastFrom: from,
    lastAt,
    unread: null,
    excerpt: text,
  };
}

function toMessage(comment: WireComment, me: string): Message {
  return {
    id: comment.id,
    from: comment.commenterPersonId === me ? 'me' : 'other',
    author: commentRow(comment).by ?? '',
    at: moment(comment.dateCreated),
    text: comment.comment ?? '',
  };
}

function noteMessage(comment: WireNoteComment, me: string): Message {
  return {
    id: comment.calendarNoteCommentStreamId ?? '',
    from: comment.commenterPersonId === me ? 'me' : 'other',
    author: [comment.firstName, comment.lastName].filter((part) => part !== null && part !== '').join(' '),
    at: moment(comment.createdDateTimeUtc),
    text: comment.comment ?? '',
  };
}

/** Moments of the service are UTC and mostly carry no zone. */
function moment(at: string | null): string {
  if (at === null) return '';
  return /(Z|[+-]\d\d:\d\d)$/.test(at) ? at : `${at}Z`;
}

const newestFirst = (messages: readonly Message[]) => [...messages].sort((a, b) => (a.at < b.at ? 1 : -1));
