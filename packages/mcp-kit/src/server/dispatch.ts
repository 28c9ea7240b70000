import { randomBytes } from 'node:crypto';
import type { Athlete } from '../athlete/athlete.ts';
import { findAthlete } from '../athlete/find-athlete.ts';
import type { Change } from '../confirm/change.ts';
import { AskPerson, Confirmation, type Answer as PersonAnswer, PreviewOnly } from '../confirm/confirmation.ts';
import { dayIn } from '../dates/day.ts';
import { Failure } from '../failure/failure.ts';
import { toFailure } from '../failure/to-failure.ts';
import type { FileLink } from '../files/call-files.ts';
import { answer } from '../respond/answer.ts';
import { cleanValue } from '../respond/clean-text.ts';
import { changeText } from '../respond/render-text.ts';
import { closest } from '../selection/closest.ts';
import { parseArguments } from '../tool/arguments.ts';
import { writes } from '../tool/effect.ts';
import type { PreparedTool } from '../tool/prepare.ts';
import type { CallContext, CallScope } from './call-context.ts';
import { answerInLanguage, failureInLanguage } from './in-language.ts';
import type { Runtime } from './runtime.ts';

/** What the transport knows about one call. */
export interface CallRequest {
  readonly signal: AbortSignal;
  /** Whether the client can put a question to a person. */
  readonly canAsk: boolean;
  /** The person's answer and the token that went with the question, on the round after it. */
  readonly answer?: PersonAnswer;
  readonly askedToken?: string | undefined;
  readonly progress?: (done: number, total?: number, message?: string) => void;
}

/** How a call ended. `ask` wants another round with the person's answer. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly structured: Record<string, unknown>;
      /** Files that the answer hands out. */
      readonly links: readonly FileLink[];
    }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'ask'; readonly change: Change; readonly token: string };

/** Runs one tool call. Never throws: every failure is an outcome. */
export async function dispatch<Port>(
  runtime: Runtime<Port>,
  name: string,
  sent: unknown,
  request: CallRequest,
): Promise<Outcome> {
  const started = performance.now();
  const outcome = await settle(runtime, name, sent, request);
  const failure = outcome.kind === 'failure' ? outcome.failure : undefined;
  runtime.log.log(failure ? 'warn' : 'info', 'call', {
    tool: name,
    ms: Math.round(performance.now() - started),
    outcome: failure?.kind ?? outcome.kind,
    ...(failure && { message: failure.message, cause: failure.cause }),
  });
  return outcome;
}

async function settle<Port>(
  runtime: Runtime<Port>,
  name: string,
  sent: unknown,
  request: CallRequest,
): Promise<Outcome> {
  try {
    return await run(runtime, preparedTool(runtime, name), sent, request);
  } catch (error) {
    if (error instanceof AskPerson) return { kind: 'ask', change: error.change, token: error.token };
    const failure = toFailure(error, randomBytes(4).toString('hex'));
    const { translate } = runtime.connection;
    return { kind: 'failure', failure: translate === undefined ? failure : failureInLanguage(failure, translate) };
  }
}

function preparedTool<Port>(runtime: Runtime<Port>, name: string): PreparedTool<Port> {
  const prepared = runtime.tools.get(name);
  if (prepared !== undefined) return prepared;
  const exists = runtime.provider.tools.some((tool) => tool.name === name);
  if (exists) {
    throw new Failure('blocked', `${name} exists but is not switched on in this server`, {
      next: 'tell the user that --toolsets, --tools, --read-only or --allow-delete decides which tools are listed',
    });
  }
  const near = closest(name, [...runtime.tools.keys()]);
  throw new Failure('bad_input', `There is no tool ${JSON.stringify(name.slice(0, 64))}`, {
    next: near.length > 0 ? `use ${near.join(' or ')}` : 'list the tools',
  });
}

async function run<Port>(
  runtime: Runtime<Port>,
  prepared: PreparedTool<Port>,
  sent: unknown,
  request: CallRequest,
): Promise<Outcome> {
  const { tool } = prepared;
  const {
    athlete: who,
    limit,
    cursor,
    dry_run,
    preview_token,
    ...args
  } = parseArguments(prepared, sent) as KitArguments;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(runtime.deadlineMs)]);
  const lookup: CallScope = { signal, mayWrite: () => false };
  const athletes = runtime.connection.athletes(lookup);
  const self = once(() => athletes.self());
  const athlete = once(() => (tool.athleteScope === 'one' ? findAthlete(athletes, who) : self()));
  const today = async () => dayIn((await athlete()).timeZone, runtime.now());
  const confirmation = new Confirmation({
    tool: tool as never,
    args,
    dryRun: dry_run ?? false,
    token: preview_token ?? request.askedToken,
    answer: request.answer,
    canAsk: request.canAsk,
    review: runtime.review,
    allowDelete: runtime.selection.allowDelete,
    tokens: runtime.tokens,
    athlete,
    today,
  });
  const scope: CallScope = { signal, mayWrite: confirmation.isOpen, forWrite: writes(tool.effect) };
  const links: FileLink[] = [];
  const ctx: CallContext<Port> = {
    ...scope,
    port: runtime.connection.port(scope),
    athlete,
    self,
    today,
    now: runtime.now,
    files: runtime.files.forCall(tool.files, links),
    progress: request.progress ?? (() => {}),
    confirm: confirmation.confirm,
  };
  try {
    // An `athlete` that does not exist fails before anything is fetched for somebody else.
    if (tool.athleteScope === 'one') await athlete();
    const output = await withDeadline(tool.handler(ctx, args), signal, confirmation);
    const about = tool.athleteScope === 'one' ? await athlete() : undefined;
    const written = writes(tool.effect) ? { written: true } : {};
    const own = { ...written, ...checkedOutput(prepared, output) };
    const { translate } = runtime.connection;
    const checked = translate === undefined ? own : answerInLanguage(own, translate, tool.userText);
    const { structured, text } = answer({
      prepared,
      output: checked,
      athlete: about,
      args,
      limit,
      cursor,
      redactor: runtime.redactor,
    });
    return { kind: 'answer', structured, text, links };
  } catch (error) {
    if (error instanceof PreviewOnly) {
      return previewAnswer(runtime, error, tool.athleteScope === 'one' ? await athlete() : undefined);
    }
    throw error;
  }
}

interface KitArguments {
  readonly athlete?: string;
  readonly limit?: number;
  readonly cursor?: string;
  readonly dry_run?: boolean;
  readonly preview_token?: string;
  readonly [argument: string]: unknown;
}

/** Ends the wait when the deadline passes or the client cancels, even if the handler does not notice. */
async function withDeadline<T>(work: Promise<T>, signal: AbortSignal, confirmation: Confirmation): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    const stop = () => reject(overdue(confirmation));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, aborted]);
}

function overdue(confirmation: Confirmation): Failure {
  if (confirmation.isOpen()) {
    return new Failure(
      'ambiguous_write',
      'The call was cut off after it was confirmed; the change may have been applied',
      {
        next: 'read the object before sending anything again',
      },
    );
  }
  return new Failure('timeout', 'The call took too long or was cancelled', {
    next: 'ask for a shorter range, or try again in a minute',
  });
}

function checkedOutput<Port>({ tool }: PreparedTool<Port>, output: unknown): Record<string, unknown> {
  const parsed = tool.output.safeParse(output);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${tool.name} returned what its output does not allow: ${issue?.path.join('.')} ${issue?.message}`);
}

function previewAnswer<Port>(
  runtime: Runtime<Port>,
  { change, token }: PreviewOnly,
  athlete: Athlete | undefined,
): Outcome {
  const { translate = (text: string) => text } = runtime.connection;
  const { summary, diff, notes } = runtime.redactor.redactValue(cleanValue(change)) as Change;
  const about = athlete === undefined ? {} : { athlete: { id: athlete.id, name: athlete.name } };
  const structured = {
    ...about,
    written: false,
    preview: { summary, diff, ...(notes && notes.length > 0 && { notes: notes.map(translate) }) },
    preview_token: token,
  };
  const text = [
    ...(athlete === undefined ? [] : [`Athlete: ${athlete.name} (${athlete.id})`]),
    translate(`Nothing written yet. ${summary}`),
    ...diff.map((change) => `  ${changeText(change)}`),
    ...(notes ?? []).map((note) => `  note: ${translate(note)}`),
    `Next: show this to the user; to commit, send the same call with preview_token ${JSON.stringify(token)} (valid 15 minutes).`,
  ].join('\n');
  return { kind: 'answer', structured, text, links: [] };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined;
  return () => {
    promise ??= load();
    return promise;
  };
}
