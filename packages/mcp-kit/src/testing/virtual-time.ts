import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { aMoment, onceQuiet } from './once-quiet.ts';

/** A pause ends and work goes on; a deadline breaks work off. */
export type TimerKind = 'pause' | 'deadline';

interface Timer {
  readonly kind: TimerKind;
  readonly at: number;
  readonly fire: () => void;
}

/** A timeout that is longer is taken for a deadline of somebody: it is set beside work, not between two pieces of it. */
const longestPauseMs = 20_000;

/** What some work gave, and how long it would have taken on a machine of infinite speed. */
export interface Timed<Result> {
  readonly value: Result;
  readonly ms: number;
}

/**
 * Runs work on a clock that only waiting moves: computing costs no time, and when nothing but timers is left the clock
 * jumps to the next of them. A minute of silence takes no second, and a busy machine reaches no deadline. Timeouts, pauses,
 * `AbortSignal.timeout` and `performance.now` of the whole process are of this clock until the work has ended, so one work
 * runs at a time. Timers that it leaves behind are dropped. Without `deadlines` none is ever reached: for work that is to
 * be seen to its end.
 */
export async function onVirtualTime<Result>(
  work: () => Promise<Result>,
  { deadlines = true }: { readonly deadlines?: boolean } = {},
): Promise<Timed<Result>> {
  const clock = createVirtualClock();
  const restore = install(clock);
  try {
    let over = false;
    const ended = work().finally(() => {
      over = true;
    });
    // Awaited below; until then a rejection is not yet anybody's.
    ended.catch(() => {});
    while (!over) {
      if (!deadlines && clock.next() !== 'pause') {
        await aMoment();
        continue;
      }
      await onceQuiet(clock, () => over);
      if (!over && (deadlines || clock.next() === 'pause')) clock.jump();
    }
    return { value: await ended, ms: clock.now() };
  } finally {
    restore();
  }
}

/** The timers of one piece of work, and the time that they have moved. */
export interface VirtualClock {
  readonly now: () => number;
  readonly after: (ms: number, fire: () => void, kind?: TimerKind) => object;
  /** Whether the timer was one of this clock. */
  readonly cancel: (timer: unknown) => boolean;
  /** What the next timer is; undefined when there is none. */
  readonly next: () => TimerKind | undefined;
  /** How often a timer was set or cancelled. */
  readonly changes: () => number;
  /** Goes to the next timer and fires it. */
  readonly jump: () => void;
}

function createVirtualClock(): VirtualClock {
  const pending = new Set<Timer>();
  let now = 0;
  let changes = 0;
  const first = (): Timer | undefined => {
    let earliest: Timer | undefined;
    for (const timer of pending) if (earliest === undefined || timer.at < earliest.at) earliest = timer;
    return earliest;
  };
  return {
    now: () => now,
    changes: () => changes,
    next: () => first()?.kind,
    after: (ms, fire, kind = 'pause') => {
      const at = now + Math.max(1, ms);
      const timer = { kind, at, fire, ref: () => timer, unref: () => timer, hasRef: () => true };
      pending.add(timer);
      changes += 1;
      return timer;
    },
    cancel: (timer) => {
      changes += 1;
      return pending.delete(timer as Timer);
    },
    jump: () => {
      const timer = first();
      if (timer === undefined) return;
      pending.delete(timer);
      now = timer.at;
      timer.fire();
    },
  };
}

/** Puts the clock in the place of the machine's; the returned function takes it out again. */
function install(clock: VirtualClock): () => void {
  const { setTimeout, clearTimeout } = globalThis;
  const { timeout } = AbortSignal;
  const pause = timers.setTimeout;
  const now = performance.now;
  const start = performance.now();
  const wait = (fire: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): object =>
    clock.after(ms, () => fire(...args), ms > longestPauseMs ? 'deadline' : 'pause');
  const cancel = (timer: unknown): void => {
    if (!clock.cancel(timer)) clearTimeout(timer as NodeJS.Timeout);
  };
  Object.assign(globalThis, { setTimeout: wait, clearTimeout: cancel });
  Object.assign(AbortSignal, { timeout: (ms: number) => abortAfter(clock, ms) });
  Object.assign(performance, { now: () => start + clock.now() });
  Object.assign(timers, { setTimeout: pauseOn(clock) });
  syncBuiltinESMExports();
  return () => {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Object.assign(AbortSignal, { timeout });
    Object.assign(performance, { now });
    Object.assign(timers, { setTimeout: pause });
    syncBuiltinESMExports();
  };
}

function abortAfter(clock: VirtualClock, ms: number): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  clock.after(ms, abort, 'deadline');
  return controller.signal;
}

/** `setTimeout` of `node:timers/promises`. */
function pauseOn(clock: VirtualClock) {
  return <Value>(ms = 1, value?: Value, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Value> =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clock.cancel(timer);
        reject(new DOMException('The operation was aborted', 'AbortError'));
      };
      const timer = clock.after(ms, () => {
        signal?.removeEventListener('abort', stop);
        resolve(value as Value);
      });
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    });
}
