import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Keychain } from '@core/secrets';
import { onTestFinished } from 'vitest';
import type { CliHost } from '../src/cli/host.ts';
import { runCli } from '../src/cli/run-cli.ts';
import { toyPlatform, toyProvider } from './toy-provider.ts';

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CliWorld {
  readonly home: string;
  /** Requests that reached the platform, `GET /laps`. */
  readonly requests: readonly string[];
  readonly run: (argv: readonly string[], options?: RunOptions) => Promise<CliRun>;
}

export interface RunOptions {
  readonly env?: Record<string, string>;
  /** What is piped in; nothing when absent. */
  readonly input?: string;
  readonly terminal?: boolean;
  /** What a person types, line by line, each when the program has asked. */
  readonly types?: readonly string[];
  /** Keys that a person presses, each when what is on the screen since the last ones matches. */
  readonly keys?: readonly (readonly [RegExp, string])[];
  readonly host?: Partial<CliHost>;
}

/** A keychain in memory. */
export function memoryKeychain(): Keychain {
  const held = new Map<string, string>();
  return {
    name: 'Test Keychain',
    read: async (account) => held.get(account),
    write: async (account, value) => {
      held.set(account, value);
    },
    remove: async (account) => held.delete(account),
  };
}

/** A home folder, a keychain and a platform that commands share, as they do on a real machine. */
export async function cliWorld(provider = toyProvider): Promise<CliWorld> {
  const home = await mkdtemp(join(tmpdir(), 'toy-cli-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const keychain = memoryKeychain();
  const requests: string[] = [];
  const fetch = toyPlatform(requests);
  return {
    home,
    requests,
    run: async (argv, { env = {}, input = '', terminal = false, types, keys, host = {} } = {}) => {
      const stdin = Object.assign(new PassThrough(), { isTTY: terminal, setRawMode: () => {} });
      const stdout = Object.assign(new PassThrough(), { isTTY: terminal, columns: 100 });
      const stderr = Object.assign(new PassThrough(), { isTTY: terminal, columns: 100 });
      const out: string[] = [];
      const err: string[] = [];
      const answers = [...(types ?? [])];
      const presses = [...(keys ?? [])];
      let screen = '';
      stdout.on('data', (chunk) => {
        out.push(String(chunk));
        screen += stripVTControlCharacters(String(chunk));
        if (presses[0]?.[0].test(screen) !== true) return;
        const [, pressed] = presses.shift() ?? [];
        screen = '';
        setTimeout(() => stdin.write(pressed), 20);
      });
      stderr.on('data', (chunk) => {
        err.push(String(chunk));
        if (/(\(not shown\): |\[y\/N\] )$/.test(String(chunk)))
          setImmediate(() => stdin.write(`${answers.shift() ?? ''}\r`));
      });
      if (types === undefined && keys === undefined) stdin.end(input);
      let exit: number | undefined;
      const code = await runCli(provider, {
        argv,
        env: { NO_COLOR: '1', ...env },
        stdin,
        stdout,
        stderr,
        home,
        cwd: home,
        platform: 'linux',
        nodeVersion: '24.0.0',
        execPath: '/opt/node/bin/node',
        script: '/opt/toy/main.js',
        signals: new EventEmitter(),
        now: () => new Date(),
        keychain,
        fetch,
        onCrash: () => {},
        exit: (value) => {
          exit = value;
        },
        ...host,
      });
      if (exit !== code) throw new Error(`the exit code given (${code}) is not the one set (${exit})`);
      return { code, out: out.join(''), err: err.join('') };
    },
  };
}
