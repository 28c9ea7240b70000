import { homedir } from 'node:os';
import type { CliHost } from './host.ts';

/** The process this runs in: the only place that reads `process.env` and its streams. */
export function processHost(): CliHost {
  // `… | head` closes the pipe early; that is no error of ours.
  process.stdout.on('error', () => {});
  return {
    argv: process.argv.slice(2),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    home: homedir(),
    cwd: process.cwd(),
    platform: process.platform,
    nodeVersion: process.versions.node,
    execPath: process.execPath,
    script: process.argv[1] ?? '',
    signals: process,
    now: () => new Date(),
    onCrash: (listener) => {
      const crash = (error: unknown): void => {
        listener(error);
        process.exit(1);
      };
      process.on('uncaughtException', crash);
      process.on('unhandledRejection', crash);
    },
    exit: (code) => {
      process.exitCode = code;
    },
  };
}
