import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../test/support/failure.ts';
import { type TemporaryFolders, temporaryFolders } from '../../test/support/temporary-store.ts';
import { SecretsError } from '../secrets-error.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';

let folders: TemporaryFolders;
let context: { home: string; platform: NodeJS.Platform };
beforeEach(async () => {
  folders = await temporaryFolders();
  context = { home: folders.directories.home, platform: 'linux' };
});
afterEach(() => folders.remove());

const stillMine = async () => {};

describe('writePrivateFile', () => {
  it('asks whether the lock is still held after the new file is complete, and otherwise changes nothing', async () => {
    await writePrivateFile(folders.file, 'old', context, stillMine);
    let present: string[] = [];
    const work = writePrivateFile(folders.file, 'new', context, async () => {
      present = await readdir(dirname(folders.file));
      throw new SecretsError('locked', 'lost', 'Try again.');
    });
    expect(await failure(work)).toMatchObject({ kind: 'locked' });
    expect(present).toHaveLength(2);
    expect(await readFile(folders.file, 'utf8')).toBe('old');
    expect(await readdir(dirname(folders.file))).toEqual(['credentials.json']);
  });

  it('removes what a crash left behind, and only that', async () => {
    await mkdir(dirname(folders.file), { recursive: true });
    await writeFile(`${folders.file}.123-abc.tmp`, 'left over');
    await writeFile(join(dirname(folders.file), 'other.tmp'), 'not ours');
    await writePrivateFile(folders.file, 'new', context, stillMine);
    expect((await readdir(dirname(folders.file))).sort()).toEqual(['credentials.json', 'other.tmp']);
  });

  it('says what the system answered, with its code', async () => {
    const blocker = join(folders.directories.home, 'a-file');
    await writeFile(blocker, '');
    expect(await failure(writePrivateFile(join(blocker, 'x.json'), 'new', context, stillMine))).toMatchObject({
      kind: 'io',
      message: expect.stringMatching(/^Could not create ~\/a-file \((EEXIST|ENOTDIR)\)\.$/),
      next: expect.any(String),
    });
  });
});

describe('readPrivateFile', () => {
  it('gives undefined when there is no file', async () => {
    expect(await readPrivateFile(folders.file, context)).toBeUndefined();
  });

  it('refuses a file that is far too large before reading it', async () => {
    await writePrivateFile(folders.file, ' '.repeat(5 * 1024 * 1024), context, stillMine);
    expect(await failure(readPrivateFile(folders.file, context))).toMatchObject({ kind: 'foreign_file' });
  });
});
