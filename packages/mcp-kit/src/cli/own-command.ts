import { dayIn } from '../dates/day.ts';
import { Failure } from '../failure/failure.ts';
import { createFiles } from '../files/files.ts';
import type { CommandWork, ProviderCommand } from '../provider/provider-command.ts';
import type { CallContext, CallScope } from '../server/call-context.ts';
import type { CommandContext } from './command.ts';
import { credentialResolver } from './credentials.ts';
import { exitCodes } from './exit-codes.ts';
import { filesFor } from './files-folder.ts';
import { openConnection } from './open.ts';
import { optionsOf } from './option-table.ts';
import { isOn } from './resolve.ts';
import { stopSignal } from './stop-signal.ts';
import { askYesNo } from './terminal/ask.ts';
import { progressBar } from './terminal/progress-bar.ts';
import { UsageError } from './usage-error.ts';

type Run = Awaited<ReturnType<ProviderCommand<unknown>['load']>>;

/** Runs a command that a provider brings, on the account as it is configured. */
export async function runOwn(context: CommandContext, run: Run): Promise<number> {
  const { config, host, operands, print, say, tell, errorStyle, provider } = context;
  const bar = progressBar(host.stderr, errorStyle, say);
  const work: CommandWork<unknown> = {
    ctx: await readingContext(context, bar.show),
    operands,
    option: (flag) => {
      const value = config.given.get(flag)?.value;
      if (value !== undefined) return String(value);
      return optionsOf(provider).find((option) => option.flag === flag)?.default;
    },
    cwd: host.cwd,
    print,
    tell,
    agrees: async (question) => {
      if (isOn(config.given, 'yes')) return true;
      if (host.stdin.isTTY !== true) throw new UsageError(`${question} Nobody can be asked here`, 'add --yes');
      return askYesNo(question, host, say);
    },
  };
  try {
    return (await run(work)) ? exitCodes.ok : exitCodes.failed;
  } finally {
    bar.end();
  }
}

/** The context of a call by the account's owner that may only read. */
async function readingContext(
  context: CommandContext,
  progress: CallContext<unknown>['progress'],
): Promise<CallContext<unknown>> {
  const { connection, now } = await openConnection(context, credentialResolver(context.provider, context.store));
  const scope: CallScope = { signal: stopSignal(context), mayWrite: () => false };
  const athletes = connection.athletes(scope);
  const self = () => athletes.self();
  return {
    ...scope,
    port: connection.port(scope),
    athlete: self,
    self,
    today: async () => dayIn((await self()).timeZone, now()),
    now,
    files: createFiles({ id: context.provider.id, ...filesFor(context, 'terminal'), now }).forCall(undefined, []),
    progress,
    confirm: async () => {
      throw new Failure('blocked', 'This command changes nothing on the platform', { next: 'use a tool that does' });
    },
  };
}
