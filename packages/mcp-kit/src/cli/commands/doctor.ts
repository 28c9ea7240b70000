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
  if (isOn(context.config.given, 'json')) context.print(JSON.stringify(findings, null, 2));
  else report(context, findings);
  return findings.some(({ state }) => state === 'bad') ? exitCodes.failed : exitCodes.ok;
}

function report({ print, style }: CommandContext, findings: readonly Finding[]): void {
  const mark = { good: style.green('✓'), note: style.yellow('!'), bad: style.red('✗') };
  const rows = findings.flatMap(({ about, state, says, next }) => [
    [about === '' ? ' ' : mark[state], style.bold(about), says],
    ...(next === undefined ? [] : [['', '', `${style.dim('Next:')} ${next}`]]),
  ]);
  print(layOut([{}, {}, {}], rows));
  const bad = findings.filter(({ state }) => state === 'bad').length;
  print('');
  print(bad === 0 ? style.green('Everything works.') : style.red(bad === 1 ? 'One problem.' : `${bad} problems.`));
}
