import { type ConnectTestOptions, connect } from '@core/mcp-kit/testing';
import { rememberPeople, type SandboxOptions } from '../sandbox/index.ts';
import { sandboxPlatform } from '../sandbox/platform.ts';
import type { Settings } from '../src/config.ts';
import { provider } from '../src/provider.ts';

/** Simulated once a test file: the people never change, what is written about them does. */
const people = rememberPeople();

/** The server in this process, connected to a fresh emulator, with what the simulator knows to be true. */
export function connected(
  sandboxOptions: SandboxOptions = {},
  options: ConnectTestOptions = {},
  settings: Partial<Settings> = {},
) {
  const platform = sandboxPlatform({ people, ...sandboxOptions });
  const server = connect(provider, { ...platform, settings: { ...platform.settings, ...settings } }, options);
  const { sandbox } = platform;
  const shelf = sandbox.emulator.state.me.activities;
  return {
    ...server,
    sandbox,
    truth: sandbox.truth,
    athlete: sandbox.athlete,
    /** The id of the newest activity of a sport, or of the newest from a source. */
    newest: (what: { readonly sport?: string; readonly source?: string }): string => {
      const found = shelf
        .list()
        .find(
          (each) =>
            (what.sport ?? shelf.type(each)) === shelf.type(each) && (what.source ?? each.source) === each.source,
        );
      if (found === undefined) throw new Error(`the simulator has no ${JSON.stringify(what)}`);
      return found.id;
    },
    /** The id of the ride of twelve hours; only with `heavy`. */
    longest: (): string => {
      const ride = shelf
        .list()
        .find(({ origin }) => origin.kind === 'session' && origin.session.tags.includes('ultra'));
      if (ride === undefined) throw new Error('connect with heavy: true');
      return ride.id;
    },
  };
}

/** A table of an answer as objects. */
export function objects(answer: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const columns = answer.columns as string[];
  return (answer.rows as unknown[][]).map((row) => Object.fromEntries(row.map((cell, i) => [columns[i]!, cell])));
}

/** Today in the frozen emulator. */
export const TODAY = '2026-10-14';

/** Yesterday's ride, whose plan and execution the simulator knows interval by interval. */
export const YESTERDAY_RIDE = 'i89000582';
