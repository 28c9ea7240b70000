import { spawn } from 'node:child_process';

/** Runs a program without a shell and gives its standard output; `undefined` when it is missing, fails or takes too long. */
export type RunProgram = (program: string, args: readonly string[], input?: string) => Promise<string | undefined>;

/** A person may have to answer an unlock prompt meanwhile. */
const TIMEOUT_MS = 60_000;
const LARGEST_OUTPUT = 100_000;

/** Standard error is dropped: it may repeat what was asked for. */
export const runProgram: RunProgram = (program, args, input) =>
  new Promise((resolve) => {
    const child = spawn(program, [...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: TIMEOUT_MS,
      windowsHide: true,
    });
    let output = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (chunk: string) => {
      output += chunk;
      if (output.length > LARGEST_OUTPUT) child.kill();
    });
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? output : undefined));
    // A program that ends before it reads is no error of ours.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
