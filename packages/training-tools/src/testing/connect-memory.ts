import { type Athlete, defineProvider, type Provider } from '@core/mcp-kit';
import { connect, type TestServer } from '@core/mcp-kit/testing';
import { type MountOptions, type PortFactories, trainingTools } from '../mount/training-tools.ts';
import type { PortName } from '../ports/index.ts';
import type { CoachStore } from '../store/coach-store.ts';
import { MEMORY } from '../store/database.ts';
import { openCoachStore } from '../store/open-coach-store.ts';
import { type Memory, nothing } from './memory.ts';
import { memoryPorts } from './memory-ports.ts';

export interface MemoryOptions extends Partial<Omit<MountOptions<unknown>, 'ports' | 'prefix' | 'platform'>> {
  /** Ports that this provider has; all that memory can give unless told. */
  readonly ports?: readonly PortName[];
  /** What the coach keeps; an empty store unless given. */
  readonly store?: CoachStore;
  /** Files in the user's folder. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** The shared tools on a provider that holds an athlete in memory, called through the real dispatcher. */
export function connectMemory(
  given: Partial<Memory>,
  options: MemoryOptions = {},
): TestServer<unknown> & {
  /** Calls of each function of the ports so far: `load.history` → 1. */
  readonly asked: ReadonlyMap<string, number>;
} {
  const memory = { ...nothing, ...given };
  const asked = new Map<string, number>();
  const made = { ...memoryPorts(memory, asked), store: options.store ?? memoryStore(memory) };
  const {
    store: _given,
    files = {},
    ports = Object.keys(made) as PortName[],
    samples = { activityId: 'a1', otherIds: ['a2'] },
    ...rest
  } = options;
  const factories = Object.fromEntries(
    ports.flatMap((name) => (name in made ? [[name, () => made[name as keyof typeof made]]] : [])),
  ) as PortFactories<unknown>;
  const tools = trainingTools<unknown>({ prefix: 'mem', platform: 'Memory', ports: factories, samples, ...rest });
  const server = connect(provider(memory, tools), {
    fetch: () => Promise.reject(new Error('memory needs no network')),
    now: () => new Date(`${memory.today}T12:00:00Z`),
    credentials: {},
    files,
  });
  return { ...server, asked };
}

/** An empty store that ends with the test. */
function memoryStore({ today }: Memory): CoachStore {
  return openCoachStore({
    place: MEMORY,
    key: async () => new Uint8Array(32),
    login: async () => 'm1',
    log: { log: () => {} },
    now: () => new Date(`${today}T12:00:00Z`),
  });
}

function provider({ units }: Memory, tools: Provider['tools']): Provider<unknown, Record<string, unknown>> {
  const self: Athlete = { id: 'm1', name: 'Memory', timeZone: 'UTC', units, isSelf: true };
  return defineProvider<unknown, Record<string, unknown>>({
    id: 'memory',
    prefix: 'mem',
    platform: 'Memory',
    packageName: 'memory',
    bin: 'memory',
    version: '0.0.0',
    websiteUrl: 'https://example.org',
    credentials: [],
    settings: {},
    tools,
    defaultToolsets: ['training'],
    resources: [],
    prompts: [],
    instructions: '',
    connect: () => ({
      port: () => ({}),
      athletes: () => ({ self: async () => self, list: async () => [self] }),
      check: async () => ({ athleteId: self.id, athleteName: self.name, facts: [] }),
    }),
  });
}
