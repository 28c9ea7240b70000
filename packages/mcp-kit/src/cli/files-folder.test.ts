import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliWorld } from '../../test/cli-host.ts';
import { goodKey, toyProvider } from '../../test/toy-provider.ts';
import { fileShape } from '../files/call-files.ts';
import type { ScopedHttp } from '../http/http.ts';
import * as z from '../schema/index.ts';
import { toolsFor } from '../tool/define.ts';
import { filesFor } from './files-folder.ts';

const saveLaps = toolsFor<ScopedHttp>()('toy')({
  name: 'toy_save_laps',
  title: 'Save the laps',
  toolset: 'laps',
  effect: 'read',
  files: 'out',
  description: 'Saves the laps as a file.',
  input: z.object({}),
  output: z.object({ ...fileShape }),
  examples: [{}],
  handler: (ctx) => ctx.files.save('laps.csv', new TextEncoder().encode('lap\n1\n'), { mediaType: 'text/csv' }),
});
const provider = { ...toyProvider, tools: [...toyProvider.tools, saveLaps] };
const env = { TOY_API_KEY: goodKey };
const save = ['call', 'toy_save_laps', '--json'];
const fileOf = (out: string) => (JSON.parse(out) as { saved_to: string }).saved_to;

describe('the folder for files', () => {
  it('is training-files in Downloads, and is made for its owner alone', async () => {
    const { run, home } = await cliWorld(provider);
    const { out } = await run(save, { env });
    expect(fileOf(out)).toBe('~/Downloads/training-files/laps.csv');
    expect(await readFile(join(home, 'Downloads/training-files/laps.csv'), 'utf8')).toBe('lap\n1\n');
    expect((await stat(join(home, 'Downloads/training-files'))).mode & 0o777).toBe(0o700);
  });

  it('is set by an option, a variable or the config file, and ~ is the home folder', async () => {
    const { run } = await cliWorld(provider);
    expect(fileOf((await run([...save, '--files-dir', '~/a'], { env })).out)).toBe('~/a/laps.csv');
    expect(fileOf((await run(save, { env: { ...env, TOY_FILES_DIR: '~/b' } })).out)).toBe('~/b/laps.csv');
  });

  it('must be a whole path, because nobody knows where a host starts a server', async () => {
    const { run } = await cliWorld(provider);
    const { code, err } = await run([...save, '--files-dir', 'rides'], { env });
    expect(code).toBe(2);
    expect(err).toContain('--files-dir cannot be "rides"');
    expect(err).toContain('~/rides');
  });

  it('can be switched off; a command then says how to switch it on, as nobody could fetch the file after it', async () => {
    const { run } = await cliWorld(provider);
    const { code, err } = await run(['call', 'toy_save_laps', '--files-dir', 'none'], { env });
    expect(code).toBe(1);
    expect(err).toContain('no folder to save files in');
    expect(err).toContain('TOY_FILES_DIR');
  });

  it('is in the help only where a tool uses files', async () => {
    expect((await (await cliWorld(provider)).run(['--help'])).out).toContain('--files-dir');
    expect((await (await cliWorld()).run(['--help'])).out).not.toContain('--files-dir');
  });
});

describe('served over HTTP', () => {
  const context = (given: [string, { value: string; source: string }][]) =>
    ({ provider, host: { home: '/home/ann', platform: 'linux' }, config: { given: new Map(given) } }) as never;

  it('files are offered by address, and the folder is read only when somebody named it', () => {
    expect(filesFor(context([]), 'http')).toMatchObject({ canOffer: true, readFrom: undefined, saveTo: undefined });
    const named = filesFor(context([['files-dir', { value: '/srv/rides', source: '--files-dir' }]]), 'http');
    expect(named).toMatchObject({ readFrom: { path: '/srv/rides' }, saveTo: undefined });
  });
});

describe('doctor', () => {
  it('says where files go, before and after the folder is there', async () => {
    const { run } = await cliWorld(provider);
    expect((await run(['doctor'], { env })).out).toContain('~/Downloads/training-files, made when first used');
    await run(save, { env });
    expect((await run(['doctor'], { env })).out).not.toContain('made when first used');
    expect((await run(['doctor', '--files-dir', 'none'], { env })).out).toContain('fetched by address');
  });

  it('finds a folder that is a file', async () => {
    const { run, home } = await cliWorld(provider);
    await writeFile(join(home, 'rides'), '');
    const { code, out } = await run(['doctor', '--files-dir', '~/rides'], { env });
    expect(code).toBe(1);
    expect(out).toContain('could not use files in ~/rides');
    expect(out).toContain('set another folder');
  });

  it.skipIf(process.getuid?.() === 0)('finds a folder that may not be written', async () => {
    const { run, home } = await cliWorld(provider);
    await mkdir(join(home, 'rides'));
    await chmod(join(home, 'rides'), 0o500);
    const { out } = await run(['doctor', '--files-dir', '~/rides'], { env });
    expect(out).toContain('this account may not use it');
  });
});
