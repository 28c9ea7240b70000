import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Translate } from '../../server/in-language.ts';
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
 * Asks for secrets one after the other: what is typed or pasted is not shown. Without a terminal each is a line of the
 * input, in order, so that `… | auth login` works.
 *
 * @throws Cancelled
 */
export function hiddenQuestions(streams: Streams, say: Translate): (question: string) => Promise<string> {
  let piped: Promise<string[]> | undefined;
  return async (question) => {
    if (streams.stdin.isTTY === true) return askHidden(`${say(question)} ${say('(not shown)')}: `, streams);
    piped ??= linesOf(streams.stdin);
    return ((await piped).shift() ?? '').trim();
  };
}

async function askHidden(question: string, { stdin, stderr }: Streams): Promise<string> {
  stderr.write(question);
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
export async function askYesNo(question: string, { stdin, stderr }: Streams, say: Translate): Promise<boolean> {
  const typed = await ask(stdin, stderr, `${say(question)} [y/N] `);
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

async function linesOf(input: Input): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of input) chunks.push(String(chunk));
  return chunks.join('').split(/\r?\n/);
}
