#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { ActivityFileError } from '../activity/problem.ts';
import { type NamedActivity, readActivities } from '../read.ts';
import { csvLines } from './csv.ts';
import { humanReport } from './human-report.ts';
import { jsonReport } from './json-report.ts';

const help = `Shows what is in a FIT, TCX or GPX file (also gzipped or zipped).

  activity-files inspect <file>           summary: channels, pauses, gaps, laps, problems
  activity-files inspect <file> --json    the same for programs, one object per activity
  activity-files inspect <file> --csv     the samples, one line each

  --strict   refuse a damaged file instead of reading what is there
  -          as file: read standard input`;

interface Arguments {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly csv: boolean;
  readonly strict: boolean;
}

/** Exit codes: 0 a report was printed, 1 a file could not be read, 2 the command was wrong. */
function main(args: readonly string[]): number {
  const parsed = readArguments(args);
  if (parsed === null) return 2;
  if (parsed.files.length === 0) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  let failed = 0;
  for (const [i, file] of parsed.files.entries()) {
    if (i > 0 && !parsed.json && !parsed.csv) process.stdout.write(`\n${'─'.repeat(60)}\n\n`);
    try {
      inspect(file, parsed);
    } catch (error) {
      failed = 1;
      process.stderr.write(`${file}: ${explain(error)}\n`);
    }
  }
  return failed;
}

function readArguments(args: readonly string[]): Arguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [command, ...files] = positionals;
    if (values.help || command === undefined) return { files: [], ...values };
    if (command === 'inspect' && files.length > 0 && !(values.json && values.csv)) return { files, ...values };
    process.stderr.write(`${mistake(command, files)}\n`);
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ');
    process.stderr.write(`${sentence}: there are --json, --csv, --strict and --help\n`);
  }
  return null;
}

/** What is wrong with a command, and a form that works. */
function mistake(command: string, files: readonly string[]): string {
  if (command !== 'inspect') {
    const file = /[./\\]/.test(command) ? command : 'ride.fit';
    return `unknown command "${command}": activity-files inspect ${file}`;
  }
  return files.length === 0
    ? 'inspect needs a file: activity-files inspect ride.fit'
    : '--json and --csv are two forms of one answer: name one of them';
}

function inspect(file: string, { json, csv, strict }: Arguments): void {
  const bytes = readFileSync(file === '-' ? 0 : file);
  const activities = readActivities(bytes, { strict });
  for (const [i, named] of activities.entries()) {
    if (json) process.stdout.write(`${JSON.stringify(jsonReport(named.activity), null, 2)}\n`);
    else if (csv) writeCsv(named);
    else {
      refuseOther(named);
      const name = [file === '-' ? 'standard input' : basename(file), named.name]
        .filter((part) => part !== '')
        .join(' → ');
      process.stdout.write(`${i > 0 ? '\n' : ''}${humanReport(name, bytes.length, named.activity)}\n`);
    }
  }
}

/** A person who names a photo wants to know that it is none of these files, not that it has 0 records. */
function refuseOther({ activity: { problems, samples } }: NamedActivity): void {
  const other = problems.find(({ kind }) => kind === 'not_fit' || kind === 'empty');
  if (other === undefined || samples.time.length > 0) return;
  const { kind, offset, detail } = other;
  throw new ActivityFileError({ kind, offset, detail: `not a FIT, TCX or GPX file: ${detail}` });
}

function writeCsv({ activity }: NamedActivity): void {
  let chunk = '';
  for (const line of csvLines(activity)) {
    chunk += `${line}\n`;
    if (chunk.length < 65_536) continue;
    process.stdout.write(chunk);
    chunk = '';
  }
  process.stdout.write(chunk);
}

function explain(error: unknown): string {
  if (error instanceof ActivityFileError) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'is a folder: name a file in it';
  if (code === 'EACCES') return 'no permission to read it';
  throw error;
}

/** A reader that stops early (`| head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = main(process.argv.slice(2));
