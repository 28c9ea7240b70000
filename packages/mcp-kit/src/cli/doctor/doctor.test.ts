import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliWorld, cliWorld, type RunOptions } from '../../../test/cli-host.ts';
import { goodKey, toyPlatform } from '../../../test/toy-provider.ts';
import { isOlder } from './program.ts';

const env = { TOY_API_KEY: goodKey };

async function write({ home }: CliWorld, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(home, path)), { recursive: true });
  await writeFile(join(home, path), content);
}

/** A network that fails on every request with an error code, as undici wraps it. */
const broken =
  (code: string): typeof fetch =>
  async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  };

const claude = '.config/Claude/claude_desktop_config.json';
const entry = (command: string) => JSON.stringify({ mcpServers: { toy: { command, args: ['-y', '@scope/toy-mcp'] } } });

interface Trouble {
  readonly options?: RunOptions;
  readonly argv?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly says: RegExp;
  readonly next: RegExp;
}

/** What goes wrong most, with what the doctor must say and the way out it must show. */
const troubles: Readonly<Record<string, Trouble>> = {
  'an old Node': {
    options: { env, host: { nodeVersion: '20.1.0' } },
    says: /✗ +node +20\.1\.0/,
    next: /install Node 22\.13/,
  },
  'no login yet': { options: {}, says: /✗ +api_key +not set/, next: /run `npx -y @scope\/toy-mcp setup`/ },
  'a field of the client that was left blank': {
    options: { env: { TOY_API_KEY: `\${user_config.api_key}` } },
    says: /✗ +api_key +not set: .*TOY_API_KEY holds the placeholder/,
    next: /fill in the field in your client/,
  },
  'a login that expired or is wrong': {
    options: { env: { TOY_API_KEY: 'wrong-key-0123456789' } },
    says: /✗ +login +Toy Track did not accept the login/,
    next: /auth login/,
  },
  'two sources that contradict each other': {
    options: { env: { ...env, TOY_API_KEY_FILE: '/run/secrets/key' } },
    says: /✗ +api_key .*Both TOY_API_KEY and TOY_API_KEY_FILE are set/,
    next: /Unset TOY_API_KEY/,
  },
  'a clock that is off': {
    options: { env, host: { now: () => new Date(Date.now() - 600_000) } },
    says: /✗ +clock +10 min behind/,
    next: /set the clock/,
  },
  'a proxy that Node does not use': {
    options: { env: { ...env, HTTPS_PROXY: 'http://proxy:3128' }, host: { fetch: broken('ECONNREFUSED') } },
    says: /✗ +login +HTTPS_PROXY is set, but Node does not use it/,
    next: /NODE_USE_ENV_PROXY=1/,
  },
  'a network that shows its own certificate': {
    options: { env, host: { fetch: broken('SELF_SIGNED_CERT_IN_CHAIN') } },
    says: /✗ +login +something between this machine and Toy Track/,
    next: /NODE_EXTRA_CA_CERTS/,
  },
  'no network': {
    options: { env, host: { fetch: broken('ENOTFOUND') } },
    says: /✗ +login +the address of Toy Track was not found/,
    next: /open https:\/\/toy\.test in a browser/,
  },
  'a client whose file has a slip': {
    options: { env },
    files: { [claude]: `${entry('npx').slice(0, -1)},}` },
    says: /✗ +claude-desktop +~\/\.config.* is not plain JSON, so Claude Desktop reads none of it/,
    next: /comma/,
  },
  'a client that starts a program that is gone': {
    options: { env },
    files: { [claude]: entry('/opt/old-node/bin/npx') },
    says: /✗ +claude-desktop +starts \/opt\/old-node\/bin\/npx, which is not there any more/,
    next: /config claude-desktop --write/,
  },
  'a client of the desktop that finds no npx': {
    options: { env },
    files: { [claude]: entry('npx') },
    says: /! +claude-desktop +starts npx without its folder/,
    next: /config claude-desktop --write/,
  },
  'no client that knows the server': { options: { env }, says: /! +clients +no client/, next: /setup/ },
  'a version that got old': {
    options: {
      env,
      host: {
        fetch: async (input, init) =>
          String(input).startsWith('https://registry.npmjs.org/@scope/toy-mcp/latest')
            ? Response.json({ version: '1.10.0' })
            : toyPlatform()(input, init),
      },
    },
    says: /! +version +1\.10\.0 is out/,
    next: /toy-mcp@latest/,
  },
  'options that leave no tool': {
    options: { env },
    argv: ['--exclude-tools', 'toy_list_laps', '--read-only'],
    says: /✗ +tools +0 of 3 listed.*kept back: .*2 by --read-only/,
    next: /leave out some of the options/,
  },
  'a config file with a slip': {
    options: { env },
    files: { '.config/toy-mcp/config.json': '{"toolsets": ["core"],}' },
    says: /config\.json is not a JSON object/,
    next: /write it as/,
  },
  'a misspelt option in the config file': {
    options: { env },
    files: { '.config/toy-mcp/config.json': '{"toolset": ["core"]}' },
    says: /Unknown key "toolset"/,
    next: /did you mean "toolsets"/,
  },
};

describe('doctor explains', () => {
  it.each(Object.entries(troubles))('%s', async (_, { options = {}, argv = [], files = {}, says, next }) => {
    const world = await cliWorld();
    for (const [path, content] of Object.entries(files)) await write(world, path, content);
    const { out, err } = await world.run(['doctor', ...argv], options);
    expect(out + err).toMatch(says);
    const [, way] = (out + err).split(says);
    expect(way).toMatch(new RegExp(`^[^✗!✓]*Next: .*${next.source}`));
  });
});

describe('doctor', () => {
  it('says that a variable of this shell is not seen by a client', async () => {
    const { out } = await (await cliWorld()).run(['doctor'], { env });
    expect(out).toMatch(/✓ +api_key .*a client needs TOY_API_KEY too, or a stored login/);
  });

  it('finds a client that is set up well', async () => {
    const world = await cliWorld();
    await write(world, claude, entry(process.execPath));
    const { out, code } = await world.run(['doctor'], { env });
    expect(out).toMatch(/✓ +claude-desktop +~\/\.config/);
    expect(code).toBe(0);
  });

  it('does not speak of files of clients that do not mention the server', async () => {
    const world = await cliWorld();
    await write(world, claude, '{ // mine');
    expect((await world.run(['doctor'], { env })).out).not.toContain('claude-desktop');
  });

  it('compares versions by number', () => {
    expect([isOlder('1.9.0', '1.10.0'), isOlder('1.10.0', '1.9.9'), isOlder('1.2.3', '1.2.3')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
