import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFitActivity } from '@core/activity-files/write';
import { describe, expect, it } from 'vitest';
import { commandsOf, type DocumentedCommand, documentedCommands } from './commands.ts';
import { idOf, type Released, root, run, servers } from './released.ts';

interface Rule {
  readonly matches: RegExp;
  readonly check: (command: string, released: Released) => Promise<void> | void;
}

/** Scripts of the root that other tests execute, by those tests; a script that takes minutes names its file. */
const executedBy: Readonly<Record<string, string>> = {
  test: 'scripts/test/main.ts',
  demo: 'test/demo.test.ts',
  gen: 'test/generator.test.ts',
  fix: 'test/lint.test.ts',
  lint: 'test/lint.test.ts',
  types: 'test/lint.test.ts',
  golden: 'scripts/golden/golden.test.ts',
  bundle: 'test/bundle.test.ts',
  changeset: 'scripts/rehearsal/publish.ts',
  bench: 'bench/main.ts',
  'bench:metrics': 'bench/metrics.ts',
  'bench:files': 'bench/files.ts',
  'bench:install': 'bench/peers.ts',
};

/** The first rule that matches a command says how it is executed here. */
const rules: readonly Rule[] = [
  { matches: /^npx (-y )?@scope\/[a-z]+-mcp\b/, check: runServer },
  { matches: /^npx (-y )?@core\/activity-files inspect ride\.fit\b/, check: inspectRide },
  { matches: /^(npx -y )?pnpm(@12)? (--filter|sandbox\b)/, check: scriptOfWorkspace },
  { matches: /^(npx -y )?pnpm(@12)? /, check: scriptOfRoot },
  { matches: /^npm install @core\//, check: (command, released) => inEmptyFolder(command, released) },
  {
    matches: /^(sudo )?npm install --prefix \/opt\/training-mcp /,
    check: (command, released) =>
      inEmptyFolder(command.replace(/^sudo /, '').replace('/opt/training-mcp', './opt'), released),
  },
  { matches: /^openssl rand -hex \d+$/, check: (command, released) => inEmptyFolder(command, released) },
  // Programs of others, told about ours: what they are to start is executed.
  {
    matches: /^(claude|codex|code) .* -- npx /,
    check: (command, released) => runServer(command.split(' -- ')[1] ?? '', released),
  },
  // Needs a container engine or the system's own folders; `hosting` executes the steps of the files that these name.
  { matches: /^(docker|sudo) .*\bdeploy\b/, check: namesFilesThatExist },
  { matches: /^node .*\btest\/[\w-]+\.ts\b/, check: namesTestOfPackage },
  { matches: /^sudo (install -d|systemctl enable) /, check: () => {} },
];

/** Executes every command of the documentation, each by the rule that fits; a command that no rule knows fails. */
export function documented(released: () => Released): void {
  describe('a command of the documentation', () => {
    it.each(documentedCommands(root).map((each): [string, DocumentedCommand] => [each.command, each]))(
      '%s',
      async (command, { pages }) => {
        const rule = rules.find(({ matches }) => matches.test(command));
        if (rule === undefined) {
          throw new Error(
            `${pages.join(', ')} tells people to run something that no test executes; add a rule to test/rehearsal/documented.ts`,
          );
        }
        await rule.check(command, released());
      },
    );

    it('of a workflow is a script of the root', () => {
      const files = globSync('.github/workflows/*.yml', { cwd: root });
      const lines = files.flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n'));
      const commands = lines.flatMap((line) => /(?:run|version|publish): ((?:npx -y )?pnpm .*)/.exec(line)?.[1] ?? []);
      expect(commands.length).toBeGreaterThan(3);
      const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
      for (const command of commands.filter((each) => !/ install\b/.test(each)))
        expect(Object.keys(scripts)).toContain(/pnpm(?:@12)? ([\w:-]+)/.exec(command)?.[1]);
    });

    it('is found in blocks and in sentences, without its comment', () => {
      const page =
        'Run `npx a` or `--flag`.\n\n```sh\nnpm b \\\n  --c   # why\n# nothing\n\n$ d "#e"\n```\n```ts\nnpx no\n```\n';
      expect(commandsOf(page)).toEqual(['npm b --c', 'd "#e"', 'npx a']);
    });
  });
}

/** Runs a server's command as it stands, for a made-up athlete: nobody has an account at hand in a test. */
async function runServer(command: string, released: Released): Promise<void> {
  const { project, env } = released.stranger('reader');
  const demo = Object.fromEntries(servers.map((name) => [`${idOf(name).toUpperCase()}_DEMO`, 'true']));
  const line = command.replace(/^npx (?!-y)/, 'npx -y ');
  const inside = { cwd: project, env: { ...env, ...demo, MCP_HTTP_TOKEN: 'rehearsal-token-0123456789' } };
  if (/ serve .*--http/.test(line)) return serveBriefly(`${line} --port 0`, inside);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { ...inside, encoding: 'utf8', input: '' });
  const printed = `${stdout}${stderr}`;
  // What asks a person questions says so when there is none.
  if (/ (setup|auth login)\b/.test(line)) {
    expect(status, printed).toBe(2);
    expect(printed).toMatch(/Next: /);
    return;
  }
  expect(status, printed).toBe(0);
}

function serveBriefly(line: string, options: { cwd: string; env: Record<string, string> }): Promise<void> {
  const child = spawn('sh', ['-c', `exec ${line} --log-level info`], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((done, fail) => {
    let printed = '';
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (!printed.includes('serving')) return;
      child.kill();
      done();
    });
    child.on('exit', () => fail(new Error(`${line}: ${printed}`)));
  });
}

/** A script of the repository's root: it exists, and so does what executes it. */
function scriptOfRoot(command: string): void {
  const [, script = ''] = /pnpm(?:@12)? (?:run )?([\w:-]+)/.exec(command) ?? [];
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(Object.keys(scripts)).toContain(script);
  expect(Object.keys(executedBy)).toContain(script);
  expect(existsSync(join(root, executedBy[script] ?? ''))).toBe(true);
}

/** `pnpm --filter <package> <script>` names a package and a script of it; `pnpm sandbox <provider>` an emulator. */
function scriptOfWorkspace(command: string): void {
  const [, name = '', script = ''] = /--filter (\S+) (\S+)/.exec(command) ?? [];
  if (name === '') {
    const [, provider = ''] = /sandbox (\S+)/.exec(command) ?? [];
    expect(existsSync(join(root, 'servers', provider, 'sandbox/index.ts')), command).toBe(true);
    return;
  }
  const folder = join(root, 'packages', name.replace('@core/', ''));
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  expect(Object.keys(scripts)).toContain(script);
}

async function inEmptyFolder(command: string, released: Released): Promise<void> {
  const stranger = released.stranger(`empty-${command.replaceAll(/\W+/g, '-')}`);
  mkdirSync(stranger.project, { recursive: true });
  await run('sh', ['-ec', command], stranger);
}

/** Runs for hours by intention: the file is there, and its own tests hold it. */
function namesTestOfPackage(command: string): void {
  const [file = ''] = /\btest\/[\w-]+\.ts\b/.exec(command) ?? [];
  expect(globSync(`packages/*/${file}`, { cwd: root })).toHaveLength(1);
}

/** Reads a file of ten minutes that was written for this. */
async function inspectRide(command: string, released: Released): Promise<void> {
  const { project, env } = released.stranger('inspector');
  const time = Float64Array.from({ length: 600 }, (_, second) => second);
  const samples = { startMs: Date.UTC(2026, 9, 14, 8), time, channels: { power: time.map(() => 200) }, pauses: [] };
  writeFileSync(join(project, 'ride.fit'), writeFitActivity({ samples, sport: 'cycling' }));
  const printed = await run('sh', ['-ec', command.replace(/^npx (?!-y)/, 'npx -y ')], { project, env });
  expect(printed).toMatch(/200/);
}

function namesFilesThatExist(command: string): void {
  const files = command.split(/\s+/).filter((word) => /^deploy\b/.test(word));
  for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
}
