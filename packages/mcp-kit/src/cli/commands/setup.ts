import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Secret } from '@core/secrets';
import { type Failure, isFailure } from '../../failure/failure.ts';
import type { CredentialSpec, LoginCheck } from '../../provider/provider.ts';
import { type Client, clients } from '../clients/client.ts';
import { shownPath } from '../clients/launch-entry.ts';
import { snippetFor, writeFor } from '../clients/tell-client.ts';
import type { CommandContext } from '../command.ts';
import { commandOf } from '../credentials.ts';
import { exitCodes } from '../exit-codes.ts';
import { findLogin } from '../find-login.ts';
import { checkLogin, keep, knownAs, variablesThatWin } from '../login.ts';
import { Cancelled } from '../terminal/ask.ts';
import { forPeople } from '../terminal/next-step.ts';
import { UsageError } from '../usage-error.ts';

type Prompts = typeof import('@clack/prompts');

/** The prompts of one wizard, on the streams of the host. */
interface Wizard extends Prompts {
  readonly streams: { readonly input: Readable; readonly output: Writable };
}

/** The wizard: credentials, a real login check, storing them, telling the clients. */
export async function setup(context: CommandContext): Promise<number> {
  const { host, provider, say } = context;
  if (host.stdin.isTTY !== true || host.stdout.isTTY !== true) {
    throw new UsageError(
      'setup asks questions, so it needs a terminal',
      `use \`${commandOf(provider, 'auth login')}\` and \`${commandOf(provider, 'config')}\` in scripts`,
    );
  }
  const streams = { input: host.stdin as Readable, output: host.stdout as unknown as Writable };
  const prompts: Wizard = { ...(await import('@clack/prompts')), streams };
  prompts.intro(say(`${provider.bin} ${provider.version}: ${provider.platform} for your AI assistant`), streams);
  if (!(await hasWorkingLogin(context, prompts))) await logIn(context, prompts);
  await tellClients(context, prompts);
  prompts.outro(
    say(`Ask your assistant about your training. If something is off: ${commandOf(provider, 'doctor')}`),
    streams,
  );
  return exitCodes.ok;
}

/** Offers to keep a login that already works. */
async function hasWorkingLogin(context: CommandContext, prompts: Wizard): Promise<boolean> {
  const { provider, say, store } = context;
  const found = await Promise.all(needed(provider).map(({ env }) => store.lookup(env).catch(() => undefined)));
  if (found.some((credential) => credential === undefined)) return false;
  const spinner = prompts.spinner(prompts.streams);
  spinner.start(say('Checking the login that is set'));
  const check = await tryLogin(context);
  if (isFailure(check)) {
    spinner.error(say(check.message));
    return false;
  }
  spinner.stop(say(knownAs(provider, check)));
  return agreed(context, prompts, 'Keep this login?');
}

/** Asks until the service accepts the credentials, then stores them. */
async function logIn(context: CommandContext, prompts: Wizard): Promise<void> {
  const { provider, say } = context;
  if (await foundLogin(context, prompts)) return;
  for (;;) {
    const tried = new Map<string, Secret>();
    for (const spec of needed(provider)) tried.set(spec.name, await askFor(context, prompts, spec));
    const spinner = prompts.spinner(prompts.streams);
    spinner.start(say(`Asking ${provider.platform}`));
    const check = await tryLogin(context, tried);
    if (isFailure(check)) {
      spinner.error(say(check.message));
      if (check.kind !== 'auth') prompts.log.info(forPeople(say(check.next)), prompts.streams);
      if (!(await agreed(context, prompts, 'Try again?'))) throw new Cancelled();
      continue;
    }
    spinner.stop(say(knownAs(provider, check)));
    for (const fact of check.facts) prompts.log.message(say(fact), { ...prompts.streams, spacing: 0 });
    for (const spec of needed(provider)) {
      const secret = tried.get(spec.name);
      if (secret === undefined) continue;
      prompts.log.success((await keep(context, spec, secret)).map(say).join('\n'), prompts.streams);
      for (const warning of await variablesThatWin(context, spec)) prompts.log.warn(say(warning), prompts.streams);
    }
    return;
  }
}

/** Offers to take the login from where another program of this machine holds it. */
async function foundLogin(context: CommandContext, prompts: Wizard): Promise<boolean> {
  const { provider, say } = context;
  const spec = needed(provider).find(({ finder }) => finder !== undefined);
  if (spec?.finder === undefined) return false;
  const way = await prompts.select({
    ...prompts.streams,
    message: say(`${spec.title}: where from?`),
    showInstructions: false,
    options: [
      { value: 'find', label: say(`Read it from ${spec.finder.title}`) },
      { value: 'paste', label: say('Paste it') },
    ],
  });
  if (answered(prompts, way) === 'paste') return false;
  const found = await findLogin(context, spec, 'auto', (line) => prompts.log.info(say(line), prompts.streams)).catch(
    (error: unknown) => {
      if (isFailure(error)) return error;
      throw error;
    },
  );
  if (isFailure(found)) {
    const why = found.kind === 'auth' ? 'No login that works was found there' : found.message;
    prompts.log.warn(say(why), prompts.streams);
    return false;
  }
  const { where, check } = found;
  prompts.log.success(`${say(where)}: ${say(knownAs(provider, check))}`, prompts.streams);
  for (const fact of check.facts) prompts.log.message(say(fact), { ...prompts.streams, spacing: 0 });
  prompts.log.success((await found.keep()).map(say).join('\n'), prompts.streams);
  return true;
}

function needed({ credentials }: CommandContext['provider']): readonly CredentialSpec[] {
  return credentials.filter(({ optional }) => optional !== true);
}

async function askFor({ redactor, say }: CommandContext, prompts: Wizard, spec: CredentialSpec): Promise<Secret> {
  prompts.log.info(say(spec.where), prompts.streams);
  const typed = answered(
    prompts,
    await prompts.password({
      ...prompts.streams,
      message: say(spec.title),
      validate: (value) => (value?.trim() ? undefined : say('It is empty; paste it and press Enter')),
    }),
  );
  const secret = new Secret(typed.trim());
  redactor.register(secret);
  return secret;
}

async function tryLogin(context: CommandContext, tried?: ReadonlyMap<string, Secret>): Promise<LoginCheck | Failure> {
  return checkLogin(context, tried).catch((error: unknown) => {
    if (isFailure(error)) return error;
    throw error;
  });
}

async function tellClients(context: CommandContext, prompts: Wizard): Promise<void> {
  const { host, say } = context;
  const found = await Promise.all(
    clients.map(async (client) => ((await isInstalled(client, context)) ? client.id : undefined)),
  );
  const chosen = answered(
    prompts,
    await prompts.multiselect({
      ...prompts.streams,
      message: say('Which programs shall use it? Space marks one, Enter goes on.'),
      showInstructions: false,
      options: clients.map((client) => ({
        value: client.id,
        label: client.title,
        hint: shownPath(client.file(host), host),
      })),
      initialValues: found.filter((id) => id !== undefined),
      required: false,
    }),
  );
  for (const client of clients.filter(({ id }) => chosen.includes(id))) await tellClient(context, prompts, client);
}

async function tellClient(context: CommandContext, prompts: Wizard, client: Client): Promise<void> {
  const { say } = context;
  const path = shownPath(client.file(context.host), context.host);
  try {
    const { backup, changed } = await writeFor(context, client);
    const copy = backup === undefined ? [] : [say(`As it was: ${shownPath(backup, context.host)}`)];
    const done = changed
      ? [say(`written to ${path}`), say(client.afterwards), ...copy]
      : [say(`${path} has this entry already`)];
    prompts.log.success(`${client.title}: ${done.join('\n')}`, prompts.streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    prompts.log.warn(`${client.title}: ${say(error.message)}\n${say(`Paste this into ${path}:`)}`, prompts.streams);
    prompts.note(await snippetFor(context, client), undefined, prompts.streams);
  }
}

/** A client is taken for installed when the folder of its file exists; files of the current folder say nothing. */
async function isInstalled(client: Client, { host }: CommandContext): Promise<boolean> {
  const path = client.file(host);
  if (path.startsWith(host.cwd) && !client.file({ ...host, cwd: '/elsewhere' }).startsWith(host.cwd)) return false;
  return access(dirname(path)).then(
    () => true,
    () => false,
  );
}

/** Asks a question that Enter answers with yes. */
async function agreed({ say }: CommandContext, prompts: Wizard, question: string): Promise<boolean> {
  const answer = await prompts.confirm({
    ...prompts.streams,
    message: say(question),
    active: say('Yes'),
    inactive: say('No'),
    initialValue: true,
  });
  return answered(prompts, answer);
}

/** @throws Cancelled when the person pressed Ctrl-C instead of answering. */
function answered<T>(prompts: Wizard, value: T): Exclude<T, symbol> {
  if (prompts.isCancel(value)) throw new Cancelled();
  return value as Exclude<T, symbol>;
}
