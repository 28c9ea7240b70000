import { describe, expect, it } from 'vitest';
import type { Provider } from '../../provider/provider.ts';
import type { Tool } from '../../tool/define.ts';
import { writes } from '../../tool/effect.ts';
import { connect, type TestAnswer, type TestPlatform, type TestServer } from '../connect.ts';
import { onVirtualTime } from '../virtual-time.ts';
import { answerFaults } from './answer-faults.ts';
import { callsIn, type NamedCall } from './calls.ts';

type Args = Readonly<Record<string, unknown>>;

export interface AnswerSuiteOptions<Platform extends TestPlatform> {
  /** A fresh heavy account: 1,000 activities, a ride of twelve hours, 50 athletes where there is a roster. */
  readonly heavy: () => Platform | Promise<Platform>;
  /**
   * What to ask for in the place of an example: the largest thing of its sort that the account holds, or what the example
   * means where its ids stand for something else. Default is the example.
   */
  readonly asked?: (tool: string, example: Args, platform: Platform) => Args | readonly Args[] | undefined;
  /** By tool: private names that it is about. */
  readonly discloses?: Readonly<Record<string, RegExp>>;
  /** Names of the platform or the athlete for which nobody has published a unit, each for a reason that the test gives. */
  readonly ownScale?: RegExp;
}

/** Arguments that ask for more than an answer gives by itself. */
const sizes = ['limit', 'points', 'fields', 'max_points', 'from_s', 'to_s'];

/**
 * Every answer of every tool on an account with years of training: it fits its budget, says what it left out and goes on
 * with the call that it names, names its units, keeps what is private, and its text is complete without the object.
 */
export function answerSuite<Port, Settings, Platform extends TestPlatform>(
  provider: Provider<Port, Settings>,
  options: AnswerSuiteOptions<Platform>,
): void {
  const { heavy, asked } = options;
  let forReads: Promise<Platform> | undefined;
  const platformFor = async ({ effect }: Tool<Port>): Promise<Platform> => {
    if (writes(effect)) return heavy();
    forReads ??= Promise.resolve(heavy());
    return forReads;
  };

  describe(`${provider.bin}: answers of a heavy account`, () => {
    it.each(provider.tools.map((tool) => [tool.name, tool] as const))(
      '%s',
      async (_, tool) => {
        for (const example of tool.examples) {
          const calls = [asked?.(tool.name, example, await platformFor(tool)) ?? example].flat() as Args[];
          for (const args of calls) {
            const server = connect(provider, await platformFor(tool));
            expect(await faultsOf(server, tool, args, options)).toEqual([]);
          }
        }
      },
      120_000,
    );
  });
}

async function faultsOf<Port, Platform extends TestPlatform>(
  server: TestServer<Port>,
  tool: Tool<Port>,
  args: Args,
  options: AnswerSuiteOptions<Platform>,
): Promise<string[]> {
  const promises = {
    aboutAthlete: tool.athleteScope === 'one',
    asked: sizes.some((size) => size in args),
    discloses: options.discloses?.[tool.name],
    ownScale: options.ownScale,
  };
  const faults: string[] = [];
  for (const [step, answer] of await answersOf(server, tool, args)) {
    const place = `${tool.name} ${JSON.stringify(args)}${step}`;
    const found = answer.failure ? [answer.failure.toText()] : answerFaults({ ...answer, ...promises });
    faults.push(...found.map((fault) => `${place} ${fault}`));
    for (const named of callsIn(String(answer.structured.next ?? ''))) {
      faults.push(...(await callFaults(server, named, answer)).map((fault) => `${place} ${fault}`));
    }
  }
  return faults;
}

/** The answer of a read; the preview of a write and what its commit says. */
async function answersOf<Port>(
  { call }: TestServer<Port>,
  { name, effect }: Tool<Port>,
  args: Args,
): Promise<(readonly [step: string, TestAnswer])[]> {
  const answerTo = async (sent: Args) => (await unhurried(() => call(name, sent))).value;
  if (!writes(effect)) return [['', await answerTo(args)]];
  const preview = await answerTo({ ...args, dry_run: true });
  if (preview.failure) return [[' (preview)', preview]];
  const { preview_token } = preview.structured;
  return [
    [' (preview)', preview],
    [' (commit)', await answerTo({ ...args, preview_token })],
  ];
}

/** The call that an answer names works, and a next page is another page. */
async function callFaults<Port>(
  server: TestServer<Port>,
  { tool, args }: NamedCall,
  { structured }: TestAnswer,
): Promise<string[]> {
  const next = server.runtime.tools.get(tool)?.tool;
  if (next === undefined) return [`names ${tool}, which does not exist`];
  const { value } = await unhurried(() => server.call(tool, writes(next.effect) ? { ...args, dry_run: true } : args));
  if (value.failure) return [`names a call that fails: ${value.failure.toText()}`];
  const same = JSON.stringify(value.structured.rows) === JSON.stringify(structured.rows);
  return args.cursor !== undefined && same ? ['goes on with the same page'] : [];
}

/** Pauses between requests are not waited out; no deadline is reached, however busy the machine. */
const unhurried = <Result>(work: () => Promise<Result>) => onVirtualTime(work, { deadlines: false });
