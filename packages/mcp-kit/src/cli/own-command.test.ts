import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliWorld } from '../../test/cli-host.ts';
import { goodKey, type ToySettings, toyProvider } from '../../test/toy-provider.ts';
import type { ScopedHttp } from '../http/http.ts';
import type { LocalData } from '../provider/local-data.ts';
import { defineProvider } from '../provider/provider.ts';
import type { ProviderCommand } from '../provider/provider-command.ts';

const env = { TOY_API_KEY: goodKey };

/** The toy with commands of its own; `seen` collects what a connection was given to keep things in. */
function withCommands(seen: (LocalData | undefined)[] = []) {
  const report: ProviderCommand<ScopedHttp> = {
    name: 'report',
    operands: '[title]',
    summary: 'Write a report',
    options: [
      { flag: 'week', kind: 'text', value: 'week', bare: 'last', default: 'this', description: 'Which week' },
      { flag: 'shape', kind: 'text', choices: ['round', 'flat'], description: 'Which shape' },
    ],
    load: async () => async (work) => {
      const { name } = await work.ctx.athlete();
      work.print([name, work.option('week'), work.option('shape'), ...work.operands].join(' '));
      return work.operands[0] !== 'fail';
    },
  };
  const wipe: ProviderCommand<ScopedHttp> = {
    name: 'wipe',
    summary: 'Remove it',
    asks: true,
    load: async () => async (work) => {
      work.print((await work.agrees('Remove it?')) ? 'removed' : 'kept');
      return true;
    },
  };
  const write: ProviderCommand<ScopedHttp> = {
    name: 'write',
    summary: 'Try to write',
    load: async () => async (work) => {
      await work.ctx.confirm({ summary: 'x', diff: [] });
      return true;
    },
  };
  return defineProvider<ScopedHttp, ToySettings>({
    ...toyProvider,
    commands: [report, wipe, write],
    connect: (options) => {
      seen.push(options.local);
      return toyProvider.connect(options);
    },
  });
}

describe('a command that a provider brings', () => {
  it('runs as the owner of the account, with its operands and options', async () => {
    const { run } = await cliWorld(withCommands());
    expect((await run(['report', 'Spring', '--shape', 'flat'], { env })).out).toBe('Ada Toy this flat Spring\n');
    expect((await run(['report', 'fail'], { env })).code).toBe(1);
  });

  it('may have an option that means something without a value', async () => {
    const { run } = await cliWorld(withCommands());
    expect((await run(['report', '--week', '--shape', 'flat'], { env })).out).toBe('Ada Toy last flat\n');
    expect((await run(['report', '--shape', 'flat', '--week'], { env })).out).toBe('Ada Toy last flat\n');
    expect((await run(['report', '--week', '2026-W10'], { env })).out).toBe('Ada Toy 2026-W10 \n');
  });

  it('is in the help and in the messages, and its options are of it alone', async () => {
    const { run } = await cliWorld(withCommands());
    const { out } = await run(['--help']);
    expect(out).toMatch(/report \[title\] +Write a report/);
    expect(out).toMatch(/--shape round\|flat +Which shape \(report\)/);
    expect((await run(['repot'])).err).toContain('did you mean report?');
    expect((await run(['tools', '--shape', 'flat'])).err).toContain('it belongs to: report');
    expect((await run(['report', '--shape', 'oval'])).err).toContain('use round, flat');
  });

  it('asks a person, takes --yes for one, and does nothing where neither is there', async () => {
    const { run } = await cliWorld(withCommands());
    expect((await run(['wipe', '--yes'], { env })).out).toBe('removed\n');
    expect((await run(['wipe'], { env, terminal: true, types: ['n'] })).out).toBe('kept\n');
    const alone = await run(['wipe'], { env });
    expect([alone.code, alone.out]).toEqual([2, '']);
    expect(alone.err).toContain('--yes');
  });

  it('cannot write to the platform', async () => {
    const { run, requests } = await cliWorld(withCommands());
    expect(await run(['write'], { env })).toMatchObject({ code: 1, err: expect.stringContaining('changes nothing') });
    expect(requests).toEqual([]);
  });
});

describe('what a provider may keep here', () => {
  it('lies in the state folder of the server, under a key that stays the same', async () => {
    const seen: (LocalData | undefined)[] = [];
    const { run, home } = await cliWorld(withCommands(seen));
    await run(['report'], { env });
    await run(['report'], { env });
    const [first, second] = seen;
    expect(first?.folder).toBe(join(home, '.local', 'state', 'toy-mcp'));
    const key = await first?.key('COACH_KEY');
    expect(key).toHaveLength(32);
    expect(await second?.key('COACH_KEY')).toEqual(key);
    expect(await second?.key('OTHER_KEY')).not.toEqual(key);
  });

  it('makes one key when two processes ask at once', async () => {
    const seen: (LocalData | undefined)[] = [];
    const { run } = await cliWorld(withCommands(seen));
    await run(['report'], { env });
    await run(['report'], { env });
    const [one, other] = await Promise.all(seen.map((local) => local?.key('COACH_KEY')));
    expect(one).toEqual(other);
  });

  it('takes a key that was given in a variable, and says when it cannot be one', async () => {
    const seen: (LocalData | undefined)[] = [];
    const { run } = await cliWorld(withCommands(seen));
    const given = Buffer.alloc(32, 9);
    await run(['report'], { env: { ...env, TOY_COACH_KEY: given.toString('base64url') } });
    expect(Buffer.from((await seen[0]?.key('COACH_KEY')) ?? [])).toEqual(given);
    await run(['report'], { env: { ...env, TOY_COACH_KEY: 'short' } });
    await expect(seen[1]?.key('COACH_KEY')).rejects.toMatchObject({
      kind: 'auth',
      message: expect.stringContaining('TOY_COACH_KEY'),
    });
  });

  it('is nothing in the demo, and nothing that cannot be kept is made up', async () => {
    const seen: (LocalData | undefined)[] = [];
    const { run, home } = await cliWorld(withCommands(seen));
    await run(['report', '--demo'], { env });
    expect(seen).toEqual([undefined]);
    await run(['report'], { env: { ...env, XDG_CONFIG_HOME: join(home, 'file') } });
    await mkdir(join(home, 'file'), { recursive: true });
    await writeFile(join(home, 'file', 'toy-mcp'), 'a file where the folder of credentials should be');
    const [, blocked] = seen;
    await expect(blocked?.key('COACH_KEY')).rejects.toMatchObject({ kind: 'auth' });
  });
});
