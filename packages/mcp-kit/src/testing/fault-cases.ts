import type { Provider } from '../provider/provider.ts';
import { connect, type TestAnswer, type TestPlatform } from './connect.ts';

type Args = Readonly<Record<string, unknown>>;

/** A fault as the suite needs it; `FAULTS` of `@core/sandbox` fits. */
export interface SuiteFault {
  readonly id: string;
  readonly title: string;
  readonly status?: number;
  /** The request may have changed state although the caller got no usable answer. */
  readonly writeApplied: boolean;
}

/** An emulator that faults can be put into; that of `@core/sandbox` fits. */
export interface FaultyEmulator {
  readonly requests: readonly {
    readonly route: string | undefined;
    readonly path?: string;
    readonly body?: string | undefined;
  }[];
  readonly faults: {
    inject(id: string, scope: { readonly method: string; readonly path: string }): unknown;
    clear(): void;
  };
}

/** One upstream operation with a tool that uses it, and a platform of its own, so that all of them can fail at once. */
export interface FaultCase<Platform> {
  /** `GET /athlete/{id}/events`. */
  readonly route: string;
  readonly method: string;
  readonly path: string;
  /** Which of the platform's emulators answers it. */
  readonly emulator: string;
  readonly tool: string;
  readonly args: Args;
  readonly platform: Platform;
}

export interface FaultWorld<Port, Settings, Platform extends TestPlatform> {
  readonly provider: Provider<Port, Settings>;
  readonly platform: () => Platform | Promise<Platform>;
  readonly emulators: (platform: Platform) => Readonly<Record<string, FaultyEmulator>>;
}

export interface FaultCall {
  readonly deadlineMs: number;
  /** Puts the fault in. */
  readonly arm?: () => void;
  /** Whether a write is previewed without the fault, so that the fault hits the commit. */
  readonly armAfterPreview?: boolean;
}

/** Long enough for an emulator that simulates a season at its first request. */
const unhurriedMs = 60_000;

/** Every operation that some tool's example reaches, found by running the examples. */
export async function findCases<Port, Settings, Platform extends TestPlatform>(
  world: FaultWorld<Port, Settings, Platform>,
): Promise<FaultCase<Platform>[]> {
  const found = new Map<string, Omit<FaultCase<Platform>, 'platform'>>();
  for (const { name, examples } of world.provider.tools) {
    for (const args of examples) {
      const platform = await world.platform();
      const { failure } = await callTool(world.provider, platform, name, args, { deadlineMs: unhurriedMs });
      if (failure) throw new Error(`${name}: ${failure.toText()}`);
      for (const [emulator, { requests }] of Object.entries(world.emulators(platform))) {
        for (const { route } of requests) {
          if (route === undefined || found.has(`${emulator} ${route}`)) continue;
          const [method = '', path = ''] = route.split(' ');
          found.set(`${emulator} ${route}`, { route, method, path, emulator, tool: name, args });
        }
      }
    }
  }
  const cases: FaultCase<Platform>[] = [];
  for (const each of found.values()) {
    const platform = await world.platform();
    // What an emulator simulates is simulated before the clock runs.
    await preview(world.provider, platform, each);
    cases.push({ ...each, platform });
  }
  return cases;
}

async function preview<Port, Settings>(
  provider: Provider<Port, Settings>,
  platform: TestPlatform,
  { tool, args }: { readonly tool: string; readonly args: Args },
): Promise<void> {
  const server = connect(provider, platform, { deadlineMs: unhurriedMs });
  await server.call(tool, isRead(provider, tool) ? args : { ...args, dry_run: true });
}

/** Calls a tool through a connection of its own; a write is confirmed with the token of its preview. */
export async function callTool<Port, Settings>(
  provider: Provider<Port, Settings>,
  platform: TestPlatform,
  tool: string,
  args: Args,
  { deadlineMs, arm = () => {}, armAfterPreview = false }: FaultCall,
): Promise<TestAnswer> {
  const server = connect(provider, platform, { deadlineMs, review: 'off' });
  if (!armAfterPreview) arm();
  if (isRead(provider, tool)) return server.call(tool, args);
  const previewed = await server.call(tool, { ...args, dry_run: true });
  if (previewed.failure) return previewed;
  if (armAfterPreview) arm();
  return server.call(tool, { ...args, preview_token: previewed.structured.preview_token });
}

function isRead<Port, Settings>({ tools }: Provider<Port, Settings>, name: string): boolean {
  return tools.find((tool) => tool.name === name)?.effect === 'read';
}
