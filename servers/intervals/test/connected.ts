import { connect, type ConnectTestOptions } from '@core/mcp-kit/testing';
import type { SandboxOptions } from '../sandbox/index.ts';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';

/** The server in this process, connected to a fresh emulator, with what the simulator knows to be true. */
export function connected(sandboxOptions: SandboxOptions = {}, options: ConnectTestOptions = {}) {
  const platform = sandboxPlatform(sandboxOptions);
  const server = connect(provider, platform, options);
  return { ...server, sandbox: platform.sandbox, truth: platform.sandbox.truth, athlete: platform.sandbox.athlete };
}

/** A table of an answer as objects. */
export function objects(answer: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const columns = answer.columns as string[];
  return (answer.rows as unknown[][]).map((row) => Object.fromEntries(row.map((cell, i) => [columns[i]!, cell])));
}

/** Today in the frozen emulator. */
export const TODAY = '2026-10-14';
