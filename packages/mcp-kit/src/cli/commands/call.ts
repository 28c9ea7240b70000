import type { Change } from '../../confirm/change.ts';
import { closest } from '../../selection/closest.ts';
import { type CallRequest, dispatch, type Outcome } from '../../server/dispatch.ts';
import type { Runtime } from '../../server/runtime.ts';
import type { CommandContext } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openRuntime } from '../open-runtime.ts';
import { isOn } from '../resolve.ts';
import { stopSignal } from '../stop-signal.ts';
import { renderAnswer } from '../terminal/answer.ts';
import { askYesNo } from '../terminal/ask.ts';
import { forPeople } from '../terminal/next-step.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { UsageError } from '../usage-error.ts';

/** Calls one tool and prints its answer; a change is confirmed at the terminal first. */
export async function call(context: CommandContext): Promise<number> {
  const { operands, config, host, print, say, tell, errorStyle, style } = context;
  const [name, json = '{}', ...rest] = operands;
  if (name === undefined) throw new UsageError('call needs the name of a tool', 'list them with `tools`');
  if (rest.length > 0) {
    throw new UsageError('call takes one JSON object', `quote it: call ${name} '${example(context, name)}'`);
  }
  const runtime = await openRuntime(
    { ...context, config: { ...config, selection: selectionWith(context, name) } },
    'terminal',
  );
  if (!runtime.tools.has(name)) throw unknownTool(name, runtime);
  const args = await readArguments(context, name, json);
  const outcome = await settle(context, runtime, name, args);
  if (outcome.kind === 'failure') return failed(context, outcome);
  if (outcome.kind === 'ask') return exitCodes.failed;
  const { structured } = outcome;
  const asJson = isOn(config.given, 'json');
  print(asJson ? JSON.stringify(structured, null, 2) : renderAnswer(structured, style, host.stdout.columns, say));
  if (isOnlyPreview(structured, args)) tell(errorStyle.yellow(say('Nothing was written. Add --yes to do it.')));
  return exitCodes.ok;
}

/** Calls, and calls again with the person's answer when the tool asks for one. */
async function settle(
  context: CommandContext,
  runtime: Runtime<unknown>,
  name: string,
  args: object,
): Promise<Outcome> {
  const { host, config, errorStyle, say } = context;
  const agrees = isOn(config.given, 'yes');
  const bar = progressBar(host.stderr, errorStyle, say);
  const request: CallRequest = {
    signal: stopSignal(context),
    canAsk: agrees || (host.stdin.isTTY === true && host.stderr.isTTY === true),
    progress: bar.show,
  };
  const first = await dispatch(runtime, name, args, request);
  bar.end();
  if (first.kind !== 'ask') return first;
  const answer = agrees || (await confirmed(context, first.change)) ? 'accepted' : 'declined';
  const second = await dispatch(runtime, name, args, { ...request, answer, askedToken: first.token });
  bar.end();
  return second;
}

/** Whether the call stopped at a preview that was not asked for with `dry_run`. */
function isOnlyPreview(answer: Record<string, unknown>, args: object): boolean {
  return answer.written === false && 'preview' in answer && !('dry_run' in args && args.dry_run === true);
}

/** The selection with this tool in it: toolsets keep a model's list short, a person may call any tool by its name. */
function selectionWith({ config, provider }: CommandContext, name: string): CommandContext['config']['selection'] {
  const { selection } = config;
  const exists = provider.tools.some((tool) => tool.name === name);
  return exists ? { ...selection, include: [...selection.include, name] } : selection;
}

function unknownTool(name: string, { tools, provider }: Runtime<unknown>): UsageError {
  const effect = provider.tools.find((tool) => tool.name === name)?.effect;
  if (effect !== undefined) {
    const cure =
      effect === 'delete' ? 'add --allow-delete future, or all' : 'leave --read-only and --exclude-tools out';
    return new UsageError(`${name} is switched off`, cure);
  }
  const near = closest(name, [...tools.keys()]);
  return new UsageError(
    `There is no tool "${name}"`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'list them with `tools`',
  );
}

async function readArguments(context: CommandContext, name: string, json: string): Promise<object> {
  const text = json === '-' ? await readAll(context.host.stdin) : json;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Falls through: what is not JSON is told like JSON that is no object.
  }
  throw new UsageError('The arguments are not a JSON object', `write: call ${name} '${example(context, name)}'`);
}

function example({ provider }: CommandContext, name: string): string {
  return JSON.stringify(provider.tools.find((tool) => tool.name === name)?.examples[0] ?? {});
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

async function confirmed({ host, say, tell, errorStyle }: CommandContext, change: Change): Promise<boolean> {
  const shown = (value: unknown): string => {
    if (value === null || value === undefined) return '–';
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  tell(errorStyle.bold(change.summary));
  for (const { field, before, after } of change.diff) {
    tell(`  ${field}: ${errorStyle.red(shown(before))} → ${errorStyle.green(shown(after))}`);
  }
  for (const note of change.notes ?? []) tell(`  ${errorStyle.yellow(note)}`);
  return askYesNo('Do it?', host, say);
}

function failed(
  { config, print, say, tell, errorStyle }: CommandContext,
  { failure }: Extract<Outcome, { kind: 'failure' }>,
): number {
  const { kind, message, next, retryAfterSeconds } = failure;
  if (isOn(config.given, 'json')) {
    print(JSON.stringify({ failure: { kind, message, next, retry_after_s: retryAfterSeconds } }, null, 2));
  } else {
    tell(`${errorStyle.red(kind)}: ${say(message)}\n${errorStyle.dim(say('Next:'))} ${forPeople(say(next))}`);
  }
  return exitCodes.failed;
}
