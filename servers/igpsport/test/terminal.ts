import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { type CliHost, runCli } from '@core/mcp-kit/cli';
import { onTestFinished } from 'vitest';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { withAliases } from '../src/aliases.ts';
import { provider } from '../src/provider.ts';

export interface TerminalRun {
  readonly env?: Readonly<Record<string, string>>;
  /** Keys that a person presses at a terminal, each when the screen since the last ones matches; piped when absent. */
  readonly keys?: readonly (readonly [RegExp, string])[];
  readonly fetch?: typeof globalThis.fetch;
}

export interface Terminal {
  readonly home: string;
  /** The login that the emulator accepts, as variables. */
  readonly login: Readonly<Record<string, string>>;
  /** Runs the program as a person does; gives the exit code and everything that was on the screen. */
  readonly run: (argv: readonly string[], options?: TerminalRun) => Promise<{ code: number; screen: string }>;
}

/** A machine with a home folder, a keychain and the emulator for a network. */
export async function terminal(): Promise<Terminal> {
  const home = await mkdtemp(join(tmpdir(), 'igpsport-cli-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const platform = sandboxPlatform({ days: 30 });
  const held = new Map<string, string>();
  const machine = {
    home,
    cwd: home,
    platform: 'linux',
    nodeVersion: '24.0.0',
    execPath: '/opt/node/bin/node',
    script: '/opt/igpsport/main.js',
    signals: new EventEmitter(),
    now: platform.now,
    keychain: {
      name: 'Test Keychain',
      read: async (account: string) => held.get(account),
      write: async (account: string, value: string) => void held.set(account, value),
      remove: async (account: string) => held.delete(account),
    },
    onCrash: () => {},
    exit: () => {},
  } satisfies Partial<CliHost>;
  return {
    home,
    login: {
      IGPSPORT_USERNAME: platform.credentials.username ?? '',
      IGPSPORT_PASSWORD: platform.credentials.password ?? '',
    },
    run: async (argv, { env = {}, keys, fetch = platform.fetch } = {}) => {
      const isTTY = keys !== undefined;
      const streams = screenOf(isTTY, [...(keys ?? [])]);
      const code = await runCli(
        provider,
        withAliases({ ...machine, ...streams.host, argv, env: { NO_COLOR: '1', ...env }, fetch }),
      );
      return { code, screen: streams.text() };
    },
  };
}

function screenOf(isTTY: boolean, keys: (readonly [RegExp, string])[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY, setRawMode: () => {} });
  const output = () => Object.assign(new PassThrough(), { isTTY, columns: 100 });
  const [stdout, stderr] = [output(), output()];
  let all = '';
  let since = '';
  const show = (chunk: unknown): void => {
    const text = stripVTControlCharacters(String(chunk));
    all += text;
    since += text;
    if (keys[0]?.[0].test(since) !== true) return;
    const [, pressed] = keys.shift() ?? [];
    since = '';
    setTimeout(() => stdin.write(pressed), 20);
  };
  stdout.on('data', show);
  stderr.on('data', show);
  if (!isTTY) stdin.end();
  return { host: { stdin, stdout, stderr }, text: () => all };
}
