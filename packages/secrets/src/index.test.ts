import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { example } from '../test/readme-example.ts';
import { temporaryFolders } from '../test/support/temporary-store.ts';
import * as surface from './index.ts';

const root = join(import.meta.dirname, '..');

describe('the public surface', () => {
  it('is these values and no others', () => {
    expect(Object.keys(surface).sort()).toEqual([
      'Secret',
      'SecretsError',
      'createCredentialStore',
      'createRedactor',
      'directoriesFor',
      'systemKeychain',
    ]);
  });

  it('is these types and no others', async () => {
    const source = await readFile(join(root, 'src', 'index.ts'), 'utf8');
    const types = [...source.matchAll(/export type \{([^}]+)\}/g)].flatMap((match) => (match[1] ?? '').split(','));
    expect(
      types
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .sort(),
    ).toEqual([
      'CredentialStore',
      'CredentialStoreOptions',
      'Directories',
      'Environment',
      'Erased',
      'FoundCredential',
      'Keychain',
      'Place',
      'RedactValueOptions',
      'Redactor',
      'RedactorOptions',
      'Registration',
      'SecretsErrorKind',
      'Source',
      'SourceKind',
      'SourceStatus',
      'Stored',
      'Updated',
    ]);
  });
});

describe('the example of the README', () => {
  it('is the code that is type-checked and run here', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    const code = /```ts\n(.*?)```/s.exec(readme)?.[1];
    expect(code).toBe(await readFile(join(root, 'test', 'readme-example.ts'), 'utf8'));
  });

  it.skipIf(process.platform !== 'linux')('returns what the README says', async () => {
    const folders = await temporaryFolders();
    try {
      const readme = await readFile(join(root, 'README.md'), 'utf8');
      expect(readme).toContain(`It returns \`${await example({}, folders.directories.home)}\`.`);
    } finally {
      await folders.remove();
    }
  });
});
