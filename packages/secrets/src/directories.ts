import { posix, win32 } from 'node:path';

/** Environment variables as a plain record. This package never reads `process.env`: the caller hands the record in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where an app keeps its files. `config` may be synced or backed up; `state` stays on this machine. */
export interface Directories {
  home: string;
  config: string;
  state: string;
}

/**
 * The folders of an app by the conventions of the platform: XDG on Linux and other Unixes, Application Support on macOS, Roaming and Local
 * AppData on Windows. Pure: nothing is created. Relative XDG values are ignored, as that specification demands.
 */
export function directoriesFor(app: string, platform: NodeJS.Platform, env: Environment, home: string): Directories {
  if (platform === 'win32') {
    const roaming = absoluteOr(variable(env, 'APPDATA', platform), win32, win32.join(home, 'AppData', 'Roaming'));
    const local = absoluteOr(variable(env, 'LOCALAPPDATA', platform), win32, win32.join(home, 'AppData', 'Local'));
    return { home, config: win32.join(roaming, app), state: win32.join(local, app) };
  }
  if (platform === 'darwin') {
    const support = posix.join(home, 'Library', 'Application Support', app);
    return { home, config: support, state: posix.join(support, 'state') };
  }
  const config = absoluteOr(env.XDG_CONFIG_HOME, posix, posix.join(home, '.config'));
  const state = absoluteOr(env.XDG_STATE_HOME, posix, posix.join(home, '.local', 'state'));
  return { home, config: posix.join(config, app), state: posix.join(state, app) };
}

/** The value of a variable; on Windows the case of its name does not count, which a plain record has forgotten. */
export function variable(env: Environment, name: string, platform: NodeJS.Platform): string | undefined {
  if (platform !== 'win32' || env[name] !== undefined) return env[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(env).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : env[found];
}

/** A path as people read it: the home folder is `~`, which also keeps the account name out of logs. */
export function displayPath(path: string, home: string): string {
  const rest = belowHome(path, home);
  return rest === undefined ? path : `~${rest}`;
}

/**
 * A path as an argument that can be pasted into a POSIX shell, or PowerShell on Windows. Quotes never enclose the `~`, which would then stay a
 * tilde.
 */
export function shellPath(path: string, { home, platform }: { home: string; platform: NodeJS.Platform }): string {
  if (platform === 'win32') return `"${path}"`;
  const rest = belowHome(path, home);
  return rest === undefined ? shellQuote(path) : `~/${shellQuote(rest.slice(1))}`;
}

function belowHome(path: string, home: string): string | undefined {
  if (home === '' || home === '/' || !path.startsWith(home)) return undefined;
  const rest = path.slice(home.length);
  return rest.startsWith('/') || rest.startsWith('\\') ? rest : undefined;
}

function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function absoluteOr(path: string | undefined, form: typeof posix, fallback: string): string {
  return path !== undefined && form.isAbsolute(path) ? path : fallback;
}
