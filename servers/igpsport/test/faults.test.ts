import { connect, type TestAnswer } from '@core/mcp-kit/testing';
import { FAULTS, type Fault } from '@core/sandbox';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

/** One upstream operation with a tool that uses it, and an emulator of its own, so that all of them can fail at once. */
interface Case {
  readonly where: 'emulator' | 'storage';
  readonly method: string;
  readonly path: string;
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly platform: SandboxPlatform;
}

type Args = Case['args'];

const deadlineMs = 2_500;
const stores = ['emulator', 'storage'] as const;
const isLogin = ({ path }: Pick<Case, 'path'>) => path.includes('/auth/account/login');
const isWrite = (each: Case) => each.method !== 'GET' && !isLogin(each);
let cases: Case[] = [];

/** Every operation that some tool's example reaches, found by running the examples. */
beforeAll(async () => {
  const found = new Map<string, Omit<Case, 'platform'>>();
  for (const { name, examples } of provider.tools) {
    for (const example of examples) {
      const platform = sandboxPlatform();
      const answer = await call(platform, name, example, () => {}, 60_000);
      if (answer.failure) throw new Error(`${name}: ${answer.text}`);
      for (const where of stores) {
        for (const { route } of platform.sandbox[where].requests) {
          if (route === undefined || found.has(route)) continue;
          const [method = '', path = ''] = route.split(' ');
          found.set(route, { where, method, path, tool: name, args: example });
        }
      }
    }
  }
  cases = [...found.values()].map((each) => ({ ...each, platform: sandboxPlatform() }));
  // What an emulator simulates is simulated before the clock runs.
  for (const { platform, tool, args } of cases) await preview(platform, tool, args);
}, 120_000);

/** One call without a fault; a write is only previewed. */
async function preview(platform: SandboxPlatform, tool: string, args: Args): Promise<TestAnswer> {
  const isRead = provider.tools.find(({ name }) => name === tool)?.effect === 'read';
  return connect(provider, platform).call(tool, isRead ? args : { ...args, dry_run: true });
}

let round = 0;

/** Arguments that ask for something new: a write that was applied in an earlier round must not make this one idle. */
function freshArgs({ tool, args, platform }: Case): Args {
  round += 1;
  switch (tool) {
    case 'igp_clone_workout':
    case 'igp_create_workout':
    case 'igp_update_workout':
      return { ...args, name: `Round ${round}` };
    case 'igp_delete_workout':
      return {
        workout_id: String(
          platform.sandbox.emulator.state.courses.create({ title: `Round ${round}`, structure: [{}] }).id,
        ),
      };
    default:
      return args;
  }
}

/** Calls a tool through a connection of its own; a write is confirmed with the token of its preview. */
async function call(
  platform: SandboxPlatform,
  tool: string,
  args: Args,
  armed: () => void = () => {},
  deadline = deadlineMs,
): Promise<TestAnswer> {
  const server = connect(provider, platform, { deadlineMs: deadline, review: 'off' });
  if (provider.tools.find(({ name }) => name === tool)?.effect === 'read') {
    armed();
    return server.call(tool, args);
  }
  const preview = await server.call(tool, { ...args, dry_run: true });
  if (preview.failure) return preview;
  armed();
  return server.call(tool, { ...args, preview_token: preview.structured.preview_token });
}

/** Faults after which the answer is still whole, or whole enough to read tolerantly. */
const mayAnswer = new Set([
  ...['http-401-once', 'http-429-retry-after', 'drip', 'missing-field', 'other-type', 'all-null', 'nan-strings'],
  ...['huge-ids', 'clock-skew', 'wrong-content-type'],
]);

async function suffer(fault: Fault, each: Case) {
  const { platform, where, method, path, tool } = each;
  const emulator = platform.sandbox[where];
  emulator.faults.clear();
  const before = emulator.requests.length;
  const started = performance.now();
  const answer = await call(platform, tool, freshArgs(each), () => emulator.faults.inject(fault.id, { method, path }));
  emulator.faults.clear();
  const sent = emulator.requests.slice(before).filter(({ route }) => route === `${method} ${path}`).length;
  return { ...each, answer, sent, ms: performance.now() - started };
}

describe.each(FAULTS.map((fault) => [fault.title, fault] as const))('%s', (_, fault) => {
  it('ends every operation in time, without a crash, a repeated write or a false success', {
    timeout: 30_000,
  }, async () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
    const ended = await Promise.all(cases.map((each) => suffer(fault, each)));
    const wrong = ended.flatMap((each) => {
      const { method, path, tool, answer, sent, ms } = each;
      const place = `${tool} over ${method} ${path}`;
      const faults: string[] = [];
      if (ms > deadlineMs + 2_500) faults.push(`${place} took ${Math.round(ms)} ms`);
      if (answer.failure?.kind === 'internal')
        faults.push(`${place} crashed: ${answer.text} ${String(answer.failure.cause)}`);
      if (answer.failure && answer.failure.next.length < 10) faults.push(`${place} gives no next step: ${answer.text}`);
      // A 401 is given before a request is looked at: with a new login it is sent once more.
      if (isWrite(each) && sent > (fault.status === 401 ? 2 : 1)) faults.push(`${place} sent the write ${sent} times`);
      if (!answer.failure && !mayAnswer.has(fault.id) && !saysWhatIsMissing(answer)) {
        faults.push(`${place} answered with a success: ${answer.text.slice(0, 200)}`);
      }
      return faults;
    });
    expect(wrong).toEqual([]);
  });

  it.runIf(fault.writeApplied && !mayAnswer.has(fault.id))(
    'never calls a write that may have been applied a plain failure',
    async () => {
      const ended = await Promise.all(cases.filter(isWrite).map((each) => suffer(fault, each)));
      const kinds = ended.map(({ tool, answer }) => `${tool}: ${answer.failure?.kind ?? 'success'}`);
      expect(kinds.filter((kind) => !/ambiguous_write$/.test(kind))).toEqual([]);
    },
  );
});

/** An answer that says itself that a part of it is missing. */
function saysWhatIsMissing({ structured }: TestAnswer): boolean {
  return /could not|not available|missing|unavailable|skipped|failed/i.test(
    JSON.stringify(structured.notes ?? structured.skipped ?? ''),
  );
}
