import type { CommandContext } from '../command.ts';
import { checkClients } from '../doctor/clients.ts';
import { checkCredentials } from '../doctor/credentials.ts';
import { checkFiles } from '../doctor/files.ts';
import type { Finding } from '../doctor/finding.ts';
import { checkClock, checkService } from '../doctor/network.ts';
import { checkConfiguration, checkProgram } from '../doctor/program.ts';
import { checkTools } from '../doctor/tools.ts';
import { exitCodes } from '../exit-codes.ts';
import { isOn } from '../resolve.ts';
import { layOut } from '../terminal/table.ts';

const demoNote: Finding = { about: 'credentials', state: 'note', says: 'the demo needs none' };

const notTried: Finding = { about: 'login', state: 'note', says: 'not tried until the credential works' };

/** What is configured and from where, and whether it works. */
export async function doctor(context: CommandContext): Promise<number> {
  const { demo } = context.config;
  const found = demo ? [demoNote] : await checkCredentials(context);
  const findings = [
    ...(await checkProgram(context)),
    ...(await checkConfiguration(context)),
    ...found,
    ...(demo ? [] : [await checkClock(context)]),
    ...(found.some(({ state }) => state === 'bad') ? [notTried] : await checkService(context)),
    ...(await checkFiles(context)),
    checkTools(context),
    ...(demo ? [] : await checkClients(context)),
  ];
  const told = findings.map((finding) => inLanguage(context, finding));
  if (isOn(context.config.given, 'json')) context.print(JSON.stringify(told, null, 2));
  else report(context, told);
  return findings.some(({ state }) => state === 'bad') ? exitCodes.failed : exitCodes.ok;
}

/** A finding in the person's language; programs that read the JSON know it by `about` and `state`, which stay. */
function inLanguage({ say }: CommandContext, { about, state, says, next }: Finding): Finding {
  return { about, state, says: say(says), ...(next !== undefined && { next: say(next) }) };
}

function report({ print, say, style }: CommandContext, findings: readonly Finding[]): void {
  const mark = { good: style.green('✓'), note: style.yellow('!'), bad: style.red('✗') };
  const rows = findings.flatMap(({ about, state, says, next }) => [
    [about === '' ? ' ' : mark[state], style.bold(say(about)), says],
    ...(next === undefined ? [] : [['', '', `${style.dim(say('Next:'))} ${next}`]]),
  ]);
  print(layOut([{}, {}, {}], rows));
  const bad = findings.filter(({ state }) => state === 'bad').length;
  print('');
  if (bad === 0) print(style.green(say('Everything works.')));
  else print(style.red(say(bad === 1 ? 'One problem.' : `${bad} problems.`)));
}
