import { beforeAll, describe, expect, it } from 'vitest';
import type { TestAnswer, TestPlatform } from './connect.ts';
import {
  callTool,
  type FaultCase,
  type FaultWorld,
  type FaultyEmulator,
  findCases,
  type SuiteFault,
} from './fault-cases.ts';
import { onVirtualTime } from './virtual-time.ts';

type Args = Readonly<Record<string, unknown>>;

export interface FaultSuiteOptions<Port, Settings, Platform extends TestPlatform>
  extends FaultWorld<Port, Settings, Platform> {
  /** `FAULTS` of `@core/sandbox`. */
  readonly faults: readonly SuiteFault[];
  /**
   * Arguments that ask for something new in every round: a write that was applied in an earlier one must not make the next
   * idle. Reads need none.
   */
  readonly fresh?: (each: FaultCase<Platform>, round: number) => Args | Promise<Args>;
  /** Paths that are sent with another method than GET and only read, such as a login. */
  readonly readPosts?: readonly RegExp[];
  /** Operations that a fault cannot harm, each for a reason that the provider's test gives. */
  readonly unharmed?: (fault: SuiteFault, each: FaultCase<Platform>) => boolean;
  /** Fewer operations or writes than these mean that the examples no longer reach the platform. */
  readonly least: { readonly operations: number; readonly writes: number };
}

interface Ended<Platform> extends FaultCase<Platform> {
  readonly answer: TestAnswer;
  /** How often the same request of the operation was sent while the fault was in. */
  readonly sent: number;
  /** How long the call waited, computing not counted. */
  readonly ms: number;
}

const deadlineMs = 2_500;
/** A call may end its last wait after the deadline, and begin no other. */
const graceMs = 500;

/** Faults after which the answer is still whole, or whole enough to read tolerantly. */
const mayAnswer = new Set([
  ...['http-401-once', 'http-429-retry-after', 'drip', 'missing-field', 'other-type', 'all-null', 'nan-strings'],
  ...['huge-ids', 'clock-skew', 'wrong-content-type'],
]);

/**
 * Puts every fault into every upstream operation that some tool's example reaches. Each call must end in time, without a
 * crash, a repeated write or a false success, and a write that may have been applied is called ambiguous.
 */
export function faultSuite<Port, Settings, Platform extends TestPlatform>(
  options: FaultSuiteOptions<Port, Settings, Platform>,
): void {
  const { provider, emulators, unharmed = () => false, readPosts = [], least } = options;
  const isWrite = ({ method, path }: FaultCase<Platform>): boolean =>
    method !== 'GET' && !readPosts.some((post) => post.test(path));
  let cases: FaultCase<Platform>[] = [];
  let round = 0;
  beforeAll(async () => {
    cases = await findCases(options);
  }, 300_000);

  const suffer = async (fault: SuiteFault, each: FaultCase<Platform>): Promise<Ended<Platform>> => {
    const emulator = emulators(each.platform)[each.emulator]!;
    emulator.faults.clear();
    round += 1;
    const args = (await options.fresh?.(each, round)) ?? each.args;
    const before = emulator.requests.length;
    const { value: answer, ms } = await onVirtualTime(() =>
      callTool(provider, each.platform, each.tool, args, {
        deadlineMs,
        arm: () => emulator.faults.inject(fault.id, { method: each.method, path: each.path }),
        armAfterPreview: isWrite(each),
      }),
    );
    emulator.faults.clear();
    const sent = mostAlike(emulator.requests.slice(before).filter(({ route }) => route === each.route));
    return { ...each, answer, sent, ms };
  };

  describe.each(options.faults.map((fault) => [fault.title, fault] as const))(`${provider.bin}: %s`, (_, fault) => {
    it('ends every operation in time, without a crash, a repeated write or a false success', {
      timeout: 180_000,
    }, async () => {
      expect(cases.length).toBeGreaterThanOrEqual(least.operations);
      const ended = await oneAtATime(cases, (each) => suffer(fault, each));
      const faults = ended.flatMap((each) =>
        faultsOf(each, fault, { isWrite: isWrite(each), harmless: unharmed(fault, each) }),
      );
      expect(faults).toEqual([]);
    });

    it.runIf(fault.writeApplied && !mayAnswer.has(fault.id))(
      'never calls a write that may have been applied a plain failure',
      { timeout: 120_000 },
      async () => {
        const writes = cases.filter((each) => isWrite(each) && !unharmed(fault, each));
        expect(writes.length).toBeGreaterThanOrEqual(least.writes);
        const ended = await oneAtATime(writes, (each) => suffer(fault, each));
        const kinds = ended.map(({ tool, answer }) => `${tool}: ${answer.failure?.kind ?? 'success'}`);
        expect(kinds.filter((kind) => !/ambiguous_write$/.test(kind))).toEqual([]);
      },
    );
  });
}

/** Virtual time is that of the process, so only one operation can be timed on it. */
async function oneAtATime<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** How often the most frequent request stands there. A tool that writes several objects sends each of them once. */
function mostAlike(requests: FaultyEmulator['requests']): number {
  const counts = new Map<string, number>();
  for (const { path, body } of requests) {
    const key = `${path} ${body}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** What is wrong with how one operation ended under a fault; empty when all is well. */
export function faultsOf(
  { tool, route, answer, sent, ms }: Pick<Ended<unknown>, 'tool' | 'route' | 'answer' | 'sent' | 'ms'>,
  fault: SuiteFault,
  { isWrite, harmless }: { readonly isWrite: boolean; readonly harmless: boolean },
): string[] {
  const place = `${tool} over ${route}`;
  const { failure } = answer;
  // A 401 or a 429 is given before a request is looked at: after a new login or a pause it is sent once more.
  const most = fault.status === 401 || fault.status === 429 ? 2 : 1;
  const wasSaid = harmless || mayAnswer.has(fault.id) || saysWhatIsMissing(answer);
  return [
    ...(ms > deadlineMs + graceMs ? [`${place} took ${Math.round(ms)} ms`] : []),
    ...(failure?.kind === 'internal' ? [`${place} crashed: ${answer.text} ${String(failure.cause)}`] : []),
    ...(failure && failure.next.length < 10 ? [`${place} gives no next step: ${answer.text}`] : []),
    ...(isWrite && sent > most ? [`${place} sent the write ${sent} times`] : []),
    ...(failure || wasSaid ? [] : [`${place} answered with a success: ${answer.text.slice(0, 200)}`]),
  ];
}

/** An answer that says itself that a part of it is missing. */
function saysWhatIsMissing({ structured }: TestAnswer): boolean {
  const { notes = '', skipped = '', ...rest } = structured;
  return (
    /could not|not available|missing|unavailable|skipped|failed/i.test(JSON.stringify([notes, skipped])) ||
    // Beside the part that it is about; elsewhere these words could be a title that a person wrote.
    /could not be read/i.test(JSON.stringify(rest))
  );
}
