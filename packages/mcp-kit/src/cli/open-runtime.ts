import { createRuntime, type Runtime } from '../server/runtime.ts';
import type { CommandContext } from './command.ts';
import { credentialResolver } from './credentials.ts';
import { filesFor, type Reach } from './files-folder.ts';
import { loginDesk } from './find-login.ts';
import { openConnection } from './open.ts';

/**
 * Connects and selects the tools.
 *
 * @param reach who is served, which decides where files go
 * @throws SelectionError for a toolset or tool that does not exist.
 */
export async function openRuntime(context: CommandContext, reach: Reach): Promise<Runtime<unknown>> {
  const { provider, config, redactor, log, store } = context;
  const credential = credentialResolver(provider, store);
  const { connection, now } = await openConnection(context, credential, loginDesk(context, credential.forget));
  return createRuntime({
    provider,
    connection,
    selection: config.selection,
    review: config.review,
    redactor,
    log,
    now,
    files: filesFor(context, reach),
  });
}
