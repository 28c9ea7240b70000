import { performance } from 'node:perf_hooks';
import { connect, sizeOf } from '@core/mcp-kit/testing';
import { sandboxPlatform } from '../servers/intervals/sandbox/platform.ts';
import { provider } from '../servers/intervals/src/provider.ts';

export interface AnswerCost {
  /** Largest answer of the tool's examples on the ordinary and on the heavy athlete, bytes of text and structure. */
  readonly bytes: number;
  readonly bytes_heavy: number;
  /** Median time in this server, upstream excluded. */
  readonly overhead_ms: number;
}

/** Every read tool's examples: how large the answers are, and how long the server itself takes. */
export async function measureAnswers(runs: number): Promise<Record<string, AnswerCost>> {
  const costs: Record<string, AnswerCost> = {};
  const now = '2026-10-14T09:00:00Z';
  const ordinary = timed({ now });
  const heavy = timed({ now, heavy: true });
  const ids = await heavyIds(now);
  for (const tool of provider.tools.filter(({ effect }) => effect === 'read')) {
    const overheads: number[] = [];
    let bytes = 0;
    for (let run = 0; run < runs; run++) {
      for (const example of tool.examples) {
        const { size, overhead } = await ordinary(tool.name, example);
        bytes = Math.max(bytes, size);
        overheads.push(overhead);
      }
    }
    let bytesHeavy = 0;
    for (const example of tool.examples) {
      const args = 'activity_id' in example ? { ...example, activity_id: ids[tool.name] ?? ids.longest } : example;
      bytesHeavy = Math.max(bytesHeavy, (await heavy(tool.name, args)).size);
    }
    overheads.sort((a, b) => a - b);
    costs[tool.name] = {
      bytes,
      bytes_heavy: bytesHeavy,
      overhead_ms: Number(overheads[Math.floor(overheads.length / 2)]!.toFixed(2)),
    };
  }
  return costs;
}

/** Calls with a clock that runs only outside the platform. */
function timed(options: Parameters<typeof sandboxPlatform>[0]) {
  const platform = sandboxPlatform(options);
  let upstream = 0;
  const server = connect(provider, {
    ...platform,
    fetch: async (input, init) => {
      const before = performance.now();
      // The emulator computes while it answers, one request after the other, so its time adds up.
      const response = await platform.fetch(input, init);
      upstream += performance.now() - before;
      return response;
    },
  });
  return async (tool: string, args: unknown) => {
    upstream = 0;
    const before = performance.now();
    const { structured, text, failure } = await server.call(tool, args);
    if (failure) throw new Error(`${tool}: ${failure.toText()}`);
    return { size: sizeOf({ structured, text }), overhead: Math.max(0, performance.now() - before - upstream) };
  };
}

/** The heavy athlete's activities that examples are turned to: the ride of twelve hours, and one that has a plan. */
async function heavyIds(now: string): Promise<Readonly<Record<string, string | undefined>>> {
  const platform = sandboxPlatform({ now, heavy: true });
  const { structured } = await connect(provider, platform).call('icu_get_recent_activities', {
    days_back: 60,
    limit: 100,
  });
  const { columns, rows } = structured as { columns: string[]; rows: (string | null)[][] };
  const planned = rows.find((row) => row[columns.indexOf('planned_event_id')] !== null);
  const ultra = platform.sandbox.emulator.state.me.activities
    .list()
    .find(({ origin }) => origin.kind === 'session' && origin.session.tags.includes('ultra'));
  return { longest: ultra?.id, icu_compare_planned_actual: planned?.[columns.indexOf('id')] ?? undefined };
}
