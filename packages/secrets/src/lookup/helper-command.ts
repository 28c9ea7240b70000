import { spawn } from 'node:child_process';
import type { Environment } from '../directories.ts';
import { SecretsError, systemCode } from '../secrets-error.ts';

export interface HelperOptions {
  /** The variable that named the command, for messages: the command itself may hold secrets. */
  variableName: string;
  env: Environment;
  platform: NodeJS.Platform;
  timeoutMs: number;
}

const LARGEST_OUTPUT = 64 * 1024;

/**
 * The standard output of a program that is run without a shell. Its input is empty (ours carries the protocol) and what it writes to standard error is
 * dropped (it may hold the value). When the time is over it is ended together with the processes it started.
 * @throws SecretsError `command_failed` (not found, exit code, no output, too much output), `command_timeout`.
 */
export function runHelper(args: readonly string[], options: HelperOptions): Promise<string> {
  const { variableName, platform, timeoutMs } = options;
  const [program = '', ...rest] = args;
  const ownGroup = platform !== 'win32';
  return new Promise((resolve, reject) => {
    const child = started(program, rest, options, ownGroup);
    const output: Buffer[] = [];
    let size = 0;
    const end = (result: string | SecretsError) => {
      clearTimeout(timer);
      child.stdout.destroy();
      if (result instanceof SecretsError) reject(result);
      else resolve(result);
    };
    const stop = (error: SecretsError) => {
      endProcess(child.pid, ownGroup, () => child.kill('SIGKILL'));
      end(error);
    };
    const timer = setTimeout(() => stop(tooSlow(variableName, timeoutMs)), timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_OUTPUT) stop(failed(variableName, `printed more than ${LARGEST_OUTPUT / 1024} KiB`));
      else output.push(chunk);
    });
    child.on('error', (error) => end(notStarted(variableName, systemCode(error), platform)));
    child.on('close', (code, signal) => {
      const text = Buffer.concat(output).toString('utf8');
      if (code !== 0)
        end(failed(variableName, code === null ? `was ended by ${signal}` : `ended with exit code ${code}`));
      else if (text.trim() === '') end(failed(variableName, 'printed nothing'));
      else end(text);
    });
  });
}

/** `spawn` throws at once for arguments it cannot pass on, and its message quotes them. */
function started(program: string, args: string[], { env, platform, variableName }: HelperOptions, ownGroup: boolean) {
  try {
    return spawn(program, args, {
      env: { ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: ownGroup,
      windowsHide: true,
    });
  } catch (error) {
    throw notStarted(variableName, systemCode(error), platform);
  }
}

function endProcess(pid: number | undefined, ownGroup: boolean, endChild: () => void): void {
  try {
    if (ownGroup && pid !== undefined) process.kill(-pid, 'SIGKILL');
    else endChild();
  } catch {
    // It ended by itself in this moment.
  }
}

function tooSlow(variableName: string, timeoutMs: number): SecretsError {
  return new SecretsError(
    'command_timeout',
    `The command of ${variableName} did not finish within ${timeoutMs / 1000} s and was ended.`,
    'Run it in a terminal: it may be waiting for a login or a prompt, which it cannot show here.',
  );
}

function failed(variableName: string, what: string): SecretsError {
  return new SecretsError(
    'command_failed',
    `The command of ${variableName} ${what}.`,
    'Run it in a terminal to see what it says.',
  );
}

function notStarted(variableName: string, code: string, platform: NodeJS.Platform): SecretsError {
  const windows = platform === 'win32' ? ' A .cmd or .bat file needs: cmd /c <file>.' : '';
  return new SecretsError(
    'command_failed',
    `The program of ${variableName} could not be started (${code}).`,
    `Give its full path: MCP hosts often start servers with a short PATH.${windows}`,
  );
}
