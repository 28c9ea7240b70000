import { closest } from '../../selection/closest.ts';
import { type Client, clients } from '../clients/client.ts';
import { serverName, shownPath } from '../clients/launch-entry.ts';
import { entryFor, snippetFor, writeFor } from '../clients/tell-client.ts';
import type { CommandContext } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { isOn } from '../resolve.ts';
import { layOut } from '../terminal/table.ts';
import { UsageError } from '../usage-error.ts';

/** Prints or writes what a client needs to start this server. Credentials are never part of it. */
export async function config(context: CommandContext): Promise<number> {
  const [id] = context.operands;
  if (id === undefined) {
    listClients(context);
    return exitCodes.ok;
  }
  const client = clientNamed(id);
  if (isOn(context.config.given, 'write')) await write(context, client);
  else await show(context, client);
  return exitCodes.ok;
}

function listClients({ host, print, say, tell, style, errorStyle }: CommandContext): void {
  print(
    layOut(
      [{}, {}, {}],
      clients.map((client) => [style.bold(client.id), client.title, style.dim(shownPath(client.file(host), host))]),
    ),
  );
  tell(
    `\n${errorStyle.dim(say('Print what a client needs:'))} config <client>${errorStyle.dim(say(', or write it with'))} --write`,
  );
}

async function show(context: CommandContext, client: Client): Promise<void> {
  const { host, provider, print, say, tell, errorStyle } = context;
  tell(errorStyle.dim(say(`For ${shownPath(client.file(host), host)}:`)));
  print(await snippetFor(context, client));
  if (client.addCommand !== undefined) {
    tell(errorStyle.dim(`\n${say(`Or let ${client.title} do it:`)}`));
    tell(client.addCommand(serverName(provider), await entryFor(context, client)));
  }
  tell(errorStyle.dim(`\n${say('Add --write to put it there, with a copy of the file as it was.')}`));
}

async function write(context: CommandContext, client: Client): Promise<void> {
  const { host, print, say, style } = context;
  const { replaced, backup, changed } = await writeFor(context, client);
  const path = shownPath(client.file(host), host);
  if (!changed) {
    print(`${style.green('✓')} ${say(`${path} has this entry already`)}`);
    return;
  }
  print(`${style.green('✓')} ${say(`${replaced ? 'Updated in' : 'Added to'} ${path}`)}`);
  if (backup !== undefined) print(style.dim(`  ${say(`As it was: ${shownPath(backup, host)}`)}`));
  print(`  ${say(client.afterwards)}`);
}

function clientNamed(id: string): Client {
  const client = clients.find((candidate) => candidate.id === id);
  if (client !== undefined) return client;
  const ids = clients.map((candidate) => candidate.id);
  const [near] = closest(id, ids, 1);
  throw new UsageError(
    `There is no client "${id}"`,
    near === undefined ? `the clients are ${ids.join(', ')}` : `did you mean ${near}?`,
  );
}
