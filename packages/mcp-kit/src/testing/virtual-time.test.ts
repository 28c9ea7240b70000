import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { onVirtualTime } from './virtual-time.ts';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('work on virtual time', () => {
  it('waits a minute in no time, and says that it waited a minute', async () => {
    const started = performance.now();
    const { ms, value } = await onVirtualTime(async () => {
      const before = performance.now();
      await later(59_000);
      await pause(1_000);
      return performance.now() - before;
    });
    expect(ms).toBe(60_000);
    expect(value).toBe(60_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('fires timers in their order, and none that was cleared', async () => {
    const fired: string[] = [];
    await onVirtualTime(async () => {
      setTimeout(() => fired.push('second'), 20);
      setTimeout(() => fired.push('first'), 10);
      clearTimeout(setTimeout(() => fired.push('cleared'), 15));
      await later(30);
    });
    expect(fired).toEqual(['first', 'second']);
  });

  it('ends a silence at the deadline, with the reason that fetch would see', async () => {
    const { ms, value } = await onVirtualTime(() =>
      pause(60_000, undefined, { signal: AbortSignal.timeout(2_500) }).catch((error: unknown) => error),
    );
    expect(ms).toBe(2_500);
    expect(value).toMatchObject({ name: 'AbortError' });
    const { value: reason } = await onVirtualTime(async () => {
      const signal = AbortSignal.timeout(100);
      await later(200);
      return signal.reason as unknown;
    });
    expect(reason).toMatchObject({ name: 'TimeoutError' });
  });

  it('reaches no deadline while the process computes or reads files', async () => {
    const { ms, value } = await onVirtualTime(async () => {
      const deadline = AbortSignal.timeout(2_500);
      for (let read = 0; read < 20; read += 1) await readFile(fileURLToPath(import.meta.url));
      return deadline.aborted;
    });
    expect({ ms, value }).toEqual({ ms: 0, value: false });
  });

  it('gives the clock back, also after a failure', async () => {
    const real = { setTimeout, clearTimeout, timeout: AbortSignal.timeout };
    await expect(onVirtualTime(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect({ setTimeout, clearTimeout, timeout: AbortSignal.timeout }).toEqual(real);
    const before = performance.now();
    await pause(15);
    expect(performance.now() - before).toBeGreaterThan(5);
  });
});
