import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { CliHost, Input } from '../host.ts';

/** A person ended a question with Ctrl-C or Ctrl-D. */
export class Cancelled extends Error {
  constructor() {
    super('Cancelled');
    this.name = 'Cancelled';
  }
}

type Streams = Pick<CliHost, 'stdin' | 'stderr'>;

/**
 * Asks for a secret: what is typed or pasted is not shown. Without a terminal the first line of the input is taken, so
 * that `… | auth login` works.
 *
 * @throws Cancelled
 */
export async function askHidden(question: string, { stdin, stderr }: Streams): Promise<string> {
  if (stdin.isTTY !== true) return firstLine(stdin);
  stderr.write(`${question} (not shown): `);
  // readline does the editing; what it would echo goes nowhere.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    return await ask(stdin, silent, '');
  } finally {
    stderr.write('\n');
  }
}

/**
 * Asks a yes-or-no question; anything but yes is no.
 *
 * @throws Cancelled
 */
export async function askYesNo(question: string, { stdin, stderr }: Streams): Promise<boolean> {
  const typed = await ask(stdin, stderr, `${question} [y/N] `);
  return /^y(es)?$/i.test(typed.trim());
}

function ask(input: Input, output: NodeJS.WritableStream, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input, output, terminal: true, historySize: 0 });
    lines.once('SIGINT', () => {
      lines.close();
    });
    lines.once('close', () => reject(new Cancelled()));
    lines.question(question, (answer) => {
      resolve(answer.trim());
      lines.close();
    });
  });
}

async function firstLine(input: Input): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of input) chunks.push(String(chunk));
  return (chunks.join('').split(/\r?\n/)[0] ?? '').trim();
}
