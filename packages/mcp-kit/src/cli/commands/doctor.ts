import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { SourceStatus } from '@core/secrets';
import { bytesPerToken, catalogueOf } from '../../catalogue/catalogue.ts';
import { isFailure } from '../../failure/failure.ts';
import { folderFailure } from '../../files/folder-failure.ts';
import { select } from '../../selection/select.ts';
import { shownPath } from '../clients/launch-entry.ts';
import { clockOffset } from '../clock-offset.ts';
import type { CommandContext } from '../command.ts';
import { commandOf } from '../credentials.ts';
import { exitCodes } from '../exit-codes.ts';
import { filesFolder } from '../files-folder.ts';
import { checkLogin } from '../login.ts';
import { isOn } from '../resolve.ts';
import { forPeople } from '../terminal/next-step.ts';
import { layOut } from '../terminal/table.ts';

/** One line of the report. `bad` makes the command fail; `note` is worth a look. */
interface Finding {
  readonly about: string;
  readonly state: 'good' | 'note' | 'bad';
  readonly says: string;
  readonly next?: string;
}

const largestOffset = 120;

/** What is configured and from where, and whether it works. */
export async function doctor(context: CommandContext): Promise<number> {
  const { demo } = context.config;
  const found = demo ? [demoNote] : await credentials(context);
  const findings = [
    ...program(context),
    ...(await configuration(context)),
    ...found,
    ...(demo ? [] : [await clock(context)]),
    ...(found.some(({ state }) => state === 'bad') ? [notTried] : await login(context)),
    ...(await files(context)),
    catalogue(context),
  ];
  if (isOn(context.config.given, 'json')) context.print(JSON.stringify(findings, null, 2));
  else report(context, findings);
  return findings.some(({ state }) => state === 'bad') ? exitCodes.failed : exitCodes.ok;
}

const demoNote: Finding = { about: 'credentials', state: 'note', says: 'the demo needs none' };

const notTried: Finding = { about: 'login', state: 'note', says: 'not tried until the credential works' };

function program({ provider, host }: CommandContext): Finding[] {
  const [major = 0, minor = 0] = host.nodeVersion.split('.').map(Number);
  const works = major > 22 || (major === 22 && minor >= 13);
  return [
    { about: 'program', state: 'good', says: `${provider.bin} ${provider.version} for ${provider.platform}` },
    {
      about: 'node',
      state: works ? 'good' : 'bad',
      says: `${host.nodeVersion} on ${host.platform}`,
      ...(works ? {} : { next: 'install Node 22.13 or later' }),
    },
  ];
}

async function configuration({ configPath, config, host }: CommandContext): Promise<Finding[]> {
  const exists = await access(configPath).then(
    () => true,
    () => false,
  );
  const path = shownPath(configPath, host);
  const given = [...config.given].filter(([flag]) => !['json', 'demo'].includes(flag));
  return [
    { about: 'config file', state: 'good', says: exists ? path : `none (it would be ${path})` },
    ...given.map(([flag, { value, source }]): Finding => {
      const shown = Array.isArray(value) ? value.join(',') : String(value);
      return { about: flag, state: 'good', says: `${shown}, from ${source === configPath ? path : source}` };
    }),
  ];
}

/** Each credential: the source that is used, the unusable ones, and the keychain. */
async function credentials({ provider, store }: CommandContext): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, env, optional } of provider.credentials) {
    const sources = await store.status(env, { runCommands: true });
    const used = sources.find(({ state }) => state === 'present');
    const unusable = sources.filter(({ state, kind }) => state === 'unusable' && kind !== 'keychain');
    // Two variables that exclude each other give one reason between them.
    const broken = unusable.filter(({ reason }, index) => unusable.findIndex((one) => one.reason === reason) === index);
    if (broken.length === 0 && (used !== undefined || optional !== true)) {
      findings.push(
        used === undefined
          ? { about: name, state: 'bad', says: 'not set', next: `run \`${commandOf(provider, 'setup')}\`` }
          : { about: name, state: 'good', says: `from ${used.where}` },
      );
    }
    findings.push(...broken.map((source) => brokenSource(name, source)));
  }
  const [first] = provider.credentials;
  if (first !== undefined) findings.push(keychain(await store.status(first.env)));
  return findings;
}

function brokenSource(about: string, { where, reason, next }: SourceStatus): Finding {
  return { about, state: 'bad', says: `${where}: ${reason ?? 'unusable'}`, ...(next === undefined ? {} : { next }) };
}

function keychain(sources: readonly SourceStatus[]): Finding {
  const source = sources.find(({ kind }) => kind === 'keychain');
  if (source?.state === 'unusable') {
    return {
      about: 'keychain',
      state: 'note',
      says: `${source.reason ?? 'not usable'} Credentials go to an encrypted file.`,
    };
  }
  return { about: 'keychain', state: 'good', says: source?.where ?? 'usable' };
}

/** A clock that is far off breaks "today" and the expiry of logins. */
async function clock({ provider, host }: CommandContext): Promise<Finding> {
  const seconds = await clockOffset(provider.websiteUrl, host);
  if (seconds === undefined)
    return { about: 'clock', state: 'note', says: `could not be compared: ${provider.websiteUrl} did not answer` };
  const off = Math.abs(seconds);
  if (off <= largestOffset)
    return { about: 'clock', state: 'good', says: `within ${Math.max(1, Math.round(off))} s of ${provider.platform}` };
  const minutes = Math.round(off / 60);
  return {
    about: 'clock',
    state: 'bad',
    says: `${minutes} min ${seconds > 0 ? 'ahead of' : 'behind'} ${provider.platform}`,
    next: 'set the clock of this machine',
  };
}

async function login(context: CommandContext): Promise<Finding[]> {
  const started = performance.now();
  try {
    const { athleteName, athleteId, facts } = await checkLogin(context);
    const ms = Math.round(performance.now() - started);
    return [
      { about: 'login', state: 'good', says: `accepted as ${athleteName} (${athleteId}), ${ms} ms` },
      ...facts.map((says): Finding => ({ about: '', state: 'good', says })),
    ];
  } catch (error) {
    if (!isFailure(error)) throw error;
    return [{ about: 'login', state: 'bad', says: error.message, next: forPeople(error.next) }];
  }
}

/** The folder for files; it is made at the first file that is saved. */
async function files(context: CommandContext): Promise<Finding[]> {
  if (!context.provider.tools.some((tool) => tool.files !== undefined)) return [];
  const folder = filesFolder(context);
  if (folder === undefined) return [{ about: 'files', state: 'note', says: 'no folder: files are fetched by address' }];
  try {
    if (!(await stat(folder.path)).isDirectory()) throw Object.assign(new Error('a file'), { code: 'ENOTDIR' });
    await access(folder.path, constants.R_OK | constants.W_OK | constants.X_OK);
    return [{ about: 'files', state: 'good', says: folder.shown }];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [{ about: 'files', state: 'good', says: `${folder.shown}, made when first used` }];
    const { message, next } = folderFailure('use files', folder, error);
    return [{ about: 'files', state: 'bad', says: message, next: forPeople(next) }];
  }
}

function catalogue({ provider, config }: CommandContext): Finding {
  const { cost } = catalogueOf(provider);
  const selected = select(provider.tools, provider.defaultToolsets, config.selection);
  const bytes = selected.reduce((sum, { name }) => sum + (cost[name]?.model ?? 0), 0);
  return {
    about: 'tools',
    state: 'good',
    says: `${selected.length} of ${provider.tools.length} listed, about ${Math.ceil(bytes / bytesPerToken)} tokens`,
  };
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
