import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

describe('the small room for young objects', () => {
  it('is a flag that this Node knows, and sets without a word', async () => {
    const script = "require('node:v8').setFlagsFromString('--semi-space-growth-factor=1'); console.log('runs')";
    expect(await run(process.execPath, ['-e', script])).toEqual({ stdout: 'runs\n', stderr: '' });
  });

  it('is asked for by the program alone: importing a part of the server changes nothing in the process', async () => {
    const folder = import.meta.dirname;
    const sources = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name));
    const asking: string[] = [];
    for (const name of sources) {
      if (/memory\.ts['"]|setFlagsFromString\(/.test(await readFile(join(folder, name), 'utf8'))) asking.push(name);
    }
    expect(asking.sort()).toEqual(['main.ts', 'memory.ts']);
  });
});
