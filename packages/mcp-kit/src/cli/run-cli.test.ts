import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliWorld } from '../../test/cli-host.ts';
import { goodKey } from '../../test/toy-provider.ts';

const withKey = { env: { TOY_API_KEY: goodKey } };

describe('a command line that makes no sense', () => {
  it.each([
    [['servee'], 'Unknown command "servee"', 'did you mean serve?'],
    [['--tolsets', 'x'], 'Unknown option --tolsets', 'did you mean --toolsets?'],
    [['digest', '--week'], 'Unknown command "digest"', 'the commands are serve'],
    [['-x'], 'Unknown option -x', '--help'],
    [['--toolsets'], '--toolsets needs a value', '--toolsets core'],
    [['--toolsets', '--read-only'], '--toolsets needs a value', '--toolsets core'],
    [['--toolsets', 'lap'], 'Unknown toolset "lap"', 'laps'],
    [['--tools', 'toy_list_lap'], 'Unknown tool "toy_list_lap"', 'toy_list_laps'],
    [['--review', 'alwys'], '--review cannot be "alwys"', 'did you mean always?'],
    [['--read-only=maybe'], '--read-only is on or off', 'use true or false'],
    [['doctor', '--tokens'], '--tokens is no option of doctor', 'it belongs to: tools'],
    [['config', 'curser'], 'There is no client "curser"', 'did you mean cursor?'],
    [['auth', 'logon'], 'auth cannot "logon"', 'did you mean auth login?'],
    [['auth', 'login', 'password'], 'There is no credential "password"', 'api_key, http_token'],
    [['call'], 'call needs the name of a tool', 'list them'],
    [['call', 'toy_list_lapz'], 'There is no tool "toy_list_lapz"', 'did you mean toy_list_laps'],
    [['call', 'toy_delete_laps'], 'toy_delete_laps is switched off', '--allow-delete'],
    [['call', 'toy_add_lap', '{power_w:1}'], 'not a JSON object', `call toy_add_lap '{"power_w":250}'`],
    [['serve', '--port', '70000', '--http'], '--port cannot be "70000"', 'a number from 0 to 65535'],
    [['serve', 'x'], 'serve takes no "x"', '--help'],
    [['setup'], 'setup asks questions, so it needs a terminal', 'auth login'],
  ])('%j stops with exit code 2 and says what works', async (argv, message, next) => {
    const { run, requests } = await cliWorld();
    const env = { ...withKey.env, MCP_HTTP_TOKEN: 'x'.repeat(32) };
    const { code, out, err } = await run(argv, { env });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain(next);
    expect(requests).toEqual([]);
  });
});

describe('a value', () => {
  it('is taken from the option, else its variable, else the config file', async () => {
    const { run, home } = await cliWorld();
    await mkdir(join(home, '.config', 'toy-mcp'), { recursive: true });
    await writeFile(
      join(home, '.config', 'toy-mcp', 'config.json'),
      '{"review": "always", "toolsets": ["danger"], "loud": true}',
    );
    const env = { ...withKey.env, TOY_REVIEW: 'off' };
    const inFile = await run(['doctor'], withKey);
    expect(inFile.out).toMatch(/review +always, from ~\/\.config\/toy-mcp\/config\.json/);
    expect(inFile.out).toMatch(/loud +true, from/);
    expect((await run(['doctor'], { env })).out).toMatch(/review +off, from TOY_REVIEW/);
    expect((await run(['doctor', '--review', 'visible'], { env })).out).toMatch(/review +visible, from --review/);
    expect((await run(['doctor'], { env: { ...withKey.env, REVIEW: 'off' } })).out).toMatch(/review +off, from REVIEW/);
    expect((await run(['doctor'], { env: { ...withKey.env, TOY_REVIEW: ' ' } })).out).toMatch(/review +always/);
  });

  it('that a host left as a placeholder counts as not given', async () => {
    const { run } = await cliWorld();
    const placeholder = '$' + '{user_config.toolsets}';
    expect((await run(['tools'], { env: { TOY_TOOLSETS: placeholder } })).code).toBe(0);
  });

  it.each([
    ['{"toolset": ["laps"]}', 'Unknown key "toolset"'],
    ['{"api_key": "x"}', 'a credential is set with `auth login`'],
    ['{"review": 5}', 'cannot be "5"'],
    ['{"read-only": "perhaps"}', 'is on or off'],
    ['{"toolsets": [1]}', 'must be a list of names'],
    ['not json', 'is not a JSON object'],
    ['[]', 'is not a JSON object'],
  ])('in the config file as %s stops the start', async (content, message) => {
    const { run, home } = await cliWorld();
    await mkdir(join(home, '.config', 'toy-mcp'), { recursive: true });
    await writeFile(join(home, '.config', 'toy-mcp', 'config.json'), content);
    const { code, err } = await run(['tools']);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('help and version', () => {
  it('go to standard output, and help names every command, option and variable', async () => {
    const { run } = await cliWorld();
    expect((await run(['--version'])).out).toBe('1.2.3\n');
    expect((await run(['version'])).out).toBe('1.2.3\n');
    expect((await run(['help'])).out).toBe((await run(['-h'])).out);
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const word of ['serve', 'setup', 'auth login|status|logout', 'doctor', 'config', 'tools', 'call'])
      expect(out).toContain(word);
    for (const word of [
      '--toolsets',
      '--allow-delete none|future|all',
      '--base-url',
      '--loud',
      'TOY_API_KEY',
      'TOY_READ_ONLY',
      'MCP_HTTP_TOKEN',
      '130',
    ]) {
      expect(out).toContain(word);
    }
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(112);
  });
});

describe('tools', () => {
  it('lists what is served, with what it costs', async () => {
    const { run } = await cliWorld();
    const { out, err } = await run(['tools', '--tokens', '--read-only']);
    expect(out).toMatch(/laps\n {2}toy_list_laps +read +\d+ +\d+ +List laps\n$/);
    expect(out).not.toContain('toy_add_lap');
    expect(err).toMatch(/1 tools of 3/);
  });

  it('lists as JSON exactly what a client is told', async () => {
    const { run } = await cliWorld();
    const listed = JSON.parse((await run(['tools', '--json', '--toolsets', 'all', '--allow-delete', 'all'])).out);
    expect(listed.map(({ name }: { name: string }) => name)).toEqual([
      'toy_list_laps',
      'toy_add_lap',
      'toy_delete_laps',
    ]);
    expect(listed[0].annotations.readOnlyHint).toBe(true);
  });
});

describe('call', () => {
  it('prints an aligned table and the other fields', async () => {
    const { run } = await cliWorld();
    const { code, out } = await run(['call', 'toy_list_laps'], withKey);
    expect(code).toBe(0);
    expect(out).toContain(
      [
        'lap  power_w  note',
        '  1      200  warm up',
        '  2    301.5  hard, with 東京 in the note',
        '  3        –  no power meter',
      ].join('\n'),
    );
    expect(out).toMatch(/mean_power_w +250\.75/);
  });

  it('prints JSON for a program, and takes its arguments from a pipe', async () => {
    const { run } = await cliWorld();
    const { out } = await run(['call', 'toy_list_laps', '-', '--json'], { ...withKey, input: '{"slow": true}' });
    expect(JSON.parse(out).mean_power_w).toBe(250.75);
  });

  it('shows progress in a terminal only, and wipes it away', async () => {
    const { run } = await cliWorld();
    const piped = await run(['call', 'toy_list_laps', '{"slow":true}'], withKey);
    expect(piped.err).toBe('');
    const seen = await run(['call', 'toy_list_laps', '{"slow":true}'], { ...withKey, terminal: true, types: [] });
    expect(seen.err).toMatch(/█+░+ 2\/3 counting/);
    expect(seen.err.endsWith('\r\u001b[2K')).toBe(true);
  });

  it('asks before a change, and does it on yes only', async () => {
    const { run, requests } = await cliWorld();
    const argv = ['call', 'toy_add_lap', '{"power_w":250}', '--review', 'always'];
    const no = await run(argv, { ...withKey, terminal: true, types: ['n'] });
    expect(no.code).toBe(1);
    expect(no.err).toContain('Add a lap of 250 W');
    expect(no.err).toContain('declined');
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
    const yes = await run(argv, { ...withKey, terminal: true, types: ['y'] });
    expect(yes.code).toBe(0);
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual(['POST /laps']);
  });

  it('without a terminal gives a preview and writes nothing, unless told --yes', async () => {
    const { run, requests } = await cliWorld();
    const argv = ['call', 'toy_add_lap', '{"power_w":250}', '--review', 'always', '--json'];
    const preview = await run(argv, withKey);
    expect(JSON.parse(preview.out).written).toBe(false);
    expect(preview.err).toContain('Nothing was written. Add --yes to do it.');
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
    expect(JSON.parse((await run([...argv, '--yes'], withKey)).out)).toMatchObject({ written: true, lap: 4 });
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual(['POST /laps']);
  });

  it('prints a failure on standard error with exit code 1, or as JSON', async () => {
    const { run } = await cliWorld();
    const refused = await run(['call', 'toy_list_laps'], { env: { TOY_API_KEY: 'wrong-key-0123456789' } });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('auth: Toy Track did not accept the login');
    expect(refused.err).toContain('Next: run `npx -y @scope/toy-mcp auth login`');
    const json = await run(['call', 'toy_list_laps', '--json'], { env: { TOY_API_KEY: 'wrong-key-0123456789' } });
    expect(JSON.parse(json.out).failure.kind).toBe('auth');
  });

  it('works without an account in the demo', async () => {
    const { run } = await cliWorld();
    expect((await run(['call', 'toy_list_laps', '--demo'])).code).toBe(0);
  });
});

describe('auth', () => {
  it('login proves a credential, stores it, and later commands use it', async () => {
    const { run } = await cliWorld();
    const login = await run(['auth', 'login'], { input: `${goodKey}\n` });
    expect(login.code).toBe(0);
    expect(login.out).toContain('✓ Toy Track knows you as Ada Toy (t1)');
    expect(login.out).toContain('✓ API key stored in Test Keychain');
    const status = await run(['auth', 'status']);
    expect([status.code, status.out]).toEqual([0, expect.stringContaining('accepted by Toy Track as Ada Toy')]);
    expect((await run(['call', 'toy_list_laps'])).code).toBe(0);
    const logout = await run(['auth', 'logout']);
    expect(logout.out).toContain('✓ API key removed from Test Keychain');
    expect((await run(['auth', 'status'])).code).toBe(1);
  });

  it('login stores nothing that the service refuses', async () => {
    const { run } = await cliWorld();
    const { code, err } = await run(['auth', 'login'], { input: 'wrong-key-0123456789' });
    expect(code).toBe(1);
    expect(err).toContain('did not accept the login');
    expect((await run(['auth', 'logout'])).out).toContain('No API key was stored');
  });

  it('login at a terminal never shows what is typed', async () => {
    const { run } = await cliWorld();
    const { code, out, err } = await run(['auth', 'login'], { terminal: true, types: [goodKey] });
    expect(code).toBe(0);
    expect(err).toContain('API key (not shown): ');
    expect(out + err).not.toContain(goodKey);
  });

  it('login says when a variable will win over what was stored', async () => {
    const { run } = await cliWorld();
    const { err } = await run(['auth', 'login'], { ...withKey, input: goodKey });
    expect(err).toContain('TOY_API_KEY is set as well and is used first');
  });

  it('keeps a credential in the encrypted file when asked to', async () => {
    const { run, home } = await cliWorld();
    const { out } = await run(['auth', 'login', '--store', 'file'], { input: goodKey });
    expect(out).toContain('credentials.json');
    expect(await readFile(join(home, '.config', 'toy-mcp', 'credentials.json'), 'utf8')).not.toContain(goodKey);
  });

  it('keeps the token of the HTTP transport without asking the platform', async () => {
    const { run, requests } = await cliWorld();
    const { code, out } = await run(['auth', 'login', 'http_token'], { input: 'f'.repeat(32) });
    expect([code, requests]).toEqual([0, []]);
    expect(out).toContain('HTTP token stored');
  });

  it('takes several credentials from a pipe, one a line', async () => {
    const { run } = await cliWorld();
    const { code, out } = await run(['auth', 'login', 'api_key', 'http_token'], {
      input: `${goodKey}\n${'f'.repeat(32)}\n`,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/API key stored[\s\S]*HTTP token stored/);
  });
});

describe('doctor', () => {
  it('says that everything works, and from where each value comes', async () => {
    const { run } = await cliWorld();
    const { code, out } = await run(['doctor'], withKey);
    expect(code).toBe(0);
    expect(out).toMatch(/api_key +from environment variable TOY_API_KEY/);
    expect(out).toMatch(/clock +within \d+ s of Toy Track/);
    expect(out).toMatch(/login +accepted as Ada Toy \(t1\)/);
    expect(out).toMatch(/tools +2 of 3 listed, about \d+ tokens/);
    expect(out).not.toContain(goodKey);
  });

  it('finds a missing credential and a clock that is off, with what to do', async () => {
    const { run } = await cliWorld();
    const slow = { now: () => new Date(Date.now() - 600_000) };
    const { code, out } = await run(['doctor'], { host: slow });
    expect(code).toBe(1);
    expect(out).toMatch(/✗ +api_key +not set\n +Next: run `npx -y @scope\/toy-mcp setup`/);
    expect(out).toMatch(/✗ +clock +10 min behind Toy Track\n +Next: set the clock/);
    expect(out).toContain('2 problems.');
  });

  it('finds an old Node and a refused login', async () => {
    const { run } = await cliWorld();
    const { out } = await run(['doctor'], {
      env: { TOY_API_KEY: 'wrong-key-0123456789' },
      host: { nodeVersion: '20.1.0' },
    });
    expect(out).toContain('install Node 22.13 or later');
    expect(out).toMatch(/✗ +login +Toy Track did not accept the login/);
  });
});

describe('config', () => {
  it('prints what to paste on standard output, and nothing else there', async () => {
    const { run } = await cliWorld();
    const { out } = await run(['config', 'claude-code', '--toolsets', 'all', '--read-only'], withKey);
    expect(JSON.parse(out)).toEqual({
      mcpServers: { toy: { command: 'npx', args: ['-y', '@scope/toy-mcp', '--toolsets', 'all', '--read-only'] } },
    });
  });

  it('writes into the file of a client, keeps the rest and a copy, and is quiet the second time', async () => {
    const { run, home } = await cliWorld();
    const file = join(home, '.cursor', 'mcp.json');
    await mkdir(join(home, '.cursor'));
    const before = '{\n    "mcpServers": {"other": {"command": "x"}},\n    "theme": "dark"\n}\n';
    await writeFile(file, before);
    const { code, out } = await run(['config', 'cursor', '--write', '--local']);
    expect(code).toBe(0);
    expect(out).toContain('✓ Added to ~/.cursor/mcp.json');
    const written = await readFile(file, 'utf8');
    expect(JSON.parse(written)).toEqual({
      mcpServers: { other: { command: 'x' }, toy: { command: '/opt/node/bin/node', args: ['/opt/toy/main.js'] } },
      theme: 'dark',
    });
    expect(written).toContain('\n    "theme"');
    const backup = (await readdir(join(home, '.cursor'))).find((name) => name.endsWith('.bak'));
    expect(await readFile(join(home, '.cursor', backup ?? ''), 'utf8')).toBe(before);
    expect((await run(['config', 'cursor', '--write', '--local'])).out).toContain('has this entry already');
  });

  it('leaves a file with comments alone', async () => {
    const { run, home } = await cliWorld();
    const file = join(home, '.gemini', 'settings.json');
    await mkdir(join(home, '.gemini'));
    await writeFile(file, '{ // mine\n}');
    const { code, err } = await run(['config', 'gemini', '--write']);
    expect(code).toBe(2);
    expect(err).toContain('left alone');
    expect(await readFile(file, 'utf8')).toBe('{ // mine\n}');
  });

  it.each(['claude-desktop', 'claude-code', 'cursor', 'vscode', 'codex', 'gemini', 'windsurf', 'openclaw'])(
    'knows %s, writes what it prints, and puts no credential into it',
    async (client) => {
      const { run } = await cliWorld();
      const { out } = await run(['config', client], withKey);
      expect(out).toContain('@scope/toy-mcp');
      expect(out).not.toContain(goodKey);
      const written = await run(['config', client, '--write'], withKey);
      expect(written.code).toBe(0);
      const path = /(?:Added to|Updated in) (\S+)/.exec(written.out)?.[1] ?? '';
      expect(path).toMatch(/^~?\//);
    },
  );
});

describe('a secret', () => {
  it('appears in no output of any command, at any log level', async () => {
    const { run } = await cliWorld();
    const env = { ...withKey.env, MCP_HTTP_TOKEN: 'http-token-0123456789abcdef', TOY_LOG_LEVEL: 'debug' };
    const lines = [
      ['doctor'],
      ['doctor', '--json'],
      ['auth', 'status'],
      ['auth', 'status', '--json'],
      ['auth', 'logout'],
      ['config', 'codex'],
      ['tools'],
      ['call', 'toy_list_laps'],
      ['call', 'toy_list_laps', '--json'],
      ['call', 'toy_add_lap', `{"power_w":"${goodKey}"}`],
      ['call', 'toy_list_laps', goodKey],
      [goodKey],
      [`--${goodKey}`],
      ['auth', 'login', goodKey],
    ];
    for (const argv of lines) {
      const { out, err } = await run(argv, { env, input: goodKey });
      expect(out + err, argv.join(' ')).not.toContain('http-token-0123456789abcdef');
      if (!argv.some((word) => word.includes(goodKey))) expect(out + err, argv.join(' ')).not.toContain(goodKey);
    }
  });
});
