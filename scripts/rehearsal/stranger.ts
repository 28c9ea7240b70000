import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The environment of somebody who has never used npm on this machine: empty caches, an empty home, one registry. */
export interface Stranger {
  readonly home: string;
  /** An empty folder to work in. */
  readonly project: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A stranger below a folder.
 *
 * @param registry whose packages they get; `undefined` for the public one that this machine is set up for
 * @param node folder of the Node to use; that of this process when absent
 */
export function newStranger(folder: string, registry?: string, node?: string): Stranger {
  const home = join(folder, 'home');
  const project = join(folder, 'project');
  for (const each of [home, project]) mkdirSync(each, { recursive: true });
  if (registry !== undefined) {
    const host = registry.replace(/^https?:/, '');
    writeFileSync(join(home, '.npmrc'), `registry=${registry}\n${host}:_authToken=rehearsal\n`);
  }
  const path = [node, process.env.PATH].filter((part) => part !== undefined && part !== '').join(':');
  return {
    home,
    project,
    env: {
      ...passedOn(),
      HOME: home,
      USERPROFILE: home,
      PATH: path,
      npm_config_cache: join(folder, 'npm-cache'),
      npm_config_update_notifier: 'false',
      npm_config_fund: 'false',
      npm_config_audit: 'false',
      NO_COLOR: '1',
      CI: '1',
      ...(registry === undefined ? {} : { npm_config_registry: registry }),
    },
  };
}

/** What a machine behind a proxy needs to reach anything at all; nothing else of this process. */
function passedOn(): Record<string, string> {
  const wanted = /^(https?_proxy|no_proxy|all_proxy|node_extra_ca_certs|ssl_cert_(file|dir)|lang|lc_all|tmpdir)$/i;
  const entries = Object.entries(process.env).filter(([name]) => wanted.test(name));
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
