import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FAULTS } from '@core/sandbox';
import { type ServedEmulator, serveEmulator } from '@core/sandbox/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIntervalsSandbox } from '../servers/intervals/sandbox/index.ts';
import { provider } from '../servers/intervals/src/provider.ts';

/** A marked credential goes through the built server and appears nowhere: not on stdout, not on stderr, not on disk. */
const canary = 'canary-9e1b7c4d5f60a2';
const forms = [
  canary,
  Buffer.from(`API_KEY:${canary}`).toString('base64'),
  encodeURIComponent(canary),
  Buffer.from(canary).toString('base64url'),
];

const main = join(resolve(import.meta.dirname, '..'), 'servers/intervals/dist/main.js');
const sandbox = createIntervalsSandbox({ apiKey: canary });
let front: ServedEmulator;
let home: string;

beforeAll(async () => {
  front = await serveEmulator(sandbox.emulator);
  home = mkdtempSync(join(realpathSync(tmpdir()), 'canary-'));
});

afterAll(async () => {
  await front.close();
  rmSync(home, { recursive: true, force: true });
});

/** A program that does something once the server has taken over what nobody catches: before that it is Node's own crash. */
const whenReady = (something: string): string => `const timer = setInterval(() => {
  if (process.listenerCount('uncaughtException') === 0) return;
  clearInterval(timer);
  ${something};
}, 20);`;

interface Run {
  readonly output: string;
  readonly code: number | null;
}

/** Runs the built program with the canary as its key and gives everything it wrote. */
function run(
  args: readonly string[],
  {
    input = '',
    env = {},
    until,
  }: { input?: string; env?: Record<string, string>; until?: (output: string) => boolean } = {},
): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [main, '--base-url', `${front.url}/api/v1`, ...args], {
      env: {
        PATH: process.env.PATH ?? '',
        HOME: home,
        XDG_CONFIG_HOME: join(home, 'config'),
        XDG_STATE_HOME: join(home, 'state'),
        INTERVALS_API_KEY: canary,
        ...env,
      },
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (until?.(output)) child.stdin.end();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', (code) => done({ output, code }));
    child.stdin.write(input);
    if (until === undefined) child.stdin.end();
  });
}

function expectClean(output: string): void {
  for (const form of forms) expect(output).not.toContain(form);
}

const line = (message: object) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`;
const hello =
  line({
    id: 'hello',
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'canary', version: '1' } },
  }) + line({ method: 'notifications/initialized' });

/** One call of every tool, in one session. */
function everyTool(): { input: string; last: string } {
  const calls = provider.tools.map(({ name, examples }, index) =>
    line({ id: `call-${index}`, method: 'tools/call', params: { name, arguments: examples[0] } }),
  );
  return { input: hello + calls.join(''), last: `call-${calls.length - 1}` };
}

/** Those of another audience too. */
const everyToolset = ['all', ...(provider.apartToolsets ?? [])].join(',');

const answered = (count: number) => (output: string) => output.split('"id":"call-').length > count;

describe('a marked key', () => {
  it.each(['debug', 'info', 'warn', 'error'])('shows in no answer and no log line at level %s', async (level) => {
    const { input } = everyTool();
    const { output } = await run(['--log-level', level, '--toolsets', everyToolset, '--allow-delete', 'all'], {
      input,
      until: answered(provider.tools.length),
    });
    expect(output).toContain('call-0');
    expectClean(output);
  });

  it.each(FAULTS.filter(({ wire }) => wire !== 'silence' && wire !== 'drip').map(({ id }) => id))(
    'shows in no failure of %s',
    async (id) => {
      const disarm = sandbox.emulator.faults.inject(id);
      await front.settled();
      const call = line({
        id: 'call-0',
        method: 'tools/call',
        params: { name: 'icu_get_recent_activities', arguments: {} },
      });
      const { output } = await run(['--log-level', 'debug'], { input: hello + call, until: answered(1) });
      disarm();
      await front.settled();
      expect(output).toContain('call-0');
      expectClean(output);
    },
  );

  it('shows in no message of a command that goes wrong', async () => {
    for (const args of [
      ['doctor'],
      ['auth', 'status'],
      ['tools'],
      ['call', 'icu_get_recent_activities', '{"x":1}'],
      ['call', canary],
      [`--${canary}`],
      ['config', 'claude-desktop'],
      ['nonsense', canary],
    ]) {
      const { output } = await run(args);
      expectClean(output);
    }
  });

  it.each([
    ['an exception that nobody caught', whenReady('throw new Error("crash with " + process.env.INTERVALS_API_KEY)')],
    [
      'a rejection that nobody handled',
      whenReady('void Promise.reject(new Error("crash with " + process.env.INTERVALS_API_KEY))'),
    ],
  ])('shows in no trace of %s, and the program ends with a failure', async (_, source) => {
    const crash = join(home, 'crash.mjs');
    writeFileSync(crash, source);
    const { output, code } = await run([], {
      env: { NODE_OPTIONS: `--import=${pathToFileURL(crash).href}` },
      input: hello,
      until: () => false,
    });
    expect(output).toContain('crash with [secret]');
    expectClean(output);
    expect(code).not.toBe(0);
  });

  it('is on no disk but the one place that was told', () => {
    const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((file) => join(home, file));
    for (const file of files)
      if (statSync(file).isFile() && !file.endsWith('crash.mjs')) expectClean(readFileSync(file, 'latin1'));
  });
});
