import { connect, type TestAnswer } from '@core/mcp-kit/testing';
import { FAULTS, type Fault } from '@core/sandbox';
import { beforeAll, describe, expect, it } from 'vitest';
import { rememberPeople } from '../sandbox/index.ts';
import { type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

/** One upstream operation with a tool that uses it, and an emulator of its own, so that all of them can fail at once. */
interface Case {
  readonly method: string;
  readonly path: string;
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly platform: SandboxPlatform;
}

const deadlineMs = 2_500;
const isWrite = ({ method }: Case) => method !== 'GET';
const people = rememberPeople();
let cases: Case[] = [];

/** Every operation that some tool's example reaches, found by running the examples. */
beforeAll(async () => {
  const found = new Map<string, Omit<Case, 'platform'>>();
  const platform = sandboxPlatform({ people });
  for (const { name, examples } of provider.tools) {
    for (const example of examples) {
      const { requests } = platform.sandbox.emulator;
      const before = requests.length;
      const answer = await call(platform, name, example);
      if (answer.failure) throw new Error(`${name}: ${answer.text}`);
      for (const { route } of requests.slice(before)) {
        if (route === undefined || found.has(route)) continue;
        const [method = '', path = ''] = route.split(' ');
        found.set(route, { method, path: path.replace('/api/v1', ''), tool: name, args: example });
      }
    }
  }
  cases = [...found.values()].map((each) => ({ ...each, platform: sandboxPlatform({ people }) }));
  // What an emulator computes at its first request is not what is timed below.
  for (const { platform, tool, args } of cases) await preview(platform, tool, args);
}, 300_000);

/** One call without a fault; a write is only previewed. */
async function preview(platform: SandboxPlatform, tool: string, args: Readonly<Record<string, unknown>>) {
  const isRead = provider.tools.find(({ name }) => name === tool)?.effect === 'read';
  return connect(provider, platform).call(tool, isRead ? args : { ...args, dry_run: true });
}

let round = 0;

/** Arguments that ask for something new: a write that was applied in an earlier round must not make this one idle. */
async function freshArgs({ tool, args, platform }: Case): Promise<Readonly<Record<string, unknown>>> {
  round += 1;
  switch (tool) {
    case 'icu_create_note':
    case 'icu_create_planned_workout':
    case 'icu_update_planned_workout':
      return { ...args, name: `Round ${round}` };
    case 'icu_update_note':
      return { ...args, text: `Round ${round}` };
    case 'icu_update_wellness':
      return { ...args, values: { weight_kg: 60 + round / 100 } };
    case 'icu_delete_event': {
      const server = connect(provider, platform);
      const { structured } = await server.call('icu_create_note', { date: '2026-12-20', name: `Round ${round}` });
      return { event_id: (structured.note as { event_id: string }).event_id };
    }
    default:
      return args;
  }
}

/** Calls a tool through a connection of its own; a write is confirmed with the token of its preview. */
async function call(
  platform: SandboxPlatform,
  tool: string,
  args: Readonly<Record<string, unknown>>,
  arm: { readonly before: 'preview' | 'commit'; readonly faults: () => void } = { before: 'commit', faults: () => {} },
): Promise<TestAnswer> {
  const server = connect(provider, platform, { deadlineMs, review: 'off' });
  const isRead = provider.tools.find(({ name }) => name === tool)?.effect === 'read';
  if (isRead || arm.before === 'preview') arm.faults();
  if (isRead) return server.call(tool, args);
  const preview = await server.call(tool, { ...args, dry_run: true });
  if (preview.failure) return preview;
  if (arm.before === 'commit') arm.faults();
  return server.call(tool, { ...args, preview_token: preview.structured.preview_token });
}

/** Faults after which the answer is still whole, or whole enough to read tolerantly. */
const mayAnswer = new Set([
  'http-401-once',
  'http-429-retry-after',
  'drip',
  'missing-field',
  'other-type',
  'all-null',
  'nan-strings',
  'huge-ids',
  'clock-skew',
  'wrong-content-type',
]);

/** A delete reads no answer and looks whether the entry is gone: what the answer's body holds does not matter to it. */
const needsNoBody = (fault: Fault, { tool }: Case) => tool === 'icu_delete_event' && fault.id === 'truncated-json';

async function suffer(fault: Fault, each: Case) {
  const { platform, method, path, tool } = each;
  const { emulator } = platform.sandbox;
  emulator.faults.clear();
  const args = await freshArgs(each);
  const before = emulator.requests.length;
  const started = performance.now();
  const answer = await call(platform, tool, args, {
    before: isWrite(each) ? 'commit' : 'preview',
    faults: () => emulator.faults.inject(fault.id, { method, path }),
  });
  emulator.faults.clear();
  const sent = emulator.requests
    .slice(before)
    .filter((request) => request.route === `${method} /api/v1${path}` || request.route === `${method} ${path}`);
  return { ...each, answer, sent: sent.length, ms: performance.now() - started };
}

describe.each(FAULTS.map((fault) => [fault.title, fault] as const))('%s', (_, fault) => {
  it('ends every operation in time, without a crash, a repeated write or a false success', async () => {
    expect(cases.length).toBeGreaterThan(15);
    const ended = await Promise.all(cases.map((each) => suffer(fault, each)));
    const wrong = ended.flatMap((each) => {
      const { method, path, tool, answer, sent, ms } = each;
      const where = `${tool} over ${method} ${path}`;
      const faults: string[] = [];
      if (ms > deadlineMs + 2_500) faults.push(`${where} took ${Math.round(ms)} ms`);
      if (answer.failure?.kind === 'internal')
        faults.push(`${where} crashed: ${answer.text} ${String(answer.failure.cause)}`);
      if (answer.failure && answer.failure.next.length < 10) faults.push(`${where} gives no next step: ${answer.text}`);
      if (method !== 'GET' && sent > (fault.id === 'http-429-retry-after' ? 2 : 1))
        faults.push(`${where} sent the write ${sent} times`);
      if (!answer.failure && !mayAnswer.has(fault.id) && !needsNoBody(fault, each) && !toleratesMissing(answer))
        faults.push(`${where} answered with a success: ${answer.text.slice(0, 200)}`);
      return faults;
    });
    expect(wrong).toEqual([]);
  });

  it.runIf(fault.writeApplied && !mayAnswer.has(fault.id))(
    'never calls a write that may have been applied a plain failure',
    async () => {
      const ended = await Promise.all(
        cases.filter((each) => isWrite(each) && !needsNoBody(fault, each)).map((each) => suffer(fault, each)),
      );
      expect(ended.length).toBeGreaterThan(2);
      const kinds = ended.map(({ tool, answer }) => `${tool}: ${answer.failure?.kind ?? 'success'}`);
      expect(kinds.filter((kind) => !/ambiguous_write$/.test(kind))).toEqual([]);
    },
  );
});

/** An answer that says itself that a part of it is missing. */
function toleratesMissing({ structured }: TestAnswer): boolean {
  return JSON.stringify(structured.notes ?? '').match(/could not|not available|missing|unavailable/i) !== null;
}
