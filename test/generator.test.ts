import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
let house: string;
let server: string;

/** A house with nothing but the shared configuration: what a generated provider may rely on. */
beforeAll(() => {
  house = mkdtempSync(join(realpathSync(tmpdir()), 'house-'));
  server = join(house, 'servers/suunto');
  for (const file of ['tsconfig.base.json', 'vitest.shared.ts', 'tsup.shared.ts', 'biome.json', 'package.json'])
    cpSync(join(root, file), join(house, file));
  mkdirSync(join(house, 'docs'));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function run(command: string, args: string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

const gen = (...args: string[]) =>
  run(bin('node'), ['--conditions=@core/source', join(root, 'scripts/gen/main.ts'), '--root', house, ...args], root);

describe('pnpm gen provider', () => {
  it('makes a server, touching nothing outside its folder', () => {
    const { status, output } = gen('provider', 'suunto', '--prefix', 'sun');
    expect(output).toContain('wrote servers/suunto/src/provider.ts');
    expect(output.split('\n').filter((line) => line !== '' && !line.startsWith('wrote servers/suunto/'))).toEqual([]);
    expect(status).toBe(0);
    // Stands for the `pnpm install` that links the workspace.
    symlinkSync(join(root, 'servers/intervals/node_modules'), join(server, 'node_modules'));
  });

  it('whose catalogue the generator then fills', () => {
    const { status, output } = gen();
    expect(output).toContain('wrote servers/suunto/catalogue/tools/sun_list_activities.json');
    expect(status).toBe(0);
    expect(gen('--check')).toMatchObject({ status: 0 });
  });

  it('that passes its type check', () => {
    expect(run(bin('tsc'), ['-p', '.'], server)).toEqual({ status: 0, output: '' });
  });

  it('that passes the linter as it was generated', () => {
    const { status, output } = run(bin('biome'), ['lint', '--vcs-enabled=false', 'servers'], house);
    expect(status, output).toBe(0);
  });

  it('that passes its own contract suite and tests', () => {
    const { status, output } = run(bin('vitest'), ['run'], server);
    expect(output).toMatch(/Tests.*\d+ passed/);
    expect(status, output).toBe(0);
  });

  it('that builds', () => {
    const { status, output } = run(bin('tsup'), [], server);
    expect(status, output).toBe(0);
  });

  it('refuses a name that is taken, and one that cannot be a prefix', () => {
    expect(gen('provider', 'suunto', '--prefix', 'sun')).toMatchObject({
      status: 1,
      output: expect.stringContaining('exists'),
    });
    expect(gen('provider', 'polar', '--prefix', 'POL9')).toMatchObject({
      status: 1,
      output: expect.stringContaining('is no prefix'),
    });
  });
});

describe('pnpm gen tool', () => {
  it('adds a tool to the list, with a test that fails until the tool says something of its own', () => {
    const { status, output } = gen('tool', 'suunto', 'get-route', '--toolset', 'routes');
    expect(output).toContain('wrote servers/suunto/src/tools/routes/get-route.ts');
    expect(status).toBe(0);
    expect(run(bin('tsc'), ['-p', '.'], server)).toEqual({ status: 0, output: '' });
    const tests = run(bin('vitest'), ['run', 'src/tools/routes'], server);
    expect(tests.output).toContain('change the tool until it does');
    expect(tests.status).toBe(1);
  });
});
