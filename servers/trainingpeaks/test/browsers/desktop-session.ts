import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type RunProgram, runProgram } from '../../src/browser/run-program.ts';

/** What a desktop session is made of here; absent on most machines without a desktop. */
export const programs = { bus: 'dbus-daemon', keyring: 'gnome-keyring-daemon' } as const;

/** A desktop with an unlocked GNOME keyring, of this process alone. */
export interface DesktopSession {
  readonly env: Record<string, string>;
  /** Runs a program inside it. */
  readonly run: RunProgram;
  readonly end: () => void;
}

/** Starts a message bus and a keyring below `home`. */
export async function startDesktopSession(home: string): Promise<DesktopSession> {
  const runtime = join(home, 'run');
  await mkdir(runtime, { mode: 0o700 });
  const own = { PATH: process.env.PATH ?? '', HOME: home, XDG_RUNTIME_DIR: runtime, XDG_CURRENT_DESKTOP: 'GNOME' };
  const bus = spawn(programs.bus, ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: own,
  });
  const [address] = (await once(bus.stdout, 'data')) as [Buffer];
  const env = { ...own, DBUS_SESSION_BUS_ADDRESS: String(address).trim() };
  const keyring = spawn(programs.keyring, ['--foreground', '--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env,
  });
  keyring.stdin.end('test password');
  const run: RunProgram = (program, args, input) =>
    runProgram('env', [...Object.entries(env).map(([name, value]) => `${name}=${value}`), program, ...args], input);
  const end = (): void => {
    keyring.kill();
    bus.kill();
  };
  for (let tries = 0; tries < 50; tries += 1) {
    const kept = await run('secret-tool', ['store', '--label=ready', 'ready', 'yes'], 'yes');
    if (kept !== undefined) return { env, run, end };
    await wait(100);
  }
  end();
  throw new Error('the keyring of the test did not start');
}
