import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Port } from '../port.ts';
import { recordSource } from './record-source.ts';
import { windowRides } from './window-rides.ts';

/** A port whose lists take a while; it keeps the time that each reading of files was given. */
function slowLists(ms: number) {
  const budgets: number[] = [];
  const port = {
    activities: {
      list: async () => {
        await wait(ms);
        return { items: [], skipped: 0 };
      },
    },
    profile: { training: async () => ({}) },
    thresholdSettings: { ftp: 250 },
    rides: {
      deriveEach: async (_rides: unknown, _keep: unknown, { budgetMs }: { readonly budgetMs: number }) => {
        budgets.push(budgetMs);
        return [];
      },
    },
  } as unknown as Port;
  return { port, budgets };
}

describe('the windows of a call', () => {
  it('share one budget, lists included: a later one gets what is left, at last nothing', async () => {
    const { port, budgets } = slowLists(60);
    for (const oldest of ['2026-03-01', '2026-02-01', '2026-01-01']) {
      await windowRides(port)({ oldest, newest: '2026-03-10' }, { budgetMs: 100 });
    }
    const [first = 0, second = 0, third] = budgets;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(45);
    expect([second, third]).toEqual([0, 0]);
  });

  it('share it with the records of the same call, period after period', async () => {
    const { port, budgets } = slowLists(30);
    const range = { oldest: '2026-01-01', newest: '2026-03-10' };
    await windowRides(port)(range);
    await recordSource(port).curves({} as never, { measure: 'power', ranges: [range, range] } as never);
    expect(budgets).toHaveLength(3);
    expect(budgets[0]! - budgets[2]!).toBeGreaterThan(50);
  });

  it('are read once: one inside another costs nothing', async () => {
    const { port, budgets } = slowLists(0);
    await windowRides(port)({ oldest: '2026-01-01', newest: '2026-03-10' });
    await windowRides(port)({ oldest: '2026-02-01', newest: '2026-03-01' });
    expect(budgets).toHaveLength(1);
  });
});
