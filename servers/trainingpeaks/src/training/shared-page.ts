import { addDays, type CallContext, daysBetween, type Window } from '@core/mcp-kit';
import type { WireList } from '@core/mcp-kit/http';
import type { WireAvailability } from '../client/availability/wire.ts';
import type { WireEvent } from '../client/events/wire.ts';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireNote } from '../client/notes/wire.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { blockOf } from '../domain/calendar/availability.ts';
import { PAGE_DAYS, pagesOf, readEvery } from '../domain/pages.ts';

/** Days after today that the page around today holds. */
const AHEAD = 27;
/** Shorter windows are read as they are: a page would be much more than was asked for. */
const SHORTEST = 14;
/** Events are few and come for any number of years: these many days back and ahead are asked for at once. */
const EVENT_DAYS = 400;

type Ctx = Pick<CallContext<TrainingPeaksPort>, 'port' | 'today'>;

/**
 * Lists of an athlete's calendar, cut out of pages of 90 days that lie where every caller has them lie: weeks, plans and
 * comments of an athlete cost one request together.
 */
export const workoutsOf = (ctx: Ctx, athlete: string, window: Window): Promise<WireList<WireWorkout>> =>
  inPages(ctx, window, {
    read: (page) => ctx.port.workouts.list({ athlete, ...page }),
    idOf: ({ workoutId }) => workoutId,
    isIn: ({ workoutDay }) => workoutDay === null || holds(window, workoutDay),
  });

export const notesOf = (ctx: Ctx, athlete: string, window: Window): Promise<WireList<WireNote>> =>
  inPages(ctx, window, {
    read: (page) => ctx.port.notes.list({ athlete, ...page }),
    idOf: ({ id }) => id,
    isIn: ({ noteDate }) => noteDate === null || holds(window, noteDate),
  });

/** Blocks that touch the window. */
export const availabilityOf = (ctx: Ctx, athlete: string, window: Window): Promise<WireList<WireAvailability>> =>
  inPages(ctx, window, {
    read: (page) => ctx.port.availability.list({ athlete, ...page }),
    idOf: ({ id }) => id,
    isIn: (wire) => {
      if (wire.startDate === null) return true;
      const { start_date, end_date } = blockOf(wire);
      return start_date <= window.newest && end_date >= window.oldest;
    },
  });

export async function eventsOf({ port, today }: Ctx, athlete: string, window: Window): Promise<WireList<WireEvent>> {
  const now = await today();
  const wide = { oldest: addDays(now, -EVENT_DAYS), newest: addDays(now, EVENT_DAYS) };
  const isInside = window.oldest >= wide.oldest && window.newest <= wide.newest;
  const found = await port.events.list({ athlete, ...(isInside ? wide : window) });
  return { ...found, items: found.items.filter(({ eventDate }) => eventDate === null || holds(window, eventDate)) };
}

interface Listed<Row> {
  readonly read: (page: Window) => Promise<WireList<Row>>;
  readonly idOf: (row: Row) => string;
  readonly isIn: (row: Row) => boolean;
}

async function inPages<Row>({ today }: Ctx, window: Window, { read, idOf, isIn }: Listed<Row>) {
  const found = await readEvery(pagesAround(await today(), window), read, idOf);
  return { ...found, items: found.items.filter(isIn) };
}

/**
 * Pages that hold a window. Those from the one around today on are whole, so that they are the same for every window;
 * those before, which are heavy, end where the window does. Never more of them than the window alone would take.
 */
export function pagesAround(today: string, window: Window): Window[] {
  const { oldest, newest } = window;
  if (daysBetween(oldest, newest) < SHORTEST) return [window];
  const pages: Window[] = [];
  const around = addDays(today, AHEAD + 1 - PAGE_DAYS);
  const first = addDays(around, PAGE_DAYS * Math.floor(daysBetween(around, oldest) / PAGE_DAYS));
  for (let from = first; from <= newest; from = addDays(from, PAGE_DAYS)) {
    const whole = { oldest: from, newest: addDays(from, PAGE_DAYS - 1) };
    pages.push(from >= around ? whole : cut(whole, window));
  }
  const own = pagesOf(window);
  return pages.length > own.length ? own : pages;
}

function cut(page: Window, { oldest, newest }: Window): Window {
  return {
    oldest: page.oldest < oldest ? oldest : page.oldest,
    newest: page.newest > newest ? newest : page.newest,
  };
}

const holds = ({ oldest, newest }: Window, day: string) => day >= oldest && day <= newest;
