import { type ConnectTestOptions, connect } from '@core/mcp-kit/testing';
import { afterEach, expect } from 'vitest';
import { rememberPeople, type World } from '../sandbox/index.ts';
import { type PlatformOptions, sandboxPlatform } from '../sandbox/platform.ts';
import type { Settings } from '../src/config.ts';
import { provider } from '../src/provider.ts';

/** Simulated once a test file: the people never change, what is written about them does. */
const people = rememberPeople();

/** Worlds of the running test. */
const worlds: World[] = [];

// Whatever a test is about: a client that lets the service apply or remove a plan has failed it.
afterEach(() => {
  expect(worlds.splice(0).flatMap(({ forbiddenCalls }) => forbiddenCalls)).toEqual([]);
});

/** POSTs that only read. */
const READ_POSTS = /\/reporting\/performancedata\/|\/workout-analysis\//;

/** The server in this process, connected to a fresh emulator, with what the simulator knows to be true. */
export function connected(
  sandboxOptions: PlatformOptions = {},
  options: ConnectTestOptions = {},
  settings: Partial<Settings> = {},
) {
  const platform = sandboxPlatform({ people, ...sandboxOptions });
  const server = connect(provider, { ...platform, settings: { ...platform.settings, ...settings } }, options);
  const { sandbox } = platform;
  const world = sandbox.emulator.state;
  worlds.push(world);
  return {
    ...server,
    sandbox,
    world,
    /** Switches of the emulator; see sandbox/quirks.ts. */
    quirks: world.quirks,
    /** The signed-in athlete's account in the emulator. */
    me: world.me,
    truth: sandbox.truth,
    athlete: sandbox.athlete,
    /** The requests that changed something, the token exchange left out. */
    writes: () => sandbox.emulator.writes(),
    /** The same without the reports that are asked for by POST. */
    changes: () => sandbox.emulator.writes().filter(({ path }) => !READ_POSTS.test(path)),
    /** The newest workout on the wire that is as asked; throws when there is none. */
    newest: (matches: (row: Readonly<Record<string, unknown>>) => boolean): Record<string, unknown> => {
      for (const workout of world.me.workouts.list().toReversed()) {
        const row = world.me.workouts.row(workout);
        if (matches(row)) return row;
      }
      throw new Error('the simulator has no such workout');
    },
  };
}

/** A table of an answer as objects. */
export function objects(answer: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const columns = answer.columns as string[];
  return (answer.rows as unknown[][]).map((row) => Object.fromEntries(row.map((cell, i) => [columns[i]!, cell])));
}

/** Today in the frozen emulator: a Wednesday. */
export const TODAY = '2026-10-14';

/** Yesterday's ride, planned and done in one workout, whose intervals the simulator knows. */
export const YESTERDAY = '2026-10-13';
