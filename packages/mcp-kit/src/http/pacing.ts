import type { Pacing } from './options.ts';

/** Gives out the right to send: one queue per account, first come first served. */
export interface Slots {
  /** Waits for a turn and runs `task` in it. Rejects with the signal's reason when aborted while waiting. */
  readonly run: <T>(signal: AbortSignal, task: () => Promise<T>) => Promise<T>;
  /** Lets nobody start before `ms` from now: the service asked for a pause. */
  readonly pause: (ms: number) => void;
}

/**
 * At most `concurrency` tasks at once, their starts at least `gapMs` apart. The gap is counted on the monotonic clock, so
 * a changed system clock neither stalls nor floods the service.
 */
export function createSlots({ gapMs, concurrency }: Pacing): Slots {
  const waiting = new Set<() => void>();
  let running = 0;
  let nextStart = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const admit = (): void => {
    if (timer !== undefined || waiting.size === 0 || running >= concurrency) return;
    const wait = nextStart - performance.now();
    if (wait > 0) {
      timer = setTimeout(() => {
        timer = undefined;
        admit();
      }, Math.ceil(wait));
      return;
    }
    const [first] = waiting;
    if (first === undefined) return;
    waiting.delete(first);
    running += 1;
    nextStart = performance.now() + gapMs;
    first();
    admit();
  };

  const turn = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.delete(start);
        reject(signal.reason);
      };
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      signal.addEventListener('abort', leave, { once: true });
      waiting.add(start);
      admit();
    });

  return {
    run: async (signal, task) => {
      await turn(signal);
      try {
        return await task();
      } finally {
        running -= 1;
        admit();
      }
    },
    pause: (ms) => {
      nextStart = Math.max(nextStart, performance.now() + ms);
    },
  };
}
