import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSlots } from './pacing.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;

/** Runs `count` tasks of `ms` each and tells when each started. */
async function startsOf(slots: ReturnType<typeof createSlots>, count: number, ms: number): Promise<number[]> {
  const origin = performance.now();
  const starts: number[] = [];
  const tasks = Array.from({ length: count }, () =>
    slots.run(never, async () => {
      starts.push(Math.round(performance.now() - origin));
      await new Promise((resolve) => setTimeout(resolve, ms));
    }),
  );
  await vi.runAllTimersAsync();
  await Promise.all(tasks);
  return starts;
}

describe('slots', () => {
  it('start tasks the gap apart, the first at once', async () => {
    expect(await startsOf(createSlots({ gapMs: 100, concurrency: 9 }), 4, 10)).toEqual([0, 100, 200, 300]);
  });

  it('start no more than the concurrency at once', async () => {
    expect(await startsOf(createSlots({ gapMs: 0, concurrency: 2 }), 5, 50)).toEqual([0, 0, 50, 50, 100]);
  });

  it('start nobody during a pause', async () => {
    const slots = createSlots({ gapMs: 10, concurrency: 9 });
    slots.pause(1_000);
    expect(await startsOf(slots, 2, 5)).toEqual([1_000, 1_010]);
  });

  it('go on after a task that failed', async () => {
    const slots = createSlots({ gapMs: 0, concurrency: 1 });
    await expect(slots.run(never, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await startsOf(slots, 1, 5)).toEqual([0]);
  });

  it('let a task leave the queue when it is aborted, without running it', async () => {
    const slots = createSlots({ gapMs: 0, concurrency: 1 });
    const first = slots.run(never, () => new Promise((resolve) => setTimeout(resolve, 50)));
    const abort = new AbortController();
    let ran = false;
    const second = slots.run(abort.signal, async () => {
      ran = true;
    });
    abort.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    await vi.runAllTimersAsync();
    await first;
    expect(ran).toBe(false);
    await expect(slots.run(abort.signal, async () => {})).rejects.toThrow('gone');
  });
});
