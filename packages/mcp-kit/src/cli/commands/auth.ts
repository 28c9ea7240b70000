import { Secret } from '@core/secrets';
import { isFailure } from '../../failure/failure.ts';
import type { CredentialSpec } from '../../provider/provider.ts';
import { closest } from '../../selection/closest.ts';
import { failureInLanguage } from '../../server/in-language.ts';
import type { CommandContext } from '../command.ts';
import { commandOf, httpToken } from '../credentials.ts';
import { exitCodes } from '../exit-codes.ts';
import { findLogin } from '../find-login.ts';
import { checkLogin, keep, knownAs, variablesThatWin } from '../login.ts';
import { isOn, text } from '../resolve.ts';
import { hiddenQuestions } from '../terminal/ask.ts';
import { forPeople } from '../terminal/next-step.ts';
import { layOut } from '../terminal/table.ts';
import { UsageError } from '../usage-error.ts';

const actions = { login, status, logout };

/** `auth login`, `auth status`, `auth logout`. */
export async function auth(context: CommandContext): Promise<number> {
  const [action = '', ...names] = context.operands;
  const run = (actions as Record<string, typeof login | undefined>)[action];
  if (run !== undefined) return run(context, names);
  const [near] = closest(action, Object.keys(actions), 1);
  throw new UsageError(
    action === '' ? 'auth needs an action' : `auth cannot "${action}"`,
    near === undefined ? 'use auth login, auth status or auth logout' : `did you mean auth ${near}?`,
  );
}

/** Asks for each credential, proves it with a real call, then stores it. */
async function login(context: CommandContext, names: readonly string[]): Promise<number> {
  const { provider, host, say, tell, print, errorStyle, style } = context;
  const needed = provider.credentials.filter(({ optional }) => optional !== true);
  const wanted = credentialsNamed(context, names, needed);
  const found = await loginFound(context, wanted);
  if (found) return exitCodes.ok;
  const tried = new Map<string, Secret>();
  const ask = hiddenQuestions(host, say);
  for (const spec of wanted) {
    if (host.stdin.isTTY === true) tell(errorStyle.dim(say(spec.where)));
    const typed = await ask(spec.title);
    if (typed === '') throw new UsageError(`No ${spec.title} was given`, spec.where);
    const secret = new Secret(typed);
    context.redactor.register(secret);
    tried.set(spec.name, secret);
  }
  if (wanted.some(({ name }) => name !== httpToken.name)) {
    const check = await checkLogin(context, tried);
    print(`${style.green('✓')} ${say(knownAs(provider, check))}`);
  }
  for (const spec of wanted) {
    const secret = tried.get(spec.name);
    if (secret === undefined) continue;
    const [done, ...notes] = await keep(context, spec, secret);
    print(`${style.green('✓')} ${say(done ?? '')}`);
    for (const note of notes) print(style.dim(`  ${say(note)}`));
    for (const warning of await variablesThatWin(context, spec)) tell(errorStyle.yellow(`  ${say(warning)}`));
  }
  return exitCodes.ok;
}

/** `auth login --from-…`: takes the credential from where another program of this machine holds it. */
async function loginFound(context: CommandContext, wanted: readonly CredentialSpec[]): Promise<boolean> {
  const { provider, config, say, tell, print, style, errorStyle } = context;
  const spec = wanted.find(({ finder }) => finder !== undefined && config.given.has(finder.flag));
  if (spec?.finder === undefined) return false;
  const choice = text(config.given, spec.finder.flag, 'auto');
  const {
    where,
    check,
    keep: keepIt,
  } = await findLogin(context, spec, choice, (line) => tell(errorStyle.dim(say(line))));
  print(`${style.green('✓')} ${say(where)}: ${say(knownAs(provider, check))}`);
  const [done, ...notes] = await keepIt();
  print(`${style.green('✓')} ${say(done ?? '')}`);
  for (const note of notes) tell(errorStyle.yellow(`  ${say(note)}`));
  return true;
}

/** Where each credential comes from, and whether the service accepts it. */
async function status(context: CommandContext, names: readonly string[]): Promise<number> {
  const { provider, store, config, print, say, style } = context;
  const wanted = credentialsNamed(context, names, provider.credentials);
  const listed = await Promise.all(wanted.map(async (spec) => ({ spec, sources: await store.status(spec.env) })));
  const check = await checkLogin(context).catch((error: unknown) => {
    if (isFailure(error)) return error;
    throw error;
  });
  const accepted = !isFailure(check);
  if (isOn(config.given, 'json')) {
    const credentials = listed.map(({ spec, sources }) => ({ name: spec.name, sources }));
    const outcome = accepted
      ? { accepted, athlete: check }
      : { accepted, failure: failureInLanguage(check, say).toText() };
    print(JSON.stringify({ ...outcome, credentials }, null, 2));
    return accepted ? exitCodes.ok : exitCodes.failed;
  }
  const rows = listed.map(({ spec, sources }) => {
    // An unusable keychain is no problem of a credential that is not in it.
    const used =
      sources.find(({ state }) => state === 'present') ??
      sources.find(({ state, kind }) => state === 'unusable' && kind !== 'keychain');
    const place =
      used === undefined
        ? spec.optional === true
          ? style.dim(say('not set, rarely needed'))
          : style.red(say('not set'))
        : `${say(used.where)}${used.state === 'unusable' ? style.red(` – ${say(used.reason ?? '')}`) : ''}`;
    return [style.bold(say(spec.title)), place];
  });
  print(config.demo ? style.dim(say('the demo needs no login')) : layOut([{}, {}], rows));
  print(
    accepted
      ? `${style.green('✓')} ${say(`accepted by ${provider.platform} as ${check.athleteName} (${check.athleteId})`)}`
      : `${style.red('✗')} ${say(check.message)}\n  ${style.dim(say('Next:'))} ${forPeople(say(check.next))}`,
  );
  return accepted ? exitCodes.ok : exitCodes.failed;
}

/** Removes what was stored, and says what still gives the credential. */
async function logout(context: CommandContext, names: readonly string[]): Promise<number> {
  const { provider, store, print, say, style } = context;
  for (const { title, env } of credentialsNamed(context, names, provider.credentials)) {
    const { removedFrom, stillSetBy } = await store.erase(env);
    const removed = removedFrom.map(({ where }) => say(where)).join(', ');
    print(
      removed === '' ? say(`No ${title} was stored`) : `${style.green('✓')} ${say(`${title} removed from ${removed}`)}`,
    );
    for (const { where } of stillSetBy) print(style.yellow(`  ${say(`${where} still gives it; unset it yourself`)}`));
  }
  return exitCodes.ok;
}

function credentialsNamed(
  { provider }: CommandContext,
  names: readonly string[],
  all: readonly CredentialSpec[],
): readonly CredentialSpec[] {
  if (names.length === 0) return all;
  const known = [...provider.credentials, httpToken];
  return names.map((name) => {
    const spec = known.find((candidate) => candidate.name === name || candidate.env === name);
    if (spec !== undefined) return spec;
    throw new UsageError(
      `There is no credential "${name}"`,
      `the credentials are ${known.map((one) => one.name).join(', ')}; see \`${commandOf(provider, '--help')}\``,
    );
  });
}
