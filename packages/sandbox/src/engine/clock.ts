/** The emulator's idea of now. Frozen unless started, so that two runs give the same bytes. */
export interface Clock {
  now(): Date;
  set(to: Date | string): void;
  advance(milliseconds: number): void;
}

/**
 * A clock that shows `start` until it is set or advanced; with `running` it goes on from there in real time.
 * Throws RangeError for a date that cannot be read.
 */
export function createClock(start: Date | string, options: { running?: boolean } = {}): Clock {
  let base = instant(start);
  let setAt = Date.now();
  return {
    now: () => new Date(options.running ? base + Date.now() - setAt : base),
    set(to) {
      base = instant(to);
      setAt = Date.now();
    },
    advance(milliseconds) {
      base += milliseconds;
    },
  };
}

function instant(value: Date | string): number {
  const time = new Date(value).getTime();
  if (Number.isNaN(time)) throw new RangeError(`not a date: ${String(value)}. Example: 2026-10-14T09:00:00Z`);
  return time;
}
