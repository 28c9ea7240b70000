import type { Provider } from '../provider/provider.ts';
import { connect, type TestAnswer, type TestPlatform } from './connect.ts';
import { onVirtualTime } from './virtual-time.ts';

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

/** One upstream operation with a tool that uses it, and the platform that it fails on. */
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

/** What the run of an example that only looks for operations may take. */
const unhurriedMs = 60_000;

/**
 * Every operation that some tool's example reaches, found by running the examples. Reads change nothing, so all of them
 * meet one platform; each example of a write has its own.
 */
export async function findCases<Port, Settings, Platform extends TestPlatform>(
  world: FaultWorld<Port, Settings, Platform>,
): Promise<FaultCase<Platform>[]> {
  const found = new Map<string, FaultCase<Platform>>();
  const forReads = await world.platform();
  for (const { name, examples, effect } of world.provider.tools) {
    for (const args of examples) {
      const platform = effect === 'read' ? forReads : await world.platform();
      const reached = await routesOf(world, platform, name, args);
      const unseen = reached.filter(({ key }) => !found.has(key));
      if (unseen.length === 0) continue;
      // Where the example was carried out, the rounds of a write would find it done.
      const untouched = effect === 'read' ? platform : await world.platform();
      for (const { key, route, emulator } of unseen) {
        const [method = '', path = ''] = route.split(' ');
        found.set(key, { route, method, path, emulator, tool: name, args, platform: untouched });
      }
    }
  }
  return [...found.values()];
}

interface Reached {
  readonly key: string;
  readonly route: string;
  readonly emulator: string;
}

/** The operations that an example reaches. */
async function routesOf<Port, Settings, Platform extends TestPlatform>(
  { provider, emulators }: FaultWorld<Port, Settings, Platform>,
  platform: Platform,
  tool: string,
  args: Args,
): Promise<Reached[]> {
  const all = Object.entries(emulators(platform));
  const before = all.map(([, { requests }]) => requests.length);
  // Of its pauses between requests none is waited out.
  const { value } = await onVirtualTime(() => callTool(provider, platform, tool, args, { deadlineMs: unhurriedMs }), {
    deadlines: false,
  });
  const { failure } = value;
  if (failure) throw new Error(`${tool}: ${failure.toText()}`);
  return all.flatMap(([emulator, { requests }], index) =>
    requests
      .slice(before[index])
      .flatMap(({ route }) => (route === undefined ? [] : [{ key: `${emulator} ${route}`, route, emulator }])),
  );
}

/**
 * Calls a tool through a connection of its own; a write is confirmed with the token of its preview. The server has this
 * tool alone: the schemas of all others would be built for nothing.
 */
export async function callTool<Port, Settings>(
  provider: Provider<Port, Settings>,
  platform: TestPlatform,
  name: string,
  args: Args,
  { deadlineMs, arm = () => {}, armAfterPreview = false }: FaultCall,
): Promise<TestAnswer> {
  const tool = provider.tools.find((each) => each.name === name);
  if (tool === undefined) throw new RangeError(`no tool ${name}`);
  const alone = { ...provider, tools: [tool], defaultToolsets: [tool.toolset], apartToolsets: [] };
  const server = connect(alone, platform, { deadlineMs, review: 'off' });
  if (!armAfterPreview) arm();
  if (tool.effect === 'read') return server.call(name, args);
  const previewed = await server.call(name, { ...args, dry_run: true });
  if (previewed.failure) return previewed;
  if (armAfterPreview) arm();
  return server.call(name, { ...args, preview_token: previewed.structured.preview_token });
}
