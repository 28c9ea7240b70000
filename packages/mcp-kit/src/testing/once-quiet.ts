import { setImmediate, setTimeout } from 'node:timers';
import { vi } from 'vitest';
import type { VirtualClock } from './virtual-time.ts';

/** Turns of the event loop without a change before nothing in this thread is at work. */
const turns = 4;
/** A deadline is reached after so many windows in which the process used almost no processor. */
const windows = 2;
const windowMs = 15;
const idleMicroseconds = 4_000;
/** However busy the process remains, a deadline is reached some time. */
const mostWindows = 200;

/**
 * Resolves when nothing is left to do but to wait for the next timer of the clock, or the work is over. Before a deadline
 * other threads (compression, files, imports) get real time to finish too: what they compute takes none of the clock's.
 */
export async function onceQuiet(clock: VirtualClock, isOver: () => boolean): Promise<void> {
  await turnsWithoutChange(clock);
  if (isOver() || clock.next() === 'pause') return;
  const seen = clock.changes();
  const goesOn = () => isOver() || seen !== clock.changes();
  await vi.dynamicImportSettled();
  for (let tried = 0, idle = 0; tried < mostWindows && idle < windows; tried += 1) {
    idle = (await wasIdle(goesOn)) ? idle + 1 : 0;
    if (goesOn()) return onceQuiet(clock, isOver);
  }
}

async function turnsWithoutChange(clock: VirtualClock): Promise<void> {
  let seen = clock.changes();
  for (let quiet = 0; quiet < turns; quiet += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (seen === clock.changes() && !readsFiles()) continue;
    seen = clock.changes();
    quiet = -1;
  }
}

/** A turn of the event loop, in which other work goes on. */
export function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

/** Whether no thread of the process worked during one window, which ends early when the work goes on. */
async function wasIdle(goesOn: () => boolean): Promise<boolean> {
  const before = process.cpuUsage();
  for (let ms = 0; ms < windowMs && !goesOn(); ms += 1) await aMoment();
  const { user, system } = process.cpuUsage(before);
  return user + system < idleMicroseconds && !readsFiles();
}

function readsFiles(): boolean {
  return process.getActiveResourcesInfo().some((name) => /Req/.test(name));
}
