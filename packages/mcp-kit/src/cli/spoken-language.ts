import { join } from 'node:path';
import { directoriesFor } from '@core/secrets';
import type { Translate } from '../server/in-language.ts';
import { readConfigFile } from './config-file.ts';
import type { CliHost } from './host.ts';
import type { AnyProvider } from './option-table.ts';

const asItIs: Translate = (text) => text;

/**
 * The language of the command line, found before anything is checked: a refused flag is told in it too. What is set wrong
 * counts as not set here; the command line itself refuses it.
 */
export async function spokenLanguage(provider: AnyProvider, host: CliHost): Promise<Translate> {
  const { speech } = provider;
  if (speech === undefined) return asItIs;
  const spec = provider.settings[speech.setting];
  if (spec === undefined) throw new Error(`The provider ${provider.id} has no setting ${speech.setting}`);
  const { flag, env, schema } = spec;
  const given = [flagValue(host.argv, flag), host.env[env], await fileValue(provider, host, flag)];
  for (const raw of [...given.filter((value) => value !== undefined && value !== ''), undefined]) {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return (await speech.load(parsed.data)) ?? asItIs;
  }
  return asItIs;
}

function flagValue(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findLastIndex((word) => word === `--${flag}` || word.startsWith(`--${flag}=`));
  const word = argv[at];
  return word === `--${flag}` ? argv[at + 1] : word?.slice(flag.length + 3);
}

async function fileValue(provider: AnyProvider, host: CliHost, flag: string): Promise<unknown> {
  const { config } = directoriesFor(provider.bin, host.platform, host.env, host.home);
  const content = await readConfigFile(join(config, 'config.json')).catch(() => undefined);
  return content?.[flag];
}
