import type { Provider } from '../../packages/mcp-kit/src/provider/provider.ts';
import type { TestPlatform } from '../../packages/mcp-kit/src/testing/index.ts';
import type { SimulatedAthlete } from '../../packages/sandbox/src/athlete/index.ts';
import type { Emulator } from '../../packages/sandbox/src/index.ts';
import { sandboxPlatform as igpsport } from '../../servers/igpsport/sandbox/platform.ts';
import { provider as igpsportProvider } from '../../servers/igpsport/src/provider.ts';
import { rememberPeople as intervalsPeople } from '../../servers/intervals/sandbox/index.ts';
import { sandboxPlatform as intervals } from '../../servers/intervals/sandbox/platform.ts';
import { provider as intervalsProvider } from '../../servers/intervals/src/provider.ts';
import { rememberPeople as trainingpeaksPeople } from '../../servers/trainingpeaks/sandbox/index.ts';
import { sandboxPlatform as trainingpeaks } from '../../servers/trainingpeaks/sandbox/platform.ts';
import { provider as trainingpeaksProvider } from '../../servers/trainingpeaks/src/provider.ts';
import type { ServerName } from './journey.ts';

/** An emulator whose clock stands at Wednesday 2026-10-14, 9 o'clock UTC, and what its simulator knows. */
export interface Frozen extends TestPlatform {
  readonly sandbox: {
    readonly athlete: SimulatedAthlete;
    readonly emulator: Pick<Emulator<never>, 'writes'>;
  };
  /** Points of a day as the emulator has stored them, all sports together. */
  readonly loadOn: (day: string) => number;
}

// Simulated once a process: the people never change, what is written about them does.
const people = { intervals: intervalsPeople(), trainingpeaks: trainingpeaksPeople() };

const opened: Record<ServerName, (account: 'coach' | undefined) => Frozen> = {
  intervals: () => {
    const platform = intervals({ people: people.intervals });
    return { ...platform, loadOn: (day) => platform.sandbox.truth.loadOn(day).atl };
  },
  trainingpeaks: (account) => {
    const platform = trainingpeaks({ people: people.trainingpeaks, ...(account === undefined ? {} : { account }) });
    const points = once(() => storedPoints(platform.sandbox.emulator.state.me));
    return { ...platform, loadOn: (day) => points().get(day) ?? 0 };
  },
  igpsport: () => {
    const platform = igpsport();
    return { ...platform, loadOn: (day) => platform.sandbox.truth.loadOn(day).atl };
  },
};

export const providers: Readonly<Record<ServerName, Provider<never, never>>> = {
  intervals: intervalsProvider as unknown as Provider<never, never>,
  trainingpeaks: trainingpeaksProvider as unknown as Provider<never, never>,
  igpsport: igpsportProvider as unknown as Provider<never, never>,
};

/** What a session asks once whatever the question is: login, and who it is. */
export const askedOnce: Readonly<Record<ServerName, RegExp>> = {
  intervals: /\/athlete\/[^/?]+$/,
  trainingpeaks: /\/users\/v3\/(token|user)$/,
  igpsport: /\/login|\/oauth/i,
};

export const serverNames = Object.keys(providers) as ServerName[];

/** A fresh emulator of a service. */
export function frozen(server: ServerName, account?: 'coach'): Frozen {
  return opened[server](account);
}

type Shelves = ReturnType<typeof trainingpeaks>['sandbox']['emulator']['state']['me'];

function storedPoints({ workouts }: Shelves): Map<string, number> {
  const byDay = new Map<string, number>();
  for (const workout of workouts.list()) {
    const { workoutDay, tssActual } = workouts.row(workout) as { workoutDay: string; tssActual: number | null };
    const day = workoutDay.slice(0, 10);
    byDay.set(day, (byDay.get(day) ?? 0) + (tssActual ?? 0));
  }
  return byDay;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
